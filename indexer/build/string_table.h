#ifndef TRACUU_INDEXER_BUILD_STRING_TABLE_H_
#define TRACUU_INDEXER_BUILD_STRING_TABLE_H_

// Numbers strings in the order in which they are first seen. A build meets the
// same few thousand syllables hundreds of millions of times: it carries their
// numbers about and looks at the letters once.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu {

// About 100 bytes a string. Not thread-safe while strings are added;
// afterwards any number of threads may read.
class StringTable {
 public:
  // Returns the number of `text`, a new one if it was not seen before.
  std::uint32_t Intern(std::string_view text);

  // Nothing if it was never seen.
  std::optional<std::uint32_t> Find(std::string_view text) const;

  // REQUIRES: number < size().
  const std::string& at(std::uint32_t number) const { return *texts_[number]; }

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(texts_.size());
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>
      numbers_;
  std::vector<const std::string*> texts_;  // Keys of `numbers_`, which stay.
};

// The strings of a table in the order of their bytes, which is the order of
// terms in Xapian.
struct ByteOrder {
  ByteOrder() = default;
  explicit ByteOrder(const StringTable& table);

  std::vector<std::uint32_t> rank_of;    // By number: the place in the order.
  std::vector<std::uint32_t> number_at;  // By rank.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_STRING_TABLE_H_
