#ifndef TRACUU_SERVER_SEARCH_SUGGESTER_H_
#define TRACUU_SERVER_SEARCH_SUGGESTER_H_

// Completions while typing: provinces, units, resolutions and titles in which
// each typed syllable begins a syllable, and frequent phrases that go on with
// what was typed. Marks count where they are typed.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "server/search/limits.h"
#include "server/search/snapshot.h"

namespace tracuu {

enum class SuggestionKind : std::uint8_t {
  kProvince,
  kUnit,
  kResolution,
  kPhrase,
  kTitle,
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kTitle;
  std::string value;  // The facet value, the phrase or the title.
  std::string label;  // For people: value, and the document's title.
  // Articles with the value, or clusters of them; 1 for a title, 0 (not
  // counted) for a phrase.
  std::uint64_t count = 0;
  std::string article_id;  // kTitle only.
};

// At most Limits::max_suggestions, grouped by kind. First of a kind come those
// that hold what was typed in one piece, of equals the most frequent value and
// the newest title. If `collapse`, counts are of what a search shows that folds
// near-duplicates. Empty for a text without syllables. Fails with kIo or
// kCorrupt if the snapshot cannot be read.
Result<std::vector<Suggestion>> Suggest(const Snapshot& snapshot,
                                        std::string_view text, bool collapse,
                                        const Limits& limits);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SUGGESTER_H_
