#ifndef TRACUU_COMMON_DOMAIN_UNIT_VOCABULARY_H_
#define TRACUU_COMMON_DOMAIN_UNIT_VOCABULARY_H_

// The controlled vocabulary of units: levels and kinds
// (common/domain/data/unit_levels.tsv, unit_kinds.tsv). Thread-safe.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct UnitLevel {
  std::string code;   // "trung-uong", "tinh", "huyen", "xa", "co-so",
                      // "khong-ro"
  std::string label;  // Vietnamese
};
std::span<const UnitLevel> UnitLevels();

struct UnitKind {
  std::string code;                // "cap-uy", "chi-bo", "ban-chi-dao", …
  std::string label;               // English
  std::vector<std::string> heads;  // Words a unit of this kind begins with.
};
std::span<const UnitKind> UnitKinds();

// One abbreviation of an office: "BCĐ" → "Ban Chỉ đạo". Only those whose
// expansion is the same in every context.
struct UnitAbbreviation {
  std::string abbreviation;
  std::string expansion;
};
std::span<const UnitAbbreviation> UnitAbbreviations();

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_UNIT_VOCABULARY_H_
