#include "indexer/extract/unit_name.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_institution.h"
#include "indexer/extract/unit_steering.h"

namespace tracuu::extract {
namespace {

constexpr int kDeepestNesting = 3;  // Chi bộ → Văn phòng → Tỉnh ủy

std::optional<UnitName> Parse(const ArticleView& view, std::size_t first,
                              int depth);

// True if token i follows on: blanks only, or a dash ("Chi bộ - Sở …").
bool Follows(const ArticleView& view, std::size_t i) { return view.joined(i); }

// "cấp huyện", "các xã": bodies of a sort, none in particular.
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

// The area a body belongs to, at token i: typed, or a bare province.
std::optional<PlaceName> AreaAt(const ArticleView& view, std::size_t i) {
  if (!Follows(view, i)) return std::nullopt;
  std::optional<PlaceName> place = TypedPlaceAt(view, i);
  if (!place) place = BareProvinceAt(view, i);
  // A commune or district without a name, followed by a comma and another of
  // its sort, is a list of sorts: "Đảng ủy xã, thị trấn".
  if (place && place->name.empty() && place->level == PlaceLevel::kCommune) {
    return std::nullopt;
  }
  return place;
}

void SetArea(UnitName& unit, PlaceName place) {
  unit.length = place.first + place.length - unit.first;
  if (unit.level.empty()) unit.level = LevelOfPlace(place);
  unit.place = std::move(place);
}

void ParseOwnPlace(const ArticleView& view, UnitName& unit) {
  unit.bare_place = true;
  const std::size_t next = unit.first + unit.length;
  const std::string_view head = unit.head->canonical;
  const bool city = head == "Thành ủy" || head == "Thành đoàn";
  const bool province = unit.head->level == "tinh";
  std::optional<PlaceName> place;
  if (Follows(view, next)) {
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

bool ParseArea(const ArticleView& view, UnitName& unit, int depth) {
  std::size_t next = unit.first + unit.length;
  if (next < view.size() && IsGenericWord(view.exact(next))) return false;
  if (std::optional<PlaceName> place = AreaAt(view, next)) {
    SetArea(unit, std::move(*place));
    return true;
  }
  // "HĐND, UBND tỉnh X": the area stands behind the last of them.
  if (depth >= kDeepestNesting || next + 1 >= view.size()) return false;
  if (view.exact(next) == "và" && view.joined(next)) {
    ++next;
  } else if (view.gap(next) != Gap::kComma) {
    return false;
  }
  const HeadMatch other = HeadAt(view, next);
  if (other.head == nullptr || other.head->tail != Tail::kArea) return false;
  const std::optional<UnitName> last = Parse(view, next, depth + 1);
  if (!last || !last->place) return false;
  unit.place = last->place;
  if (unit.level.empty()) unit.level = LevelOfPlace(*unit.place);
  return true;
}

// Hangs `owner` behind `unit`: "Ban Tuyên giáo" + "Tỉnh ủy X".
void SetOwner(UnitName& unit, UnitName owner) {
  unit.base += " " + owner.base;
  unit.length = owner.first + owner.length - unit.first;
  unit.place = std::move(owner.place);
  unit.bare_place = owner.bare_place;
  unit.incomplete = owner.incomplete;
  if (unit.level.empty()) unit.level = owner.level;
}

bool ParseOwner(const ArticleView& view, UnitName& unit, int depth) {
  std::size_t next = unit.first + unit.length;
  if (!Follows(view, next)) return false;
  if (view.next_is(next, "của")) ++next;
  std::size_t central = 0;
  if (CentralAt(view, next, central)) {
    unit.base += " Trung ương";
    unit.level = "trung-uong";
    unit.length = next + central - unit.first;
    return true;
  }
  if (!Follows(view, next) || depth >= kDeepestNesting) return false;
  if (std::optional<UnitName> owner = Parse(view, next, depth + 1)) {
    SetOwner(unit, std::move(*owner));
    return true;
  }
  return false;
}

bool ParseField(const ArticleView& view, UnitName& unit) {
  std::size_t next = unit.first + unit.length;
  if (!Follows(view, next)) return false;
  const FieldMatch field = FieldAt(view, next);
  if (field.length == 0 || !view.capital(next)) return false;
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

// "Đảng ủy Khối các cơ quan (và doanh nghiệp) tỉnh".
bool ParseBloc(const ArticleView& view, UnitName& unit) {
  std::size_t next = unit.first + unit.length;
  if (view.next_is(next, "khối")) {
    unit.base += " Khối";
    ++next;
  } else if (unit.base != "Đoàn Khối") {
    return false;
  }
  if (view.next_is(next, "các") && view.next_is(next + 1, "cơ") &&
      view.next_is(next + 2, "quan")) {
    unit.base += " các cơ quan";
    next += 3;
    if (view.next_is(next, "và") && view.next_is(next + 1, "doanh") &&
        view.next_is(next + 2, "nghiệp")) {
      unit.base += " và doanh nghiệp";
      next += 3;
    }
  } else if (view.next_is(next, "doanh") && view.next_is(next + 1, "nghiệp")) {
    unit.base += " Doanh nghiệp";
    next += 2;
  } else {
    unit.incomplete = true;
  }
  if (unit.kind == "cap-uy") unit.kind = "dang-uy-khoi";
  unit.level = "tinh";
  unit.length = next - unit.first;
  if (std::optional<PlaceName> place = AreaAt(view, next)) {
    SetArea(unit, std::move(*place));
  } else {
    unit.place = NamelessPlace(PlaceLevel::kProvince, "");
  }
  return true;
}

// A conference of the whole committee is an act of the committee: "Ban Chấp
// hành Đảng bộ tỉnh X" is the Tỉnh ủy X.
void NameCommitteeOf(UnitName& unit, const PlaceName& place) {
  if (unit.base != "Ban Chấp hành Đảng bộ") return;
  unit.bare_place = true;
  if (place.level == PlaceLevel::kProvince) {
    const bool city = place.type == "thành phố";
    unit.base = city ? "Thành ủy" : "Tỉnh ủy";
  } else if (place.type == "quận") {
    unit.base = "Quận ủy";
  } else if (place.type == "thị xã") {
    unit.base = "Thị ủy";
  } else if (place.type == "thành phố") {
    unit.base = "Thành ủy";
  } else if (place.level == PlaceLevel::kDistrict) {
    unit.base = "Huyện ủy";
  } else {
    unit.base = "Đảng ủy";
    unit.bare_place = false;
  }
}

// "Chi bộ Trung tâm Khuyến nông tỉnh X": a body without a table of names. Said
// without its place, it is the one that is said with it.
bool ParseInstitution(const ArticleView& view, UnitName& unit) {
  const std::size_t next = unit.first + unit.length;
  const std::size_t length = InstitutionAt(view, next);
  if (length == 0) return false;
  unit.base += " " + WrittenText(view, next, length);
  unit.length += length;
  unit.level = "co-so";
  if (std::optional<PlaceName> place = AreaAt(view, next + length)) {
    SetArea(unit, std::move(*place));
  } else {
    unit.incomplete = true;
  }
  return true;
}

bool ParseCommittee(const ArticleView& view, UnitName& unit, int depth) {
  if (ParseBloc(view, unit)) return true;
  const std::size_t next = unit.first + unit.length;
  if (!Follows(view, next) || IsGenericWord(view.exact(next))) return false;
  if (std::optional<PlaceName> place = AreaAt(view, next)) {
    NameCommitteeOf(unit, *place);
    SetArea(unit, std::move(*place));
    return true;
  }
  if (depth >= kDeepestNesting) return false;
  std::size_t skipped = 0;
  if (view.next_is(next, "quân") && view.next_is(next + 1, "sự")) {
    unit.base += " Quân sự";
    skipped = 2;
    const std::optional<PlaceName> place = AreaAt(view, next + skipped);
    if (!place) return false;
    SetArea(unit, *place);
    return true;
  }
  std::optional<UnitName> owner = Parse(view, next, depth + 1);
  if (!owner && ParseInstitution(view, unit)) return true;
  if (!owner || owner->head->tail == Tail::kCommittee ||
      owner->head->tail == Tail::kOwnPlace) {
    return false;
  }
  const bool statewide = owner->level == "trung-uong";
  const bool of_area =
      owner->kind == "luc-luong-vu-trang" || owner->kind == "chinh-quyen";
  if (owner->kind == "chinh-quyen" && unit.kind == "cap-uy") {
    unit.kind = "dang-uy-co-quan";
  }
  unit.level = statewide ? "trung-uong" : of_area ? "" : "co-so";
  SetOwner(unit, std::move(*owner));
  return true;
}

// The run of capitalised words that is a proper name, at most five.
std::size_t NameRun(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kLongest = 5;
  std::size_t length = 0;
  while (length < kLongest && Follows(view, first + length) &&
         (view.capital(first + length) || view.token(first + length).numeric)) {
    ++length;
  }
  return length;
}

bool ParseCell(const ArticleView& view, UnitName& unit, int depth) {
  std::size_t next = unit.first + unit.length;
  if (view.next_is(next, "cơ") && view.next_is(next + 1, "quan")) {
    unit.base += " cơ quan";
    next += 2;
    unit.length += 2;
  }
  if (!Follows(view, next) || IsGenericWord(view.exact(next))) return false;
  if (depth < kDeepestNesting) {
    if (std::optional<UnitName> owner = Parse(view, next, depth + 1)) {
      SetOwner(unit, std::move(*owner));
      unit.level = "co-so";
      return true;
    }
  }
  static constexpr std::array<std::string_view, 5> kHamlets = {
      "thôn", "ấp", "bản", "buôn", "bon"};
  std::size_t type = 0;
  if (std::find(kHamlets.begin(), kHamlets.end(), view.exact(next)) !=
      kHamlets.end()) {
    type = 1;
  } else if (view.next_is(next, "khu")) {
    type = view.next_is(next + 1, "phố") ? 2 : 1;
  }
  if (type == 0 && ParseInstitution(view, unit)) return true;
  // "chi bộ 14 đảng viên" counts; "Chi bộ 14" is one.
  if (type == 0 && view.token(next).numeric && !view.capital(unit.first)) {
    return false;
  }
  std::size_t run = NameRun(view, next + type);
  if (run > 1 && view.token(next + type).numeric) run = 1;  // "ấp 6"
  if (run == 0) return false;
  // "Bí thư Chi bộ" and a person's name.
  if (type == 0 && run > 1 &&
      OfficeBefore(view, unit.first).kind == OfficeKind::kLeader) {
    return false;
  }
  unit.base += " " + WrittenText(view, next, type + run);
  unit.length = next + type + run - unit.first;
  return true;
}

bool ParseProperName(const ArticleView& view, UnitName& unit) {
  constexpr std::size_t kLongest = 8;
  constexpr std::size_t kLongestTask = 24;
  const std::size_t start = unit.first + unit.length;
  const bool has_task = unit.level == "trung-uong";
  if (!Follows(view, start) || (!has_task && !view.capital(start))) {
    return false;
  }
  std::size_t length = 0;
  const std::size_t longest = has_task ? kLongestTask : kLongest;
  while (length < longest && !EndsName(view, start + length)) {
    const std::size_t here = start + length;
    if (length > 0 && !has_task) {
      std::optional<PlaceName> place = TypedPlaceAt(view, here);
      if (place && Follows(view, here)) {
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

bool ParseTail(const ArticleView& view, UnitName& unit, int depth) {
  switch (unit.head->tail) {
    case Tail::kNothing:
      return true;
    case Tail::kOwnPlace:
      ParseOwnPlace(view, unit);
      return true;
    case Tail::kArea:
      return ParseArea(view, unit, depth);
    case Tail::kOwner:
      return ParseOwner(view, unit, depth);
    case Tail::kField:
      return ParseField(view, unit);
    case Tail::kSteering:
      return ParseSteering(view, unit, &Parse, depth);
    case Tail::kCommittee:
      return ParseCommittee(view, unit, depth);
    case Tail::kCell:
      return ParseCell(view, unit, depth);
    case Tail::kProperName:
      return ParseProperName(view, unit);
  }
  return false;
}

// Ordinary words in lower case ("bộ", "phòng", "chính phủ") are no names.
bool NeedsCapital(const UnitHead& head) {
  return head.tail == Tail::kField || head.tail == Tail::kProperName ||
         head.tail == Tail::kNothing || head.written == "Văn phòng" ||
         head.written == "Ủy ban" || head.written == "Thanh tra";
}

std::optional<UnitName> Parse(const ArticleView& view, std::size_t first,
                              int depth) {
  const HeadMatch match = HeadAt(view, first);
  if (match.head == nullptr) return std::nullopt;
  if (NeedsCapital(*match.head) && !view.capital(first)) return std::nullopt;
  UnitName unit;
  unit.head = match.head;
  unit.first = first;
  unit.length = match.length;
  unit.base = match.head->canonical;
  unit.kind = match.head->kind;
  unit.level = match.head->level;
  if (!ParseTail(view, unit, depth)) return std::nullopt;
  return unit;
}

// "12 huyện ủy" counts bodies; "kỳ họp thứ 7 HĐND tỉnh" does not.
bool IsCount(const ArticleView& view, std::size_t i) {
  return view.token(i).numeric && !view.before_is(i, "thứ") &&
         !view.before_is(i, "số");
}

}  // namespace

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
