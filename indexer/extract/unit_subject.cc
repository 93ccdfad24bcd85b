#include "indexer/extract/unit_subject.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "indexer/extract/unit_name.h"
#include "indexer/extract/unit_part.h"

namespace tracuu::extract {

std::size_t SkipInnerBody(const ArticleView& view, std::size_t first) {
  static constexpr std::array<std::array<std::string_view, 3>, 6> kInner = {{
      {"đoàn", "đại", "biểu"},
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

namespace {

// "X và Y", "X cùng Y", and right behind the body that ends before `end` "X, Y"
// and "X - Y": what stands at `i` shares the verb.
bool JoinsBodies(const ArticleView& view, std::size_t end, std::size_t i) {
  i = SkipInnerBody(view, i);
  if (i == end) return view.gap(i) == Gap::kComma || view.gap(i) == Gap::kDash;
  return view.before_is(i, "và") || view.before_is(i, "cùng") ||
         view.before_is(i, "với");
}

}  // namespace

VerbKind VerbAfter(const ArticleView& view, std::size_t next,
                   std::size_t reach) {
  std::size_t end = next;  // Of the last body in a row.
  const std::size_t begin = SkipApposition(view, next);
  for (std::size_t i = begin; i < view.size() && i < begin + reach; ++i) {
    // "danh mục của Bộ Y tế, nhưng ai đã …": the clause has its own subject.
    if (view.gap(i) == Gap::kStop || view.exact(i) == "nhưng") break;
    // "X cho biết từ lễ kết nạp ấy …": it says, it does not hold.
    if (view.exact(i) == "cho" && view.next_is(i + 1, "biết")) {
      return VerbKind::kActs;
    }
    // A name of a person in capitals is no verb; a verb is in lower case but
    // at the start of a title's second half.
    const VerbMatch verb = VerbAt(view, i);
    if (verb.kind == VerbKind::kNone) {
      if (HeadAt(view, i).head == nullptr) continue;
      // "X cùng Y tổ chức": both do.
      const std::optional<UnitName> other = UnitNameAt(view, i);
      if (!other && i == begin) continue;
      if (!other || !JoinsBodies(view, end, i)) break;
      i += other->length - 1;
      end = i + 1;
      continue;
    }
    const bool written = !view.capital(i) || view.gap(i) == Gap::kColon ||
                         view.role(i) == BlockRole::kTitle;
    // "X, đơn vị phối hợp, cho biết": the second word is no verb there.
    if (!written || view.before_is(i, "vị")) continue;
    // "vừa tổ chức", "đã khai mạc": the verb stands behind.
    const bool tense = view.exact(i) == "vừa" || view.exact(i) == "đã";
    if (tense && VerbAt(view, i + 1).kind != VerbKind::kNone) continue;
    return verb.kind;
  }
  return VerbKind::kNone;
}

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

bool IsPatient(const ArticleView& view, std::size_t first, std::size_t next) {
  static constexpr std::array<std::array<std::string_view, 2>, 9> kDone = {{
      {"kỷ", "luật"},
      {"cách", "chức"},
      {"khiển", "trách"},
      {"cảnh", "cáo"},
      {"khai", "trừ"},
      {"đình", "chỉ"},
      {"miễn", "nhiệm"},
      {"bổ", "nhiệm"},
      {"khởi", "tố"},
  }};
  const auto done_at = [&view](std::size_t i) {
    return std::any_of(kDone.begin(), kDone.end(), [&](const auto& verb) {
      return view.exact(i) == verb[0] && view.next_is(i + 1, verb[1]);
    });
  };
  if (first > 1 && view.joined(first) && done_at(first - 2)) return true;
  constexpr std::size_t kReach = 8;  // A person's name between.
  for (std::size_t i = next; i < view.size() && i < next + kReach; ++i) {
    if (view.gap(i) == Gap::kStop || HeadAt(view, i).head != nullptr) break;
    if (view.exact(i) == "bị") return true;
    if (view.exact(i) == "được") {
      return view.next_is(i + 1, "bầu") || done_at(i + 1) ||
             view.next_is(i + 1, "điều");
    }
    if (VerbAt(view, i).kind != VerbKind::kNone) break;
  }
  return false;
}

}  // namespace tracuu::extract
