#include "indexer/extract/unit_part.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/place_name.h"
#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {
namespace {

template <std::size_t kSize>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words in lower case that may follow a name without being what it does:
// prepositions, conjunctions, and what makes it a patient or an owner.
bool IsNoPredicate(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kWords = {
      "của",   "về",  "và",   "cùng", "tại",   "ở",   "là",  "có",   "với",
      "trong", "cho", "theo", "do",   "để",    "đến", "từ",  "khóa", "lần",
      "nhiệm", "năm", "được", "bị",   "nơi",   "gồm", "các", "hoặc", "hay",
      "nhưng", "mà",  "nên",  "vì",   "thì",   "này", "đó",  "ấy",   "kia",
      "trước", "sau", "vào",  "lên",  "xuống", "quê", "số",  "thuộc"};
  return IsOneOf(word, kWords);
}

std::size_t SentenceStart(const ArticleView& view, std::size_t i) {
  while (i > 0 && view.context(i - 1).sentence == view.context(i).sentence) {
    --i;
  }
  return i;
}

// True if the words from the sentence's first token up to `first` are an
// adverbial: "Trong tháng 9, ", "Để dân hiểu, ". Another body among them makes
// it a list.
bool OpensClause(const ArticleView& view, std::size_t first) {
  if (view.gap(first) == Gap::kStop) return true;
  if (first == 0) return false;
  if (view.gap(first) == Gap::kColon) {
    // Behind a semicolon stand examples.
    const std::uint32_t end = view.token(first - 1).end;
    return view.article()
               .text.substr(end, view.token(first).begin - end)
               .find(';') == std::string::npos;
  }
  const Gap gap = view.gap(first);
  if (gap != Gap::kComma && gap != Gap::kSpace) return false;
  // "Ông … cho biết, Huyện ủy sẽ …", "nói rằng Huyện ủy sẽ …"
  if (view.exact(first - 1) == "rằng" ||
      (gap == Gap::kComma && view.exact(first - 1) == "biết")) {
    return true;
  }
  static constexpr std::array<std::string_view, 46> kOpeners = {
      "ngày",  "sáng",  "chiều", "tối",  "trưa",  "đêm",  "hôm",  "vừa",
      "thời",  "trong", "tại",   "sau",  "trước", "từ",   "năm",  "tháng",
      "để",    "nhằm",  "với",   "theo", "qua",   "nhờ",  "đánh", "phát",
      "kết",   "tuy",   "do",    "bên",  "cùng",  "thực", "nhân", "cuối",
      "đầu",   "giữa",  "mới",   "đến",  "ngay",  "khi",  "vì",   "bởi",
      "ngoài", "căn",   "lần",   "trên", "ở",     "nhận"};
  constexpr std::size_t kFewWords = 4;
  constexpr std::size_t kMostWordsWithoutComma = 6;
  const std::size_t start = SentenceStart(view, first);
  bool plain = true;
  for (std::size_t i = start; i < first; ++i) {
    if (HeadAt(view, i).head != nullptr && view.capital(i)) return false;
    plain = plain && (i == start || !view.capital(i)) &&
            view.exact(i) != "của" && view.exact(i) != "với";
  }
  const bool opener = IsOneOf(view.exact(start), kOpeners);
  if (gap == Gap::kComma)
    return opener || (plain && first - start <= kFewWords);
  return opener && plain && first - start <= kMostWordsWithoutComma &&
         view.exact(first - 1) != "do" && view.exact(first - 1) != "được";
}

bool IsSource(const ArticleView& view, std::size_t first, std::size_t next) {
  constexpr std::size_t kReach = 4;
  // The source is set off by a comma: "Theo Thị ủy, sau 46 buổi …".
  const bool set_off = next < view.size() && view.gap(next) != Gap::kSpace &&
                       view.gap(next) != Gap::kDash;
  if (view.before_is(first, "theo")) return set_off;
  static constexpr std::array<std::string_view, 9> kSaid = {
      "giá", "nghiệm", "kiến", "cáo", "liệu", "kê", "tin", "tính", "trình"};
  std::size_t at = first;
  if (view.before_is(at, "của") || view.before_is(at, "từ")) --at;
  if (at == 0 || !view.joined(at) || !IsOneOf(view.exact(at - 1), kSaid)) {
    return false;
  }
  for (std::size_t i = at; i > 0 && at - i < kReach && view.joined(i); --i) {
    if (view.exact(i - 1) == "theo") return true;
  }
  return false;
}

// "dự họp", "tiếp đoàn", "chủ trì": not "dự án", "tiếp tục".
bool IsWordOfMeeting(const ArticleView& view, std::size_t i) {
  static constexpr std::array<std::string_view, 10> kOtherWords = {
      "án", "thảo",  "kiến", "toán", "báo",
      "bị", "phòng", "trữ",  "luật", "tính"};
  const std::string_view word = view.exact(i);
  if (word == "dự") {
    return !view.joined(i + 1) || !IsOneOf(view.exact(i + 1), kOtherWords);
  }
  if (word == "tiếp") return view.next_is(i + 1, "đoàn");
  return (word == "gia" && view.before_is(i, "tham")) ||
         (word == "trì" && view.before_is(i, "chủ"));
}

// "Dự họp có lãnh đạo UBND tỉnh, Thường trực HĐND", "Chủ trì là …": the
// sentence lists who is there.
bool IsGuest(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kFewWords = 8;
  const std::size_t start = SentenceStart(view, first);
  bool meets = false;
  for (std::size_t i = start; i < first && i < start + kFewWords; ++i) {
    meets = meets || IsWordOfMeeting(view, i);
    if (meets && (view.exact(i) == "có" || view.exact(i) == "là")) return true;
  }
  return false;
}

// "phối hợp với Huyện đoàn", "phối hợp Huyện đoàn", "làm việc với UBND"
bool IsPartner(const ArticleView& view, std::size_t first) {
  std::size_t at = first;
  if (view.before_is(at, "với") || view.before_is(at, "cùng")) --at;
  if (at < first && view.before_is(at, "việc") &&
      view.before_is(at - 1, "làm")) {
    return true;
  }
  // "Phối hợp với Trung tâm … mở lớp" without a subject is one of many tasks.
  return view.before_is(at, "hợp") && view.before_is(at - 1, "phối") &&
         SentenceStart(view, first) + 2 < at;
}

// "được Tỉnh ủy tặng bằng khen": whoever honours does not take part.
bool Honours(const ArticleView& view, std::size_t next) {
  static constexpr std::array<std::string_view, 7> kWords = {
      "tặng", "khen", "trao", "biểu", "cấp", "vinh", "tuyên"};
  if (view.exact(next) == "công") return view.next_is(next + 1, "nhận");
  return IsOneOf(view.exact(next), kWords);
}

bool IsAsked(const ArticleView& view, std::size_t first) {
  return view.before_is(first, "giao") ||
         (view.before_is(first, "cầu") && view.before_is(first - 1, "yêu")) ||
         (view.before_is(first, "nghị") && view.before_is(first - 1, "đề"));
}

}  // namespace

std::size_t SkipApposition(const ArticleView& view, std::size_t next) {
  constexpr std::size_t kLongestRemark = 14;
  constexpr int kMostPlaces = 3;  // ", xã X, huyện Y (Z)"
  for (int i = 0; i < kMostPlaces && next < view.size(); ++i) {
    if (view.gap(next) == Gap::kOpen) {
      for (std::size_t end = next + 1;
           end < view.size() && end < next + kLongestRemark; ++end) {
        if (view.gap(end) == Gap::kClose) return end;
        if (view.gap(end) == Gap::kStop) break;
      }
      return next;
    }
    if (view.gap(next) != Gap::kComma) return next;
    const std::optional<PlaceName> place = TypedPlaceAt(view, next);
    if (!place || place->name.empty()) return next;
    next = place->first + place->length;
  }
  return next;
}

bool PredicateAt(const ArticleView& view, std::size_t i) {
  const std::size_t start = SkipApposition(view, i);
  if (start >= view.size() ||
      view.context(start).sentence != view.context(i).sentence) {
    return false;
  }
  if (start == i
          ? !view.joined(i)
          : view.gap(start) != Gap::kSpace && view.gap(start) != Gap::kClose &&
                view.gap(start) != Gap::kComma) {
    return false;
  }
  if (view.token(start).letter_case != LetterCase::kLower ||
      view.token(start).numeric) {
    return false;
  }
  const std::string_view word = view.exact(start);
  // "có buổi làm việc", "là đơn vị": possession and being are no acts, but
  // "cho biết" is, and "vì vậy" may stand in front of one.
  if (word == "cho") return view.next_is(start + 1, "biết");
  if (word == "vì") {
    return view.next_is(start + 1, "vậy") || view.next_is(start + 1, "thế");
  }
  return !IsNoPredicate(word) && HeadAt(view, start).head == nullptr;
}

UnitPart PartOf(const ArticleView& view, std::size_t first, std::size_t next,
                bool spokesman) {
  if (IsPartner(view, first)) return UnitPart::kPartner;
  if (IsGuest(view, first)) return UnitPart::kAttends;
  if (IsSource(view, first, next)) return UnitPart::kSource;
  if (!PredicateAt(view, next)) return UnitPart::kNone;
  if (OpensClause(view, first)) {
    return spokesman ? UnitPart::kSpokesman : UnitPart::kSubject;
  }
  if (view.before_is(first, "do") || view.before_is(first, "được")) {
    return Honours(view, next) ? UnitPart::kNone : UnitPart::kAgent;
  }
  return IsAsked(view, first) ? UnitPart::kAsked : UnitPart::kNone;
}

std::string_view PartName(UnitPart part) {
  switch (part) {
    case UnitPart::kNone:
      return "";
    case UnitPart::kSubject:
      return "subject";
    case UnitPart::kAgent:
      return "agent";
    case UnitPart::kSource:
      return "source";
    case UnitPart::kSpokesman:
      return "spokesman";
    case UnitPart::kAttends:
      return "attends";
    case UnitPart::kAsked:
      return "asked";
    case UnitPart::kPartner:
      return "partner";
    case UnitPart::kVisits:
      return "visits";
  }
  return "";
}

}  // namespace tracuu::extract
