#ifndef TRACUU_INDEXER_EXTRACT_UNIT_NAME_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_NAME_H_

// Reads the name of a body at a given token: head, field or number, owner,
// area. "BCĐ 35 của Tỉnh ủy", "Chi bộ cơ quan Sở Ngoại vụ", "Đảng ủy xã Tân
// Lập". Says what the text says; places the text leaves out are filled in by
// unit.h.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/place_name.h"
#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {

struct UnitName {
  const UnitHead* head = nullptr;
  std::size_t first = 0;  // Tokens
  std::size_t length = 0;
  std::string base;  // Canonical, without the place: "Ban Chỉ đạo 35".
  std::string kind;
  std::string level;  // Empty if only the place can decide.
  // The place whose body it is; its name may be empty ("UBND tỉnh"). Nothing
  // for central bodies and where the text leaves even the level out.
  std::optional<PlaceName> place;
  // "Tỉnh ủy Quảng Nam", not "Tỉnh ủy tỉnh Quảng Nam".
  bool bare_place = false;
  // Said in a way that leaves out whose body it is: "Ban Chỉ đạo 35".
  bool incomplete = false;
  // "Đảng bộ và nhân dân huyện X": more than the body is meant.
  bool with_people = false;
  // "Đảng ủy Công ty", "chi bộ nhà trường": the sort of institution ("công
  // ty", "trường"), whose name the article tells elsewhere.
  std::string sort;
};

// Reads the body whose head starts at token `first`. Nothing for generic
// mentions ("các huyện ủy", "HĐND các cấp") and heads without what makes them
// a name ("ban tổ chức hội nghị").
std::optional<UnitName> UnitNameAt(const ArticleView& view, std::size_t first);

// The same, and the bodies of a list of places: "Ủy ban MTTQ các tỉnh Kon Tum,
// Gia Lai và Lâm Đồng" names three. All of a list take the same tokens.
std::vector<UnitName> UnitNamesAt(const ArticleView& view, std::size_t first);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_NAME_H_
