#include "server/search/query_field.h"

#include <array>
#include <string>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

constexpr std::array<QueryField, 9> kQueryFields{{
    {"tieu de", "title", "title"},
    {"tinh", "province", "province"},
    {"tinh moi", "province now", "province_now"},
    {"don vi", "unit", "unit"},
    {"cap", "unit level", "unit_level"},
    {"nam", "year", "year"},
    {"nq", "resolution", "resolution"},
    {"nghi quyet", "resolution", "resolution"},
    {"nguon", "host", "host"},
}};

}  // namespace

std::optional<QueryField> FindQueryField(std::string_view typed) {
  // "_" joins what the analyzer would split at "-".
  std::string name(typed);
  for (char& c : name) {
    if (c == '_') c = '-';
  }
  const std::string key = FoldedKey(name);
  for (const QueryField& field : kQueryFields) {
    if (key == field.vietnamese || key == field.english) return field;
  }
  return std::nullopt;
}

}  // namespace tracuu
