#ifndef TRACUU_SERVER_SEARCH_QUERY_STRETCHES_H_
#define TRACUU_SERVER_SEARCH_QUERY_STRETCHES_H_

// Which parts of a query are somebody's words, to be read with understanding
// for how they were typed, and which are operators, names of fields and values
// that mean what they say. Pure, thread-safe.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

enum class StretchKind : std::uint8_t {
  kWords,     // A run of words, or the value of tiêu-đề:.
  kPhrase,    // The inside of quotation marks.
  kExact,     // After "=".
  kExcluded,  // After "-".
  kName,      // The name of a place or a unit after tỉnh: or đơn-vị:, with the
              // words behind it.
};

struct Stretch {
  StretchKind kind = StretchKind::kWords;
  std::size_t begin = 0;  // Byte range in the query.
  std::size_t end = 0;
};

// In the order of the query. Prefixes, years, document symbols after nq: and
// hosts are in none.
std::vector<Stretch> FindStretches(std::string_view query);

// `query` with the text of each stretch replaced. REQUIRES: as many texts as
// stretches.
std::string ReplaceStretches(std::string_view query,
                             const std::vector<Stretch>& stretches,
                             const std::vector<std::string>& texts);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_STRETCHES_H_
