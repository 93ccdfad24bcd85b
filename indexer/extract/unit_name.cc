#include "indexer/extract/unit_name.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_institution.h"
#include "indexer/extract/unit_parts.h"
#include "indexer/extract/unit_steering.h"

namespace tracuu::extract {
namespace {

std::optional<UnitName> Parse(const ArticleView& view, std::size_t first,
                              int depth);

void ParseOwnPlace(const ArticleView& view, UnitName& unit) {
  unit.bare_place = true;
  const std::size_t next = unit.first + unit.length;
  const std::string_view head = unit.head->canonical;
  const bool city = head == "Thành ủy" || head == "Thành đoàn";
  const bool province = unit.head->level == "tinh";
  std::optional<PlaceName> place;
  if (view.joined(next)) {
    place = TypedPlaceAt(view, next);
    if (place && place->name.empty()) place.reset();
    if (!place && (province || city)) place = BareProvinceAt(view, next);
    if (place && city && place->level == PlaceLevel::kProvince) {
      const bool central =
          (place->before != nullptr && place->before->is_city) ||
          (place->from != nullptr && place->from->is_city);
      if (!central) place.reset();  // A seat of the province's name.
    }
    if (!place && !province)
      place = BareDistrictAt(view, next, TypeOfCommittee(head));
  }
  if (place) {
    SetArea(unit, std::move(*place));
    return;
  }
  unit.place = NamelessPlace(
      province ? PlaceLevel::kProvince : PlaceLevel::kDistrict, "");
}

// "Hội Nông dân Khoái Châu": a district that only one province has, without
// its type word.
std::optional<PlaceName> BareAreaAt(const ArticleView& view,
                                    const UnitName& unit, std::size_t next) {
  constexpr std::size_t kFewestSyllables = 2;
  if (!view.joined(next) || unit.level == "tinh") return std::nullopt;
  std::optional<PlaceName> place = BareDistrictAt(view, next);
  if (!place || place->district == nullptr ||
      place->length < kFewestSyllables || IsFamilyName(view.exact(next))) {
    return std::nullopt;
  }
  return place;
}

// "Trường Chính trị Hoàng Đình Giong tỉnh Cao Bằng": named after a person.
bool ParseNamedSchool(const ArticleView& view, UnitName& unit) {
  constexpr std::size_t kFewestSyllables = 2;
  const std::size_t next = unit.first + unit.length;
  if (!view.joined(next) || !IsFamilyName(view.exact(next))) return false;
  const std::size_t run = NameRun(view, next);
  if (run < kFewestSyllables) return false;
  unit.base += " " + WrittenText(view, next, run);
  unit.length += run;
  if (std::optional<PlaceName> place = AreaAt(view, next + run)) {
    SetArea(unit, std::move(*place));
  }
  return true;
}

// "Đoàn TNCS Hồ Chí Minh huyện X" is the Huyện đoàn X.
void NameUnion(UnitName& unit) {
  if (unit.base != "Đoàn Thanh niên" || !unit.place) return;
  PlaceName& place = *unit.place;
  if (place.level == PlaceLevel::kCommune) return;
  unit.base = place.type == "thành phố"              ? "Thành đoàn"
              : place.type == "quận"                 ? "Quận đoàn"
              : place.type == "thị xã"               ? "Thị đoàn"
              : place.level == PlaceLevel::kProvince ? "Tỉnh đoàn"
                                                     : "Huyện đoàn";
  unit.bare_place = true;
  if (place.name.empty()) place.type.clear();
}

bool ParseArea(const ArticleView& view, UnitName& unit, int depth) {
  std::size_t next = unit.first + unit.length;
  if (next < view.size() && IsGenericWord(view.exact(next))) return false;
  std::optional<PlaceName> place = AreaAt(view, next);
  if (!place) place = BareAreaAt(view, unit, next);
  if (place) {
    SetArea(unit, std::move(*place));
    NameUnion(unit);
    return true;
  }
  if (unit.kind == "truong-chinh-tri" && ParseNamedSchool(view, unit)) {
    return true;
  }
  // "Đoàn Thanh niên Công an tỉnh"
  if (unit.base == "Đoàn Thanh niên" && depth < kDeepestNesting &&
      view.joined(next)) {
    if (std::optional<UnitName> owner = Parse(view, next, depth + 1)) {
      SetOwner(unit, std::move(*owner));
      return true;
    }
  }
  // "HĐND, UBND tỉnh X": the area stands behind the last of them.
  if (depth >= kDeepestNesting || next + 1 >= view.size()) return false;
  if (view.exact(next) == "và" && view.joined(next)) {
    ++next;
  } else if (view.gap(next) != Gap::kComma && view.gap(next) != Gap::kDash) {
    return false;
  }
  const HeadMatch other = HeadAt(view, next);
  if (other.head == nullptr || other.head->tail != UnitTail::kArea)
    return false;
  const std::optional<UnitName> last = Parse(view, next, depth + 1);
  if (!last || !last->place) return false;
  unit.place = last->place;
  if (unit.level.empty()) unit.level = LevelOfPlace(*unit.place);
  return true;
}

bool ParseOwner(const ArticleView& view, UnitName& unit, int depth) {
  std::size_t next = unit.first + unit.length;
  if (!view.joined(next)) return false;
  if (view.next_is(next, "của")) ++next;
  std::size_t central = 0;
  if (CentralAt(view, next, central)) {
    unit.base += " Trung ương";
    unit.level = "trung-uong";
    unit.length = next + central - unit.first;
    return true;
  }
  if (!view.joined(next) || depth >= kDeepestNesting) return false;
  if (std::optional<UnitName> owner = Parse(view, next, depth + 1)) {
    SetOwner(unit, std::move(*owner));
    return true;
  }
  // "Ban Xây dựng Đảng xã Lạc Thủy"
  std::optional<PlaceName> place = TypedPlaceAt(view, next);
  if (!place || unit.kind != "ban-dang" || !view.capital(unit.first)) {
    return false;
  }
  SetArea(unit, std::move(*place));
  return true;
}

// "Phòng Giáo dục| chính trị", "Giáo dục| thường xuyên": another field, of
// which the table knows the beginning.
bool IsHalfOfField(const ArticleView& view, std::size_t first,
                   std::size_t length) {
  static constexpr std::array<std::string_view, 7> kOthers = {
      "chính", "thường", "nghề", "pháp", "thể", "quốc", "mầm"};
  return view.exact(first) == "giáo" && length == 2 &&
         std::any_of(kOthers.begin(), kOthers.end(), [&](auto word) {
           return view.next_is(first + length, word);
         });
}

bool ParseField(const ArticleView& view, UnitName& unit) {
  std::size_t next = unit.first + unit.length;
  if (!view.joined(next)) return false;
  const FieldMatch field = FieldAt(view, next);
  if (field.length == 0 || !view.capital(next) ||
      IsHalfOfField(view, next, field.length)) {
    return false;
  }
  unit.base += " " + std::string(field.canonical);
  unit.length += field.length;
  if (unit.level == "trung-uong") return true;
  next += field.length;
  if (std::optional<PlaceName> place = AreaAt(view, next)) {
    SetArea(unit, std::move(*place));
  } else {
    unit.place = unit.level == "tinh"
                     ? NamelessPlace(PlaceLevel::kProvince, "")
                     : NamelessPlace(PlaceLevel::kDistrict, "");
  }
  return true;
}

bool ParseProperName(const ArticleView& view, UnitName& unit) {
  constexpr std::size_t kLongest = 8;
  constexpr std::size_t kLongestTask = 24;
  const std::size_t start = unit.first + unit.length;
  const bool has_task = unit.level == "trung-uong";
  if (!view.joined(start) || (!has_task && !view.capital(start))) {
    return false;
  }
  std::size_t length = 0;
  const std::size_t longest = has_task ? kLongestTask : kLongest;
  while (length < longest && !EndsName(view, start + length)) {
    const std::size_t here = start + length;
    if (length > 0 && !has_task) {
      std::optional<PlaceName> place = TypedPlaceAt(view, here);
      if (place && view.joined(here)) {
        unit.base += " " + WrittenText(view, start, length);
        SetArea(unit, std::move(*place));
        return true;
      }
      if (view.gap(here) != Gap::kSpace) return false;
    }
    ++length;
  }
  if (!has_task || length == 0) return false;
  unit.base += " " + WrittenText(view, start, length);
  unit.length += length;
  return true;
}

// "Đồn Biên phòng Mường Típ", "Trường Đại học Kinh tế Quốc dân".
bool ParseOwnName(const ArticleView& view, UnitName& unit) {
  const std::size_t next = unit.first + unit.length;
  const std::size_t length = InstitutionNameAt(view, next);
  if (length == 0) return false;
  unit.base += " " + WrittenText(view, next, length);
  unit.length += length;
  return true;
}

// "Quân khu 7", "Học viện Chính trị khu vực II".
bool ParseNumber(const ArticleView& view, UnitName& unit) {
  const std::size_t next = unit.first + unit.length;
  if (!view.joined(next)) return false;
  const bool roman =
      view.token(next).letter_case == LetterCase::kUpper &&
      view.exact(next).find_first_not_of("iv") == std::string_view::npos;
  // "Trung đoàn 8xx" too.
  const char digit = view.exact(next).front();
  if ((digit < '0' || digit > '9') && !roman) return false;
  unit.base += " " + WrittenText(view, next, 1);
  unit.length += 1;
  return true;
}

bool ParseTail(const ArticleView& view, UnitName& unit, int depth) {
  switch (unit.head->tail) {
    case UnitTail::kComplete:
      return true;
    case UnitTail::kOwnPlace:
      ParseOwnPlace(view, unit);
      return true;
    case UnitTail::kArea:
      return ParseArea(view, unit, depth);
    case UnitTail::kOwner:
      return ParseOwner(view, unit, depth);
    case UnitTail::kField:
      return ParseField(view, unit);
    case UnitTail::kSteering:
      return ParseSteering(view, unit, &Parse, depth);
    case UnitTail::kCommittee:
      return ParseCommittee(view, unit, &Parse, depth);
    case UnitTail::kCell:
      return ParseCell(view, unit, &Parse, depth);
    case UnitTail::kProperName:
      return ParseProperName(view, unit);
    case UnitTail::kOwnName:
      return ParseOwnName(view, unit);
    case UnitTail::kNumbered:
      return ParseNumber(view, unit);
  }
  return false;
}

// Ordinary words in lower case ("bộ", "phòng", "chính phủ") are no names.
bool NeedsCapital(const UnitHead& head) {
  return head.tail == UnitTail::kField || head.tail == UnitTail::kProperName ||
         head.tail == UnitTail::kOwnName || head.tail == UnitTail::kNumbered ||
         head.tail == UnitTail::kComplete || head.written == "Văn phòng" ||
         head.written == "Ủy ban" || head.written == "Thanh tra";
}

// "Giám đốc sở Tư pháp", where "trụ sở Công an" is a house.
bool IsOfficesField(const ArticleView& view, std::size_t first,
                    const UnitHead& head) {
  return head.tail == UnitTail::kField &&
         OfficeBefore(view, first).kind == OfficeKind::kLeader;
}

std::optional<UnitName> Parse(const ArticleView& view, std::size_t first,
                              int depth) {
  const HeadMatch match = HeadAt(view, first);
  if (match.head == nullptr) return std::nullopt;
  if (NeedsCapital(*match.head) && !view.capital(first) &&
      !IsOfficesField(view, first, *match.head)) {
    return std::nullopt;
  }
  // "Tỉnh ủy viên" is a person, "trong tỉnh đoàn kết" a virtue.
  if (view.next_is(first + match.length, "viên") ||
      (match.head->canonical.ends_with("đoàn") &&
       view.next_is(first + match.length, "kết"))) {
    return std::nullopt;
  }
  UnitName unit;
  unit.head = match.head;
  unit.first = first;
  unit.length = match.length;
  unit.base = match.head->canonical;
  unit.kind = match.head->kind;
  unit.level = match.head->level;
  if (!ParseTail(view, unit, depth)) return std::nullopt;
  if (unit.level == "trung-uong" &&
      ForeignStateAt(view, unit.first + unit.length)) {
    return std::nullopt;
  }
  return unit;
}

// "12 huyện ủy" counts bodies; "kỳ họp thứ 7 HĐND tỉnh" does not.
bool IsCount(const ArticleView& view, std::size_t i) {
  return view.token(i).numeric && !view.before_is(i, "thứ") &&
         !view.before_is(i, "số");
}

}  // namespace

namespace {

// The places of "các tỉnh Kon Tum, Gia Lai và Lâm Đồng" behind a head, and the
// token after them.
std::vector<PlaceName> PlacesListedAt(const ArticleView& view,
                                      std::size_t first, std::size_t* end) {
  std::vector<PlaceName> places;
  if (!view.next_is(first, "các") || !view.joined(first + 1)) return places;
  const std::optional<PlaceName> head = TypedPlaceAt(view, first + 1);
  if (!head || head->name.empty() || head->level == PlaceLevel::kCommune) {
    return places;
  }
  places.push_back(*head);
  std::size_t next = head->first + head->length;
  while (next + 1 < view.size()) {
    const bool joint = view.next_is(next, "và");
    if (!joint && view.gap(next) != Gap::kComma) break;
    const std::size_t at = joint ? next + 1 : next;
    std::optional<PlaceName> place = head->level == PlaceLevel::kProvince
                                         ? BareProvinceAt(view, at)
                                         : BareDistrictAt(view, at, head->type);
    if (!place) break;
    next = place->first + place->length;
    places.push_back(std::move(*place));
  }
  *end = next;
  return places;
}

}  // namespace

std::vector<UnitName> UnitNamesAt(const ArticleView& view, std::size_t first) {
  if (std::optional<UnitName> one = UnitNameAt(view, first)) return {*one};
  std::vector<UnitName> names;
  const HeadMatch match = HeadAt(view, first);
  if (match.head == nullptr || match.head->tail != UnitTail::kArea) return {};
  std::size_t end = 0;
  const std::vector<PlaceName> places =
      PlacesListedAt(view, first + match.length, &end);
  for (const PlaceName& place : places) {
    UnitName unit;
    unit.head = match.head;
    unit.first = first;
    unit.base = match.head->canonical;
    unit.kind = match.head->kind;
    unit.level = match.head->level;
    unit.length = end - first;
    if (unit.level.empty()) unit.level = LevelOfPlace(place);
    unit.place = place;
    names.push_back(std::move(unit));
  }
  return names;
}

std::optional<UnitName> UnitNameAt(const ArticleView& view, std::size_t first) {
  const HeadMatch match = HeadAt(view, first);
  if (match.head == nullptr) return std::nullopt;
  if (view.joined(first) &&
      (IsGenericWord(view.exact(first - 1)) || view.before_is(first, "số") ||
       IsCount(view, first - 1))) {
    return std::nullopt;
  }
  return Parse(view, first, 0);
}

}  // namespace tracuu::extract
