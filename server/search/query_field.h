#ifndef TRACUU_SERVER_SEARCH_QUERY_FIELD_H_
#define TRACUU_SERVER_SEARCH_QUERY_FIELD_H_

// The fields a query may name: "tỉnh:Huế", "tinh:hue", "province:Huế".

#include <optional>
#include <string_view>

namespace tracuu {

struct QueryField {
  // The keys of the Vietnamese and English names, as FoldedKey() makes them.
  std::string_view vietnamese;
  std::string_view english;
  // Field::name of the facet; "title" for the title.
  std::string_view field;
};

// Finds a field by its name as typed, with or without marks, hyphens, case.
// Nothing if it is none: "http", "Chủ đề".
std::optional<QueryField> FindQueryField(std::string_view typed);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_FIELD_H_
