#include "indexer/extract/unit_mention.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace tracuu::extract {
namespace {

// "Ban Thường vụ X" and "Thường trực X" speak and act as X. Returns the first
// token of such words in front of `first`.
std::size_t SkipInnerBody(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::array<std::string_view, 3>, 5> kInner = {{
      {"ban", "thường", "vụ"},
      {"ban", "chấp", "hành"},
      {"", "thường", "trực"},
      {"", "thường", "vụ"},
      {"", "", "btv"},
  }};
  for (const auto& words : kInner) {
    std::size_t at = first;
    bool agrees = true;
    for (auto word = words.rbegin(); agrees && word != words.rend(); ++word) {
      if (word->empty()) break;
      agrees = view.before_is(at, *word);
      if (agrees) --at;
    }
    if (agrees) return at;
  }
  return first;
}

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

// "Nghị quyết số 35-NQ/TW ngày … của Bộ Chính trị": the body issued what is
// cited, it does not act here.
bool IsIssuer(const ArticleView& view, std::size_t start) {
  constexpr std::size_t kReach = 12;
  if (start == 0) return false;
  // "Nghị quyết Đại hội Đảng bộ tỉnh" cites a congress.
  if (start > 1 && view.before_is(start, "hội") &&
      view.exact(start - 2) == "đại") {
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

bool IsDelegation(const ArticleView& view, std::size_t start) {
  std::size_t at = start;
  if (view.before_is(at, "của")) --at;
  while (at > 0 && view.joined(at) &&
         (view.token(at - 1).numeric || view.before_is(at, "số"))) {
    --at;
  }
  return view.before_is(at, "tác") && at > 1 && (view.exact(at - 2) == "công");
}

// "X và Y", "X, Y", "X cùng Y": what stands at `i` shares the verb.
bool JoinsBodies(const ArticleView& view, std::size_t i) {
  return view.gap(i) == Gap::kComma || view.before_is(i, "và") ||
         view.before_is(i, "cùng") || view.before_is(i, "với");
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

// The verb whose subject the mention that ends before `next` is. Names of
// persons, terms of office and remarks may stand between.
VerbKind VerbAfter(const ArticleView& view, std::size_t next,
                   std::size_t reach) {
  for (std::size_t i = next; i < view.size() && i < next + reach; ++i) {
    if (view.gap(i) == Gap::kStop) break;
    // A name of a person in capitals is no verb; a verb is in lower case but
    // at the start of a title's second half.
    const VerbMatch verb = VerbAt(view, i);
    if (verb.kind == VerbKind::kNone) {
      if (i == next || HeadAt(view, i).head == nullptr) continue;
      // "X cùng Y tổ chức": both do.
      const std::optional<UnitName> other = UnitNameAt(view, i);
      if (!other || !JoinsBodies(view, i)) break;
      i += other->length - 1;
      continue;
    }
    const bool written = !view.capital(i) || view.gap(i) == Gap::kColon ||
                         view.role(i) == BlockRole::kTitle;
    if (written) return verb.kind;
  }
  return VerbKind::kNone;
}

// Only whoever leads the meeting makes his office a holder of the event.
VerbKind OfficeVerb(const ArticleView& view, std::size_t next) {
  constexpr std::size_t kReach = 22;
  VerbKind found = VerbKind::kNone;
  for (std::size_t i = next; i < view.size() && i < next + kReach; ++i) {
    if (view.gap(i) == Gap::kStop || view.gap(i) == Gap::kColon) break;
    const bool chairs =
        (view.exact(i) == "chủ" && view.next_is(i + 1, "trì")) ||
        (view.exact(i) == "dẫn" && view.next_is(i + 1, "đầu"));
    if (chairs) return VerbKind::kLeads;
    if (VerbAt(view, i).kind != VerbKind::kNone && !view.capital(i)) {
      found = VerbKind::kActs;
    }
    if (i > next && HeadAt(view, i).head != nullptr &&
        view.gap(i) == Gap::kStop) {
      break;
    }
  }
  return found;
}

// "các tỉnh ủy, thành ủy": after a comma, in lower case and without a place,
// one of many.
bool IsOneOfMany(const ArticleView& view, const UnitMention& mention) {
  return mention.informal && view.gap(mention.name.first) == Gap::kComma &&
         mention.name.place && mention.name.place->name.empty();
}

UnitMention Describe(const ArticleView& view, UnitName name) {
  constexpr std::size_t kReach = 14;
  UnitMention mention;
  const std::size_t first = name.first;
  const std::size_t next = first + name.length;
  mention.begin = view.token(first).begin;
  mention.end = view.token(next - 1).end;
  mention.informal = view.token(first).letter_case == LetterCase::kLower;
  mention.office = OfficeBefore(view, first).kind;
  std::size_t start = first;
  if (mention.office == OfficeKind::kNone) {
    start = SkipInnerBody(view, first);
    mention.office = OfficeBefore(view, start).kind;
  }
  // "Thủ tướng Chính phủ" is an office and its body at once.
  if (view.exact(first) == "thủ") mention.office = OfficeKind::kLeader;
  mention.cited = IsIssuer(view, start) ||
                  (name.level == "trung-uong" && Promulgates(view, next));
  mention.delegation = IsDelegation(view, start);
  if (mention.office == OfficeKind::kNone) {
    mention.verb = VerbAfter(view, next, kReach);
    // "Sau khi Tỉnh ủy ban hành …" tells of before.
    if (mention.verb == VerbKind::kLeads && view.before_is(start, "khi")) {
      mention.verb = VerbKind::kActs;
    }
  } else if (mention.office == OfficeKind::kLeader) {
    mention.verb = OfficeVerb(view, next);
    mention.delegation |= LeadsVisit(view, next);
  }
  mention.name = std::move(name);
  return mention;
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
    std::optional<UnitName> name = UnitNameAt(view, i);
    if (!name) {
      ++i;
      continue;
    }
    i += name->length;
    UnitMention mention = Describe(view, std::move(*name));
    if (IsOneOfMany(view, mention)) continue;
    mention.cited |= std::any_of(
        citations.begin(), citations.end(), [&mention](const ByteRange& range) {
          return range.begin <= mention.begin && mention.begin < range.end;
        });
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

}  // namespace tracuu::extract
