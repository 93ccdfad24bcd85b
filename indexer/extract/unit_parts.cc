#include "indexer/extract/unit_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tracuu::extract {
namespace {

// A commune without a name, followed by another of its sort, is a list of
// sorts: "Đảng ủy xã, thị trấn".
bool IsListOfSorts(const ArticleView& view, std::size_t next) {
  if (next >= view.size()) return false;
  std::size_t other = next;
  if (view.next_is(next, "và") || view.next_is(next, "hoặc")) {
    ++other;
  } else if (view.gap(next) != Gap::kComma && view.gap(next) != Gap::kDash &&
             view.gap(next) != Gap::kOther) {
    return false;
  }
  return TypedPlaceAt(view, other).has_value();
}

}  // namespace

bool IsGenericWord(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords = {
      "các", "cấp", "mỗi", "từng", "những", "nhiều", "hai"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string LevelOfPlace(const PlaceName& place) {
  switch (place.level) {
    case PlaceLevel::kProvince:
      return "tinh";
    case PlaceLevel::kDistrict:
      return "huyen";
    case PlaceLevel::kCommune:
      return "xa";
  }
  return "";
}

PlaceName NamelessPlace(PlaceLevel level, std::string_view type) {
  PlaceName place;
  place.level = level;
  place.type = type;
  return place;
}

std::optional<PlaceName> AreaAt(const ArticleView& view, std::size_t i) {
  if (!view.joined(i)) return std::nullopt;
  std::optional<PlaceName> place = TypedPlaceAt(view, i);
  if (!place) place = BareProvinceAt(view, i);
  if (place && place->name.empty() && place->level == PlaceLevel::kCommune &&
      IsListOfSorts(view, i + place->length)) {
    return std::nullopt;
  }
  return place;
}

void SetArea(UnitName& unit, PlaceName place) {
  unit.length = place.first + place.length - unit.first;
  if (unit.level.empty()) unit.level = LevelOfPlace(place);
  unit.place = std::move(place);
}

void SetOwner(UnitName& unit, UnitName owner) {
  unit.base += " " + owner.base;
  unit.length = owner.first + owner.length - unit.first;
  unit.place = std::move(owner.place);
  unit.bare_place = owner.bare_place;
  unit.incomplete = owner.incomplete;
  if (unit.level.empty()) unit.level = owner.level;
}

std::size_t NameRun(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kLongest = 5;
  std::size_t length = 0;
  while (length < kLongest && view.joined(first + length) &&
         (view.capital(first + length) || view.token(first + length).numeric)) {
    ++length;
  }
  return length;
}

bool ForeignStateAt(const ArticleView& view, std::size_t next) {
  static constexpr std::array<std::array<std::string_view, 2>, 30> kStates = {{
      {"mỹ", ""},        {"anh", ""},       {"pháp", ""},
      {"đức", ""},       {"nga", ""},       {"nhật", ""},
      {"hàn", ""},       {"lào", ""},       {"úc", ""},
      {"ý", ""},         {"campuchia", ""}, {"cuba", ""},
      {"syria", ""},     {"ukraine", ""},   {"israel", ""},
      {"iran", ""},      {"iraq", ""},      {"canada", ""},
      {"italia", ""},    {"australia", ""}, {"singapore", ""},
      {"indonesia", ""}, {"malaysia", ""},  {"myanmar", ""},
      {"ấn", "độ"},      {"trung", "quốc"}, {"thái", "lan"},
      {"hoa", "kỳ"},     {"mông", "cổ"},    {"triều", "tiên"},
  }};
  if (!view.joined(next) || !view.capital(next)) return false;
  return std::any_of(kStates.begin(), kStates.end(), [&](const auto& state) {
    return view.exact(next) == state[0] &&
           (state[1].empty() || view.next_is(next + 1, state[1]));
  });
}

}  // namespace tracuu::extract
