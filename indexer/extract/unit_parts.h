#ifndef TRACUU_INDEXER_EXTRACT_UNIT_PARTS_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_PARTS_H_

// The parts that names of bodies share: the area a body belongs to, the body
// that owns it, the run of capitals that is a name. For the readers of
// unit_name.cc, unit_committee.cc and unit_steering.cc only.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/unit_name.h"

namespace tracuu::extract {

inline constexpr int kDeepestNesting = 3;  // Chi bộ → Văn phòng → Tỉnh ủy

// Reads a body at a token, at a nesting depth.
using UnitParser = std::optional<UnitName> (*)(const ArticleView&, std::size_t,
                                               int);

// "cấp huyện", "các xã": bodies of a sort, none in particular.
bool IsGenericWord(std::string_view word);

std::string LevelOfPlace(const PlaceName& place);

// "tỉnh" alone: the level and the word, to be filled in from the article.
PlaceName NamelessPlace(PlaceLevel level, std::string_view type);

// The area a body belongs to, at token i: typed, or a bare province.
std::optional<PlaceName> AreaAt(const ArticleView& view, std::size_t i);

void SetArea(UnitName& unit, PlaceName place);

// Hangs `owner` behind `unit`: "Ban Tuyên giáo" + "Tỉnh ủy X".
void SetOwner(UnitName& unit, UnitName owner);

// The run of capitalised words that is a proper name, at most five.
std::size_t NameRun(const ArticleView& view, std::size_t first);

// Complete `unit`, whose head is read; false if what follows makes no name.
bool ParseCommittee(const ArticleView& view, UnitName& unit,
                    UnitParser parse_owner, int depth);
bool ParseCell(const ArticleView& view, UnitName& unit, UnitParser parse_owner,
               int depth);

// "Quốc hội Mỹ", "Bộ Quốc phòng Hàn Quốc": right behind the name another
// state's.
bool ForeignStateAt(const ArticleView& view, std::size_t next);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_PARTS_H_
