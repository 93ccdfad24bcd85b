#ifndef TRACUU_COMMON_INDEX_NEIGHBOURS_H_
#define TRACUU_COMMON_INDEX_NEIGHBOURS_H_

// How often syllables occur in the corpus, and how often two of them stand
// side by side: what tells that "bao ve" means "bảo vệ" here. A file of the
// snapshot (kNeighboursFile), made by the build, read by the server.
//
// The file is UTF-8 text, one count a line: "đảng<tab>1203" for a syllable,
// "bảo vệ<tab>344" for two neighbours. Punctuation between neighbours does not
// count. It holds the kMaxSyllables most frequent syllables and of their pairs
// the kMaxPairs most frequent (a folded syllable has 4.5 spellings on average;
// with these counts 4,096 syllables are more than 99.9 % of running text).

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "common/text/spelling_letters.h"

namespace tracuu {

inline constexpr std::size_t kMaxSyllables = 8'192;
inline constexpr std::size_t kMaxPairs = 400'000;

struct NeighbourCounts {
  std::vector<std::pair<std::string, std::uint64_t>> syllables;
  // Places in `syllables` of the first and the second, and their count.
  struct Pair {
    std::uint32_t first;
    std::uint32_t second;
    std::uint64_t count;
  };
  std::vector<Pair> pairs;
};

std::string FormatNeighbours(const NeighbourCounts& counts);

// The counts, ready to be asked. Immutable, thread-safe.
class Neighbours {
 public:
  // A number for each syllable that was counted.
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  // Of an empty corpus.
  Neighbours() = default;

  // Fails with kCorrupt for what FormatNeighbours() does not write.
  static Result<Neighbours> Parse(std::string_view bytes);

  // kUnknown if it is not among the counted ones. `exact` as Token::exact.
  std::uint32_t Find(std::string_view exact) const;
  const std::string& Syllable(std::uint32_t number) const {
    return syllables_[number].form;
  }
  // The same letter by letter; no letters for a number or a foreign word.
  const Spelling& LettersOf(std::uint32_t number) const {
    return syllables_[number].letters;
  }
  // The syllables that fold to `folded`, most frequent first, itself included
  // if it was counted.
  const std::vector<std::uint32_t>& SpellingsOf(std::string_view folded) const;

  // Occurrences. Numbers must be known ones.
  std::uint64_t Count(std::uint32_t number) const {
    return syllables_[number].count;
  }
  std::uint64_t Count(std::uint32_t first, std::uint32_t second) const;
  // How many different syllables were counted right after this one.
  std::uint64_t Followers(std::uint32_t number) const {
    return syllables_[number].followers;
  }
  // How many syllables there are; their numbers are 0 … size() - 1.
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(syllables_.size());
  }
  // Calls `see(first, second, count)` for each pair, in no order.
  template <typename See>
  void ForEachPair(const See& see) const {
    for (const auto& [key, count] : pairs_) {
      see(static_cast<std::uint32_t>(key >> 32U),
          static_cast<std::uint32_t>(key), count);
    }
  }
  // Of all counted syllables together.
  std::uint64_t total() const { return total_; }

 private:
  struct Counted {
    std::string form;
    std::uint64_t count = 0;
    std::uint64_t followers = 0;
    Spelling letters;
  };

  Status Add(std::string_view form, std::uint64_t count);
  void IndexSpellings();

  std::vector<Counted> syllables_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> spellings_;
  std::unordered_map<std::uint64_t, std::uint64_t> pairs_;
  std::uint64_t total_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_NEIGHBOURS_H_
