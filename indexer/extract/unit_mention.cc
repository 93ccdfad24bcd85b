#include "indexer/extract/unit_mention.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/extract/unit_subject.h"

namespace tracuu::extract {
namespace {

// News is told in the first sentences.
constexpr std::uint32_t kNewsSentences = 3;

bool IsDocumentKind(const ArticleView& view, std::size_t i) {
  static constexpr std::array<std::array<std::string_view, 2>, 9> kKinds = {{
      {"nghị", "quyết"},
      {"chỉ", "thị"},
      {"kết", "luận"},
      {"quy", "định"},
      {"quyết", "định"},
      {"kế", "hoạch"},
      {"hướng", "dẫn"},
      {"nghị", "định"},
      {"thông", "báo"},
  }};
  return std::any_of(kKinds.begin(), kKinds.end(), [&](const auto& kind) {
    return view.exact(i) == kind[0] && view.next_is(i + 1, kind[1]);
  });
}

// "Hội nghị lần thứ 8 |Ban Chấp hành Trung ương Đảng khóa XII| khai mạc"
bool MeetsSoon(const ArticleView& view, std::size_t start) {
  constexpr std::size_t kReach = 12;
  for (std::size_t i = start; i < view.size() && i < start + kReach; ++i) {
    if (view.gap(i) == Gap::kStop) break;
    if ((view.exact(i) == "khai" || view.exact(i) == "bế") &&
        view.next_is(i + 1, "mạc")) {
      return true;
    }
    if (view.exact(i) == "diễn" && view.next_is(i + 1, "ra")) return true;
  }
  return false;
}

// "Nghị quyết số 35-NQ/TW ngày … của Bộ Chính trị": the body issued what is
// cited, it does not act here.
bool IsIssuer(const ArticleView& view, std::size_t start) {
  constexpr std::size_t kReach = 12;
  if (start == 0) return false;
  // "kết quả Hội nghị lần thứ tư Ban Chấp hành Trung ương": a plenum's name,
  // unless it is the plenum that meets.
  if (start > 3 && view.exact(start - 2) == "thứ" &&
      view.exact(start - 3) == "lần" && view.exact(start - 4) == "nghị") {
    return !MeetsSoon(view, start);
  }
  // "Nghị quyết Đại hội Đảng bộ tỉnh" cites a congress.
  if (start > 2 && view.before_is(start, "hội") &&
      view.exact(start - 2) == "đại" &&
      (view.exact(start - 3) == "quyết" || view.exact(start - 3) == "kiện" ||
       view.exact(start - 3) == "của")) {
    return true;
  }
  if (!view.before_is(start, "của")) return false;
  for (std::size_t i = start - 1; i > 0 && start - i < kReach; --i) {
    if (view.context(i - 1).sentence != view.context(start).sentence) break;
    if (IsDocumentKind(view, i - 1)) return true;
  }
  return false;
}

// "Chính phủ ban hành Nghị quyết …": the act is the document.
bool Promulgates(const ArticleView& view, std::size_t next) {
  constexpr std::size_t kReach = 5;
  for (std::size_t i = next; i < view.size() && i < next + kReach; ++i) {
    if (!view.joined(i)) return false;
    if (view.exact(i) == "hành" && view.before_is(i, "ban") &&
        i + 1 < view.size() && IsDocumentKind(view, i + 1)) {
      return true;
    }
  }
  return false;
}

// "đoàn công tác của", "Đoàn giám sát số 3"
bool IsDelegation(const ArticleView& view, std::size_t start) {
  static constexpr std::array<std::array<std::string_view, 2>, 6> kTasks = {{
      {"công", "tác"},
      {"giám", "sát"},
      {"kiểm", "tra"},
      {"khảo", "sát"},
      {"thẩm", "tra"},
      {"thanh", "tra"},
  }};
  std::size_t at = start;
  if (view.before_is(at, "của")) --at;
  while (at > 0 && view.joined(at) &&
         (view.token(at - 1).numeric || view.before_is(at, "số"))) {
    --at;
  }
  return std::any_of(kTasks.begin(), kTasks.end(), [&](const auto& task) {
    return view.before_is(at, task[1]) && view.before_is(at - 1, task[0]) &&
           (view.before_is(at - 2, "đoàn") || view.before_is(at - 2, "tổ"));
  });
}

// "do đồng chí … dẫn đầu": he leads a visit.
bool LeadsVisit(const ArticleView& view, std::size_t next) {
  constexpr std::size_t kReach = 22;
  for (std::size_t i = next; i < view.size() && i < next + kReach; ++i) {
    if (view.gap(i) == Gap::kStop || view.gap(i) == Gap::kColon) break;
    if (HeadAt(view, i).head != nullptr) break;
    if (view.exact(i) == "dẫn" && view.next_is(i + 1, "đầu")) return true;
  }
  return false;
}

// "lãnh đạo Huyện ủy", "đại diện UBND xã": the body by whoever stands for it,
// not a person who holds an office in it.
bool IsUnnamedOffice(const ArticleView& view, std::size_t first,
                     std::size_t next) {
  if (first == next) return false;
  return (view.exact(first) == "lãnh" && view.exact(next - 1) == "đạo") ||
         (view.exact(first) == "đại" && view.next_is(first + 1, "diện"));
}

// "các tỉnh ủy, thành ủy": after a comma, in lower case and without a place,
// one of many.
bool IsOneOfMany(const ArticleView& view, const UnitMention& mention) {
  return mention.informal && view.gap(mention.name.first) == Gap::kComma &&
         mention.name.place && mention.name.place->name.empty();
}

// "X, Y và Z": what joins a body to the one before it, if anything does.
bool IsJoinedTo(const ArticleView& view, const UnitMention& before,
                const UnitMention& mention) {
  const std::size_t next = before.name.first + before.name.length;
  if (mention.phrase == next) {
    return view.gap(next) == Gap::kComma || view.gap(next) == Gap::kDash;
  }
  return mention.phrase == next + 1 && view.joined(next) &&
         (view.exact(next) == "và" || view.exact(next) == "cùng");
}

// Bodies in a row play one part: partners and guests as the first of them,
// subjects as the last, which stands before the predicate.
void ShareParts(const ArticleView& view, std::vector<UnitMention>& mentions) {
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    UnitMention& before = mentions[i - 1];
    UnitMention& mention = mentions[i];
    if (mention.office == OfficeKind::kMember ||
        !IsJoinedTo(view, before, mention)) {
      continue;
    }
    const std::size_t next = mention.name.first + mention.name.length;
    if (mention.part == UnitPart::kNone && (before.part == UnitPart::kPartner ||
                                            before.part == UnitPart::kAttends ||
                                            before.part == UnitPart::kAsked)) {
      mention.part = before.part;
    } else if (mention.part == UnitPart::kNone &&
               before.office == OfficeKind::kNone && PredicateAt(view, next) &&
               view.gap(before.phrase) == Gap::kStop) {
      before.part = UnitPart::kSubject;
      mention.part = UnitPart::kSubject;
    }
  }
}

// "Sau khi Tỉnh ủy ban hành … và UBND tỉnh ban hành …": in a clause of "khi".
bool IsBackground(const ArticleView& view, std::size_t start) {
  for (std::size_t i = start; i > 0; --i) {
    const Gap gap = view.gap(i);
    if (gap != Gap::kSpace && gap != Gap::kDash) return false;
    if (view.exact(i - 1) == "khi") return true;
  }
  return false;
}

// Whoever chairs as the holder of several offices chairs for the committee:
// "Trưởng Đoàn ĐBQH, Bí thư Tỉnh ủy chủ trì".
void PreferCommittees(const ArticleView& view,
                      std::vector<UnitMention>& mentions) {
  const auto chairs = [](const UnitMention& mention) {
    return mention.office == OfficeKind::kLeader &&
           mention.verb == VerbKind::kLeads;
  };
  for (UnitMention& mention : mentions) {
    if (!chairs(mention) || mention.name.kind == "cap-uy") continue;
    const bool committee = std::any_of(
        mentions.begin(), mentions.end(), [&](const UnitMention& other) {
          return chairs(other) && other.name.kind == "cap-uy" &&
                 (IsJoinedTo(view, mention, other) ||
                  IsJoinedTo(view, other, mention));
        });
    if (committee) mention.verb = VerbKind::kActs;
  }
}

// Alone between brackets, behind whose body it is.
bool IsBracketed(const ArticleView& view, std::size_t first, std::size_t next) {
  return first > 0 && view.gap(first) == Gap::kOpen &&
         view.article().text[view.token(first).begin - 1] == '(' &&
         next < view.size() && view.gap(next) == Gap::kClose;
}

// What stands in front of a body's name.
struct Front {
  OfficeMatch office;    // As written.
  std::size_t start;     // The first token behind the office.
  std::size_t phrase;    // The first token of all.
  OfficeKind speaks_as;  // What the office makes of its holder here.
};

Front FrontOf(const ArticleView& view, std::size_t first, std::size_t next) {
  // "Đoàn đại biểu Tỉnh ủy" is not made of delegates to it.
  const bool team = view.before_is(first, "biểu") && first > 2 &&
                    view.before_is(first - 1, "đại") &&
                    view.before_is(first - 2, "đoàn");
  Front front;
  front.office = team ? OfficeMatch{} : OfficeBefore(view, first);
  front.start = first;
  if (front.office.kind == OfficeKind::kNone) {
    front.start = SkipInnerBody(view, first);
    front.office = OfficeBefore(view, front.start);
  }
  front.phrase = front.start - front.office.length;
  front.speaks_as = front.office.kind;
  // "nguyên Bí thư Tỉnh ủy": he speaks for it no more.
  if (front.office.kind == OfficeKind::kLeader &&
      (view.before_is(front.phrase, "nguyên") ||
       view.before_is(front.phrase, "cựu") ||
       IsPatient(view, front.phrase, next))) {
    front.speaks_as = OfficeKind::kMember;
  }
  // "Thủ tướng Chính phủ" is an office and its body at once.
  if (view.exact(first) == "thủ") front.speaks_as = OfficeKind::kLeader;
  return front;
}

// "để X bầu", "tại X, Y tổ chức …", "Chi bộ (Đảng bộ X) họp": what follows is
// not its act.
bool IsNoSubject(const ArticleView& view, std::size_t start, std::size_t first,
                 std::size_t next) {
  return view.before_is(start, "để") || view.before_is(start, "tại") ||
         view.before_is(start, "ở") || view.before_is(start, "trong") ||
         IsBracketed(view, first, next);
}

UnitMention Describe(const ArticleView& view, UnitName name) {
  constexpr std::size_t kReach = 14;
  UnitMention mention;
  const std::size_t first = name.first;
  const std::size_t next = first + name.length;
  mention.begin = view.token(first).begin;
  mention.end = view.token(next - 1).end;
  mention.informal = view.token(first).letter_case == LetterCase::kLower;
  const Front front = FrontOf(view, first, next);
  const std::size_t start = front.start;
  const OfficeMatch& office = front.office;
  mention.office = front.speaks_as;
  mention.phrase = front.phrase;
  // In a title the document is the news, and who issues it holds it.
  mention.cited = IsIssuer(view, start) ||
                  (name.level == "trung-uong" && Promulgates(view, next) &&
                   view.role(first) != BlockRole::kTitle);
  mention.delegation = IsDelegation(view, start);
  if (mention.office == OfficeKind::kNone) {
    mention.verb = VerbAfter(view, next, kReach);
    // "Sau khi Tỉnh ủy ban hành …" tells of before.
    if (mention.verb == VerbKind::kLeads && IsBackground(view, start)) {
      mention.verb = VerbKind::kActs;
    }
  } else if (mention.office == OfficeKind::kLeader) {
    mention.verb = OfficeVerb(view, next);
    // "Bí thư Huyện ủy X đối thoại …": a title tells of whoever leads.
    if (view.role(first) == BlockRole::kTitle && view.joined(next) &&
        VerbAt(view, next).kind == VerbKind::kLeads) {
      mention.verb = VerbKind::kLeads;
    }
    mention.delegation |= LeadsVisit(view, next);
  }
  const bool spokesman = IsUnnamedOffice(view, mention.phrase, start);
  if (office.kind == OfficeKind::kNone || spokesman) {
    mention.part = PartOf(view, mention.phrase, next, spokesman);
  } else if (office.kind == OfficeKind::kLeader &&
             view.before_is(mention.phrase, "theo")) {
    mention.part = UnitPart::kSource;  // "Theo Trưởng Ban Tổ chức Huyện ủy …"
  }
  if (mention.delegation && view.opening(first, kNewsSentences)) {
    mention.part = UnitPart::kVisits;
  }
  // "Theo X, toàn huyện kết nạp …" is not its act either.
  if (mention.part == UnitPart::kSource ||
      IsNoSubject(view, start, first, next)) {
    mention.verb = VerbKind::kNone;
  }
  mention.name = std::move(name);
  return mention;
}

bool IsCited(const UnitMention& mention,
             const std::vector<ByteRange>& citations) {
  return std::any_of(
      citations.begin(), citations.end(), [&mention](const ByteRange& range) {
        return range.begin <= mention.begin && mention.begin < range.end;
      });
}

}  // namespace

std::vector<UnitMention> FindUnits(const ArticleView& view,
                                   const std::vector<ByteRange>& citations) {
  std::vector<UnitMention> mentions;
  std::size_t i = 0;
  while (i < view.size()) {
    if (!view.searched(i)) {
      ++i;
      continue;
    }
    std::vector<UnitName> names = UnitNamesAt(view, i);
    if (names.empty()) {
      ++i;
      continue;
    }
    for (UnitName& name : names) {
      i = std::max(i, name.first + name.length);
      UnitMention mention = Describe(view, std::move(name));
      if (IsOneOfMany(view, mention)) continue;
      mention.cited |= IsCited(mention, citations);
      mentions.push_back(std::move(mention));
    }
  }
  ShareParts(view, mentions);
  PreferCommittees(view, mentions);
  return mentions;
}

}  // namespace tracuu::extract
