#include "indexer/extract/unit_steering.h"

#include <string>
#include <string_view>
#include <utility>

namespace tracuu::extract {
namespace {

constexpr std::size_t kLongestTask = 34;  // Tokens of the longest full name.

bool IsCommitteeNumber(const ArticleView& view, std::size_t i) {
  return i < view.size() && view.token(i).numeric &&
         view.token(i).exact.size() >= 2 && view.token(i).exact.size() <= 4;
}

// What the words after the head say.
struct Task {
  std::string number;     // "35"
  std::size_t begin = 0;  // Tokens of the task.
  std::size_t end = 0;
  std::size_t next = 0;  // Where the owner would stand.
};

// "(BCĐ 35)" or "(THADS)" behind the task: the short form. Returns the token
// after the bracket; sets the number.
std::size_t SkipShortForm(const ArticleView& view, std::size_t open,
                          std::string& number) {
  std::size_t i = open;
  while (i < view.size() && i < open + 6) {
    if (i > open && view.gap(i) == Gap::kClose) return i;
    if (IsCommitteeNumber(view, i)) number = view.exact(i);
    ++i;
  }
  return i;
}

bool OwnerStartsAt(const ArticleView& view, std::size_t i) {
  const HeadMatch head = HeadAt(view, i);
  if (head.head != nullptr && (head.head->tail == UnitTail::kOwnPlace ||
                               head.head->tail == UnitTail::kCommittee)) {
    return true;
  }
  return TypedPlaceAt(view, i).has_value();
}

Task ReadTask(const ArticleView& view, std::size_t first) {
  Task task;
  task.begin = first;
  std::size_t i = first;
  while (i < view.size() && i < first + kLongestTask) {
    if (view.gap(i) == Gap::kOpen) {
      task.end = i;
      i = SkipShortForm(view, i, task.number);
      task.next = i;
      return task;
    }
    // "của Đảng" belongs to the task, "của Tỉnh ủy" names the owner.
    const bool owner = view.exact(i) == "của" ? OwnerStartsAt(view, i + 1)
                                              : OwnerStartsAt(view, i);
    if (owner || EndsName(view, i)) break;
    ++i;
  }
  task.end = i;
  task.next = i;
  return task;
}

bool Contains(const ArticleView& view, const Task& task,
              std::string_view words) {
  std::string text;
  for (std::size_t i = task.begin; i < task.end; ++i) {
    text += ' ';
    text += view.exact(i);
  }
  text += ' ';
  return text.find(words) != std::string::npos;
}

std::string TaskName(const ArticleView& view, const Task& task) {
  std::size_t begin = task.begin;
  if (begin < task.end && view.exact(begin) == "về") ++begin;
  std::string name = WrittenText(view, begin, task.end - begin);
  if (name == "THADS") name = "Thi hành án dân sự";
  return name;
}

void ReadOwner(const ArticleView& view, UnitName& unit, std::size_t next,
               UnitParser parse_owner, int depth) {
  const auto near = [&view](std::size_t i) {
    return i < view.size() && (view.joined(i) || view.gap(i) == Gap::kClose);
  };
  if (near(next) && view.exact(next) == "của") ++next;
  if (!near(next)) {
    unit.incomplete = true;
    return;
  }
  std::size_t central = 0;
  if (CentralAt(view, next, central)) {
    unit.base += " Trung ương";
    unit.level = "trung-uong";
    unit.length = next + central - unit.first;
    return;
  }
  std::optional<PlaceName> place = TypedPlaceAt(view, next);
  if (!place) place = BareProvinceAt(view, next);
  if (place && !(place->level == PlaceLevel::kCommune && place->name.empty())) {
    unit.length = next + place->length - unit.first;
    unit.level = place->level == PlaceLevel::kProvince   ? "tinh"
                 : place->level == PlaceLevel::kDistrict ? "huyen"
                                                         : "xa";
    unit.place = std::move(place);
    return;
  }
  std::optional<UnitName> owner = parse_owner(view, next, depth + 1);
  if (owner && owner->head->tail != UnitTail::kSteering) {
    unit.base += " " + owner->base;
    unit.length = next + owner->length - unit.first;
    unit.level = owner->level;
    unit.place = std::move(owner->place);
    unit.bare_place = owner->bare_place;
    return;
  }
  unit.incomplete = true;
}

// "Ban Chỉ đạo Trung ương về phòng, chống thiên tai".
bool ReadCentral(const ArticleView& view, UnitName& unit, std::size_t next) {
  unit.base += " Trung ương";
  unit.level = "trung-uong";
  if (view.next_is(next, "về")) {
    const Task task = ReadTask(view, next);
    unit.base += " " + WrittenText(view, task.begin, task.end - task.begin);
    next = task.end;
  }
  unit.length = next - unit.first;
  return true;
}

}  // namespace

bool ParseSteering(const ArticleView& view, UnitName& unit,
                   UnitParser parse_owner, int depth) {
  const std::size_t next = unit.first + unit.length;
  if (next >= view.size() || depth >= 2) return false;
  std::size_t central = 0;
  if (CentralAt(view, next, central)) {
    return ReadCentral(view, unit, next + central);
  }
  if (IsCommitteeNumber(view, next) &&
      (view.joined(next) || view.gap(next) == Gap::kDash)) {
    unit.base += " " + std::string(view.exact(next));
    unit.length += 1;
    if (view.next_is(next + 1, "cấp") || view.next_is(next + 1, "các")) {
      return false;
    }
    ReadOwner(view, unit, next + 1, parse_owner, depth);
    return true;
  }
  if (!view.joined(next)) return false;
  const Task task = ReadTask(view, next);
  if (task.end - task.begin < 1) return false;
  std::string number = task.number;
  if (number.empty() && Contains(view, task, " bảo vệ nền tảng tư tưởng ")) {
    number = "35";
  }
  if (number.empty() && task.end - task.begin < 3 &&
      TaskName(view, task) != "Thi hành án dân sự") {
    return false;
  }
  unit.base += " " + (number.empty() ? TaskName(view, task) : number);
  unit.length = task.end - unit.first;
  ReadOwner(view, unit, task.next, parse_owner, depth);
  return true;
}

}  // namespace tracuu::extract
