#ifndef TRACUU_COMMON_INDEX_SPELLINGS_H_
#define TRACUU_COMMON_INDEX_SPELLINGS_H_

// How the articles of a snapshot write the documents they cite: "NQ35", "Nghị
// quyết số 35-NQ/TW của Bộ Chính trị" for one and the same value of the facet
// `resolution`. A file of the snapshot (kSpellingsFile), made by the build from
// the evidence of the citations, read by the server.
//
// The file is UTF-8 text, one spelling a line: the value, how often it is
// written so, and the words, separated by tabs. Values are in the order of
// their bytes, the spellings of each with the most frequent first. A line with
// no words counts the spellings over kMaxSpellingBytes. All others are there,
// so that an update can add and subtract articles; as every line stands for a
// passage of some article, the file is never longer than the text of the
// citations.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

inline constexpr std::size_t kMaxSpellingBytes = 160;
// So many of each value are shown; the others are counted together.
inline constexpr std::size_t kMaxSpellings = 24;

struct CitedSpelling {
  std::string text;
  std::uint64_t count = 0;  // Passages that are written so.

  friend bool operator==(const CitedSpelling&, const CitedSpelling&) = default;
};

// The spellings of one value of the facet.
struct SpellingsOfValue {
  std::string value;
  std::vector<CitedSpelling> spellings;  // Most frequent first, ties by bytes.
  std::uint64_t others = 0;              // Passages written otherwise.

  friend bool operator==(const SpellingsOfValue&,
                         const SpellingsOfValue&) = default;
};

// A passage as a spelling: what separates words becomes one blank. Empty for
// a passage that is too long or has no words.
std::string CleanSpelling(std::string_view passage);

std::string FormatSpellings(const std::vector<SpellingsOfValue>& all);

// All that the file holds. Fails with kCorrupt for what FormatSpellings() does
// not write.
Result<std::vector<SpellingsOfValue>> ParseSpellings(std::string_view bytes);

// The kMaxSpellings most frequent spellings of each value, ready to be asked.
// Immutable, thread-safe.
class Spellings {
 public:
  // Of a snapshot that cites nothing.
  Spellings() = default;

  // Fails as ParseSpellings() does.
  static Result<Spellings> Parse(std::string_view bytes);

  // Those of `value`; empty for a value that no text spells (a crawl's record
  // states it).
  const SpellingsOfValue& Of(std::string_view value) const;

 private:
  std::unordered_map<std::string, SpellingsOfValue> by_value_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_SPELLINGS_H_
