// The names of committees and cells: the committee of an area, of a bloc of
// agencies, of another body; the cell of a hamlet, of a body or of a school.

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_institution.h"
#include "indexer/extract/unit_lexicon.h"
#include "indexer/extract/unit_parts.h"

namespace tracuu::extract {
namespace {

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
  } else if (view.joined(next) && !view.capital(next - 1) &&
             view.token(next).letter_case == LetterCase::kLower &&
             HeadAt(view, next).head == nullptr && !AreaAt(view, next) &&
             VerbAt(view, next).kind == VerbKind::kNone) {
    return false;  // "Đảng ủy khối giáo dục": another bloc than the agencies'.
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

// "Đảng ủy Công ty", "chi bộ nhà trường"
bool ParseSort(const ArticleView& view, UnitName& unit) {
  const std::size_t next = unit.first + unit.length;
  const SortMatch match = InstitutionSortAt(view, next);
  if (match.length == 0) return false;
  unit.sort = match.sort;
  unit.length += match.length;
  unit.level = "co-so";
  unit.incomplete = true;
  return true;
}

// "Chi bộ Trung tâm Khuyến nông tỉnh X": a body without a table of names. Said
// without its place, it is the one that is said with it.
bool ParseInstitution(const ArticleView& view, UnitName& unit) {
  const std::size_t next = unit.first + unit.length;
  const std::size_t length = InstitutionAt(view, next);
  if (length == 0) return ParseSort(view, unit);
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

}  // namespace

namespace {

// "Đảng bộ| và nhân dân| xã X", "Đảng bộ|, chính quyền và nhân dân| huyện X":
// tokens of what stands before the place that they share.
std::size_t PeopleBehind(const ArticleView& view, const UnitName& unit) {
  if (unit.base != "Đảng bộ") return 0;
  const std::size_t next = unit.first + unit.length;
  std::size_t i = next;
  if (i + 1 < view.size() && view.gap(i) == Gap::kComma &&
      view.exact(i) == "chính" && view.next_is(i + 1, "quyền")) {
    i += 2;
    if (i < view.size() && view.gap(i) == Gap::kComma) {
      return view.exact(i) == "nhân" && view.next_is(i + 1, "dân")
                 ? i + 2 - next
                 : 0;
    }
  }
  const bool people = view.next_is(i, "và") && view.next_is(i + 1, "nhân") &&
                      view.next_is(i + 2, "dân");
  return people ? i + 3 - next : 0;
}

}  // namespace

bool ParseCommittee(const ArticleView& view, UnitName& unit,
                    UnitParser parse_owner, int depth) {
  if (ParseBloc(view, unit)) return true;
  const std::size_t people = PeopleBehind(view, unit);
  unit.length += people;
  unit.with_people = people != 0;
  const std::size_t next = unit.first + unit.length;
  if (!view.joined(next) || IsGenericWord(view.exact(next))) return false;
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
  std::optional<UnitName> owner = parse_owner(view, next, depth + 1);
  if (!owner && ParseInstitution(view, unit)) return true;
  if (!owner || owner->head->tail == UnitTail::kCommittee ||
      owner->head->tail == UnitTail::kOwnPlace) {
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

namespace {

// Tokens of the word for a part of a commune at `first`, and of "số" behind it:
// "thôn", "khu phố", "tổ dân phố số".
std::size_t HamletTypeAt(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::array<std::string_view, 3>, 21> kTypes = {{
      {"tổ", "dân", "phố"},  {"khu", "dân", "cư"}, {"cụm", "dân", "cư"},
      {"tổ", "nhân", "dân"}, {"khu", "phố", ""},   {"khối", "phố", ""},
      {"khu", "vực", ""},    {"khối", "", ""},     {"cụm", "", ""},
      {"phum", "", ""},      {"sóc", "", ""},      {"tiểu", "khu", ""},
      {"khu", "", ""},       {"thôn", "", ""},     {"ấp", "", ""},
      {"bản", "", ""},       {"buôn", "", ""},     {"bon", "", ""},
      {"khóm", "", ""},      {"xóm", "", ""},      {"làng", "", ""},
  }};
  for (const auto& words : kTypes) {
    std::size_t length = 0;
    while (length < words.size() && !words[length].empty() &&
           first + length < view.size() &&
           view.exact(first + length) == words[length] &&
           (length == 0 || view.joined(first + length))) {
      ++length;
    }
    if (length == 0 || (length < words.size() && !words[length].empty())) {
      continue;
    }
    return view.next_is(first + length, "số") ? length + 1 : length;
  }
  return 0;
}

}  // namespace

bool ParseCell(const ArticleView& view, UnitName& unit, UnitParser parse_owner,
               int depth) {
  std::size_t next = unit.first + unit.length;
  if (view.next_is(next, "cơ") && view.next_is(next + 1, "quan")) {
    unit.base += " cơ quan";
    next += 2;
    unit.length += 2;
  }
  if (!view.joined(next) || IsGenericWord(view.exact(next))) return false;
  if (depth < kDeepestNesting) {
    if (std::optional<UnitName> owner = parse_owner(view, next, depth + 1)) {
      SetOwner(unit, std::move(*owner));
      unit.level = "co-so";
      return true;
    }
  }
  const std::size_t type = HamletTypeAt(view, next);
  if (type == 0 && ParseInstitution(view, unit)) return true;
  // "chi bộ 14 đảng viên" counts; "Chi bộ 14" is one.
  if (type == 0 && view.token(next).numeric && !view.capital(unit.first)) {
    return false;
  }
  std::size_t run = NameRun(view, next + type);
  if (run > 1 && view.token(next + type).numeric) run = 1;  // "ấp 6"
  if (run == 0) return false;
  // "chi bộ Cơ điện": half of a word is no name.
  const std::size_t after = next + run;
  if (type == 0 && run == 1 && !view.token(next).numeric &&
      view.joined(after) && !EndsName(view, after) &&
      view.token(after).letter_case == LetterCase::kLower) {
    return false;
  }
  // "Bí thư Chi bộ" and a person's name.
  if (type == 0 && run > 1 &&
      OfficeBefore(view, unit.first).kind == OfficeKind::kLeader) {
    return false;
  }
  unit.base += " " + WrittenText(view, next, type + run);
  unit.length = next + type + run - unit.first;
  return true;
}

}  // namespace tracuu::extract
