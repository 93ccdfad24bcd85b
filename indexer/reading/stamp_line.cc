#include "indexer/reading/stamp_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/date.h"
#include "indexer/reading/stamp_words.h"

namespace tracuu {
namespace {

constexpr std::size_t kLongestLine = 200;  // Bytes
constexpr std::size_t kMostTokens = 40;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The numbers in `text`, up to `N`; how many there are is returned.
template <std::size_t N>
std::size_t Numbers(std::string_view text, std::array<int, N>* numbers) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!IsDigit(text[at])) {
      ++at;
      continue;
    }
    int value = 0;
    for (; at < text.size() && IsDigit(text[at]); ++at) {
      value = std::min(value * 10 + (text[at] - '0'), 1'000'000);
    }
    if (count < N) (*numbers)[count] = value;
    ++count;
  }
  return count;
}

bool IsYear(int n) { return n >= 1900 && n <= 2100; }
bool IsDayMonth(int day, int month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// English times of day tell that the month may stand first: SharePoint prints
// "12/28/2021 2:05 PM" whatever the site's language.
bool HasEnglishTime(std::string_view text) {
  return text.find(" pm") != std::string_view::npos ||
         text.find(" am") != std::string_view::npos ||
         text.find("PM") != std::string_view::npos ||
         text.find("AM") != std::string_view::npos;
}

// The folded words of the tokens [first, last), joined by blanks.
std::string Words(const Analysis& analysis, std::size_t first,
                  std::size_t last) {
  std::string words;
  for (std::size_t i = first; i < last; ++i) {
    if (!words.empty()) words += ' ';
    words += analysis.tokens[i].folded;
  }
  return words;
}

// True if signs part what stands before a date from it: "Minh Hà - ".
bool EndsParted(std::string_view before) {
  if (before.ends_with("  ")) return true;
  while (before.ends_with(' ')) before.remove_suffix(1);
  return before.empty() || before.ends_with('-') || before.ends_with('|') ||
         before.ends_with(':') || before.ends_with('[') ||
         before.ends_with('(') || before.ends_with("–") ||
         before.ends_with("•") || before.ends_with("·");
}

bool EndsSentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with(':') || line.ends_with(';') || line.ends_with("…");
}

// What may follow a stamp's date: nothing, little, or parts that signs set off.
// "Ngày 5/7/2022, Huyện ủy …", "Ngày 5/7/2022 tại hội trường …" are sentences
// that were broken into lines.
bool EndsAsStamp(std::string_view rest, const Analysis& analysis,
                 std::size_t next) {
  constexpr std::size_t kLittle = 30;  // Bytes
  if (rest.starts_with(", ") && rest.size() > 2 && !IsDigit(rest[2])) {
    return false;
  }
  const bool parted = rest.find('|') != std::string_view::npos ||
                      rest.find("  ") != std::string_view::npos ||
                      rest.find('[') != std::string_view::npos ||
                      rest.find("•") != std::string_view::npos ||
                      rest.find("·") != std::string_view::npos ||
                      rest.find(" - ") != std::string_view::npos ||
                      rest.find(" – ") != std::string_view::npos;
  if (parted) return true;
  if (next < analysis.tokens.size()) {
    const Token& token = analysis.tokens[next];
    if (token.letter_case == LetterCase::kLower && !IsStampWord(token.folded)) {
      return false;
    }
  }
  return rest.size() <= kLittle;
}

// A date with its byte range in the line.
struct Found {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool like_clock = false;
  std::size_t others = 0;  // Further days.
};

// "11/29/2021 - 11:02": no day by the rule, but one in American order.
std::optional<Found> FindAmerican(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsDigit(text[at]) || (at > 0 && IsDigit(text[at - 1]))) continue;
    std::size_t end = at;
    while (end < text.size() && (IsDigit(text[end]) || text[end] == '/')) {
      ++end;
    }
    const std::string_view piece = text.substr(at, end - at);
    std::array<int, 4> n{};
    if (Numbers(piece, &n) == 3 && IsDayMonth(n[1], n[0]) && IsYear(n[2]) &&
        std::count(piece.begin(), piece.end(), '/') == 2) {
      return Found{static_cast<std::uint32_t>(at),
                   static_cast<std::uint32_t>(end)};
    }
    at = end;
  }
  return std::nullopt;
}

std::optional<Found> FindDay(std::string_view text, const Analysis& analysis) {
  std::optional<Found> found;
  Date day;
  for (const DateMention& mention : FindDates(text, analysis)) {
    if (!mention.date.is_day()) continue;
    if (!found) {
      const std::string_view written =
          text.substr(mention.begin, mention.end - mention.begin);
      const bool seconds = std::count(written.begin(), written.end(), ':') > 1;
      day = mention.date;
      found =
          Found{mention.begin, mention.end,
                seconds || (mention.weekday >= 0 && mention.minute_of_day < 0)};
    } else if (mention.date != day) {
      ++found->others;
    }
  }
  return found ? found : FindAmerican(text);
}

// "Na Ngoi, ngày 19 tháng 02 năm 2020": how documents are dated.
bool IsPlaceAndDay(std::string_view text, const Found& day, std::size_t words) {
  constexpr std::size_t kMostWords = 6;
  std::string_view before = text.substr(0, day.begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return words > 0 && words <= kMostWords && before.ends_with(',') &&
         day.end == text.size() && text.substr(day.begin).starts_with("ngày");
}

// The first token at or behind byte `at`.
std::size_t TokenAt(const Analysis& analysis, std::uint32_t at) {
  const auto token = std::lower_bound(
      analysis.tokens.begin(), analysis.tokens.end(), at,
      [](const Token& t, std::uint32_t byte) { return t.begin < byte; });
  return static_cast<std::size_t>(token - analysis.tokens.begin());
}

// True if text[0, end) holds letters or digits enough to be worth reading.
bool MayHoldDay(std::string_view text) {
  constexpr std::ptrdiff_t kFewestDigits = 4;  // "5/7/21"
  return text.size() <= kLongestLine &&
         std::count_if(text.begin(), text.end(), IsDigit) >= kFewestDigits;
}

}  // namespace

// A date and at most a time of day, given as bare numbers in any order that
// pages use: "29 11 2021 11 02", "14 05 28 12 2021", "2021 11 29".
bool AreStampNumbers(std::string_view text) {
  std::array<int, 8> n{};
  const std::size_t count = Numbers(text, &n);
  if (count < 3 || count > n.size()) return false;
  const auto end = n.begin() + static_cast<std::ptrdiff_t>(count);
  if (std::count_if(n.begin(), end, IsYear) != 1) return false;
  const bool month_first = HasEnglishTime(text);
  for (std::size_t i = 0; i + 2 < count; ++i) {
    if (IsDayMonth(n[i], n[i + 1]) && IsYear(n[i + 2])) return true;
    if (IsYear(n[i]) && IsDayMonth(n[i + 2], n[i + 1])) return true;
    if (month_first && IsDayMonth(n[i + 1], n[i]) && IsYear(n[i + 2])) {
      return true;
    }
  }
  return false;
}

bool MakeCalendarLeaf(std::string_view first, std::string_view second) {
  constexpr std::size_t kLongestMonth = 24;  // Bytes of "Tháng Mười Một, 2021"
  if (first.empty() || first.size() > 2 || second.size() > kLongestMonth ||
      !std::all_of(first.begin(), first.end(), IsDigit) ||
      !MayHoldDay(second)) {
    return false;
  }
  const std::string leaf = std::string(first) + " " + std::string(second);
  const std::vector<DateMention> dates = FindDates(leaf, Analyze(leaf));
  return dates.size() == 1 && dates[0].date.is_day() && dates[0].begin == 0 &&
         dates[0].end == leaf.size();
}

StampShape StampLabelOf(std::string_view key) {
  constexpr std::size_t kLongestLabel = 40;
  if (key.empty() || key.size() > kLongestLabel) return StampShape::kNone;
  const StampShape shape = LabelBefore(key);
  return shape != StampShape::kNone && AreStampWords(std::string(key))
             ? shape
             : StampShape::kNone;
}

StampLine ReadStampLine(std::string_view text, const Analysis& analysis) {
  constexpr std::size_t kLongestPrefix = 36;  // "Thứ Hai, ", "Đưa tin ngày "
  constexpr std::size_t kLongestParted = 80;  // "Phòng Văn hóa - Thông tin | "
  StampLine line;
  if (!MayHoldDay(text) || analysis.tokens.size() > kMostTokens) return line;
  const std::optional<Found> day = FindDay(text, analysis);
  if (!day) {
    // An impossible day (31/02/2023) holds the place of a stamp.
    const std::string words = Words(analysis, 0, analysis.tokens.size());
    if (AreStampNumbers(text) && AreStampWords(words)) {
      line.shape = StampShape::kBare;
    }
    return line;
  }
  std::size_t first = TokenAt(analysis, day->begin);
  // "đăng |ngày 24-10-2023": the word belongs to the label too.
  if (first < analysis.tokens.size() &&
      analysis.tokens[first].folded == "ngay") {
    ++first;
  }
  const std::size_t next = TokenAt(analysis, day->end);
  const std::string before = Words(analysis, 0, first);
  const std::string after = Words(analysis, next, analysis.tokens.size());
  if (HoldsOtherLabel(before)) return line;
  line.shape = LabelBefore(before);
  const bool is_sentence = EndsSentence(text) && !AreStampWords(after);
  if (line.shape != StampShape::kNone) {
    // "Ngày đăng: …, Cập nhật: …" has two days.
    if (is_sentence) line.shape = StampShape::kNone;
    return line;
  }
  if (day->others > 0 || is_sentence) return line;
  if (NamesPerson(before)) {
    line.shape = StampShape::kPublished;
    return line;
  }
  line.like_clock = day->like_clock;
  if (AreStampWords(before) && AreStampWords(after)) {
    line.shape = StampShape::kBare;
  } else if (IsPlaceAndDay(text, *day, first)) {
    line.shape = StampShape::kBare;
  } else if (day->begin <= (EndsParted(text.substr(0, day->begin))
                                ? kLongestParted
                                : kLongestPrefix) &&
             EndsAsStamp(text.substr(day->end), analysis, next)) {
    line.shape = StampShape::kInWords;
  }
  return line;
}

}  // namespace tracuu
