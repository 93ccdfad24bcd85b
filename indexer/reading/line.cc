#include "indexer/reading/line.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

// A longer line is a paragraph; its first words are enough to know it by.
constexpr std::size_t kMaxKeyBytes = 240;
constexpr std::size_t kLongLineKeyBytes = 64;
constexpr std::size_t kMaxStampKeyBytes = 80;
// "Chịu trách nhiệm về nội dung và kỹ thuật:" is about the longest label.
constexpr std::size_t kLabelBytes = 64;
constexpr std::size_t kMaxListDateBytes = 32;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsContinuation(char c) { return (c & '\xC0') == '\x80'; }
bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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

// Words that stand around the date of a stamp, folded.
constexpr auto kStampWords = std::to_array<std::string_view>(
    {"am",    "ch",   "sa",   "sang", "chieu", "toi",  "ba",      "ban",
     "bay",   "binh", "by",   "cap",  "chu",   "cn",   "comment", "comments",
     "da",    "dang", "doc",  "duoc", "gian",  "gio",  "gmt",     "h",
     "hai",   "hoi",  "lan",  "luan", "luc",   "luot", "nam",     "ngay",
     "nguoi", "nhat", "phan", "phut", "pm",    "sau",  "so",      "t",
     "thang", "thoi", "thu",  "tin",  "tu",    "viet", "view",    "views",
     "xem",   "xuat", "z"});

// What a line begins with that says of its date that it is the article's own.
constexpr auto kStampLabels = std::to_array<std::string_view>(
    {"cap nhat", "dang luc", "dang ngay", "duoc dang", "duoc gui",
     "ngay cap nhat", "ngay dang", "ngay xuat ban", "posted on", "published",
     "thoi gian dang", "xuat ban"});

bool IsStampWord(std::string_view word) {
  return std::find(kStampWords.begin(), kStampWords.end(), word) !=
         kStampWords.end();
}

// True if `line` ends in a date that a list puts behind each of its items:
// in parentheses, or as a machine writes it.
bool EndsInListDate(std::string_view line) {
  if (line.ends_with(')')) {
    const std::size_t open = line.find_last_of('(');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view inside =
        line.substr(open + 1, line.size() - open - 2);
    return inside.size() <= kMaxListDateBytes && AreStampNumbers(inside) &&
           std::none_of(inside.begin(), inside.end(), IsAsciiLetter);
  }
  const std::size_t space = line.find_last_of(' ');
  if (space == std::string_view::npos) return false;
  const std::string_view last = line.substr(space + 1);
  return last.size() <= kMaxListDateBytes && last.ends_with('Z') &&
         last.find('T') != std::string_view::npos && AreStampNumbers(last);
}

// Paths, identifiers, code and bare numbers: what templates leave behind.
bool IsTechnical(std::string_view line, const Line& facts) {
  const bool no_letters = std::none_of(line.begin(), line.end(), [](char c) {
    return IsAsciiLetter(c) || (c & '\x80') != 0;
  });
  if (no_letters || facts.chars <= 2) return true;
  if (facts.has_marks) return false;
  if (line.starts_with('/') || line.find("://") != std::string_view::npos ||
      line.starts_with("javascript:")) {
    return true;
  }
  return line.find_first_of("{}=;<>_\\") != std::string_view::npos ||
         (facts.words == 1 &&
          line.find_first_of("./0123456789") != std::string_view::npos);
}

std::string_view Trim(std::string_view text) {
  const auto starts_with_bullet = [&text] {
    for (const std::string_view bullet : {" ", "\t", "•", "·", "*", "▪"}) {
      if (text.starts_with(bullet)) {
        text.remove_prefix(bullet.size());
        return true;
      }
    }
    return false;
  };
  while (starts_with_bullet()) {
  }
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

// Menus and paths: "Trang chủ » Tin tức » Xây dựng Đảng", "Thời sự | Kinh tế |
// Xã hội". Two signs that separate items, and no sentence.
bool IsMenuRow(std::string_view line, const Line& facts) {
  // A path of few words shows by one arrow.
  const bool path = line.find(" > ") != std::string_view::npos ||
                    line.find(">>") != std::string_view::npos ||
                    line.find("»") != std::string_view::npos;
  const std::size_t fewest_signs = path ? 1 : 2;
  constexpr std::uint32_t kLongestRow = 240;
  if (facts.ends_sentence || facts.chars > kLongestRow) return false;
  std::size_t signs = 0;
  for (const std::string_view sign :
       {" | ", " • ", "»", "›", " > ", ">>", "::", "] ["}) {
    for (std::size_t at = line.find(sign); at != std::string_view::npos;
         at = line.find(sign, at + sign.size())) {
      ++signs;
    }
  }
  return signs >= fewest_signs;
}

bool EndsSentence(std::string_view line) {
  for (;;) {
    if (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')')) {
      line.remove_suffix(1);
    } else if (line.ends_with("”") || line.ends_with("’") ||
               line.ends_with("»")) {
      line.remove_suffix(std::string_view("”").size());
      if (line.ends_with('\xC2')) line.remove_suffix(1);
    } else {
      break;
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with(':') || line.ends_with(';') || line.ends_with("…");
}

// Counts what takes one pass over the bytes.
void Measure(std::string_view text, Line* line) {
  char last = ' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!IsContinuation(c)) ++line->chars;
    if ((c & '\x80') != 0) {
      // Lead bytes of the Latin letters with marks: U+00C0-024F, U+1E00-1EFF.
      const bool two = c >= '\xC3' && c <= '\xC9';
      const bool three = c == '\xE1' && i + 1 < text.size() &&
                         text[i + 1] >= '\xB8' && text[i + 1] <= '\xBB';
      line->has_marks = line->has_marks || two || three;
    }
    if (c == ' ' || c == '\t') {
      if (last == '.' || last == '!' || last == '?') ++line->sentences;
    } else if (last == ' ' || last == '\t') {
      ++line->words;
    }
    if (c == ',') ++line->commas;
    last = c;
  }
}

bool IsLabelled(std::string_view text) {
  text = text.substr(0, kLabelBytes);
  return text.find(':') != std::string_view::npos ||
         text.find("©") != std::string_view::npos;
}

std::string_view KeyPart(std::string_view text) {
  if (text.size() <= kMaxKeyBytes) return text;
  std::size_t size = kLongLineKeyBytes;
  while (size > 0 && IsContinuation(text[size])) --size;
  return text.substr(0, size);
}

void ReadTokens(std::string_view text, Line* line) {
  const Analysis analysis = Analyze(KeyPart(text));
  bool all_capital = true;
  bool all_upper = true;
  for (const Token& token : analysis.tokens) {
    if (!line->key.empty()) line->key += ' ';
    line->key += token.folded;
    all_capital = all_capital && (token.letter_case == LetterCase::kCapital ||
                                  token.letter_case == LetterCase::kUpper);
    all_upper = all_upper && (token.letter_case == LetterCase::kUpper ||
                              token.letter_case == LetterCase::kNone);
  }
  if (analysis.tokens.empty()) return;
  const Token& first = analysis.tokens.front();
  line->starts_lower =
      first.begin == 0 && first.letter_case == LetterCase::kLower;
  line->is_upper = all_upper && line->words >= 3;
  line->is_name =
      all_capital && line->words >= 2 && line->words <= 5 && line->chars <= 32;
}

// "Hôm nay: 09/03/2021, đang xem 12 người": the visitor's day.
bool IsClockOfToday(std::string_view key) {
  return key.size() <= kMaxStampKeyBytes && key.starts_with("hom nay ") &&
         AreStampNumbers(key);
}

// What may follow a stamp's date: nothing, little, or parts that signs set off.
// "Ngày 5/7/2022, Huyện ủy …" is a sentence that was broken into lines.
bool EndsAsStamp(std::string_view rest) {
  constexpr std::size_t kLittle = 30;  // Bytes
  if (rest.starts_with(", ") && rest.size() > 2 && !IsDigit(rest[2])) {
    return false;
  }
  if (rest.size() <= kLittle) return true;
  return rest.find('|') != std::string_view::npos ||
         rest.find('[') != std::string_view::npos ||
         rest.find("•") != std::string_view::npos ||
         rest.find(" - ") != std::string_view::npos;
}

}  // namespace

bool HasStamp(std::string_view text) { return AreStampNumbers(text); }

bool IsLabelledStampKey(std::string_view key) {
  if (key.size() > kMaxStampKeyBytes || !AreStampNumbers(key)) return false;
  return std::any_of(
      kStampLabels.begin(), kStampLabels.end(), [key](std::string_view label) {
        return key.starts_with(label) && key.size() > label.size() &&
               key[label.size()] == ' ';
      });
}

bool OpensWithStamp(std::string_view text) {
  constexpr std::size_t kLongestLine = 160;  // Bytes
  constexpr std::size_t kLongestPrefix = 36;  // "Thứ Hai, ", "Đưa tin ngày "
  constexpr std::size_t kLongestDate = 24;    // "18 tháng 12, 2014"
  if (text.size() > kLongestLine || EndsSentence(text)) return false;
  const auto* const digit = std::find_if(text.begin(), text.end(), IsDigit);
  if (digit == text.end()) return false;
  for (auto at = static_cast<std::size_t>(digit - text.begin());
       at < text.size() && at <= kLongestPrefix; ++at) {
    const bool begins =
        IsDigit(text[at]) && (at == 0 || !IsDigit(text[at - 1]));
    if (!begins) continue;
    // The shortest piece that is a date.
    for (std::size_t size = 8; size <= kLongestDate; ++size) {
      if (at + size > text.size()) break;
      const bool whole = at + size == text.size() || !IsDigit(text[at + size]);
      if (whole && IsDigit(text[at + size - 1]) &&
          AreStampNumbers(text.substr(at, size))) {
        return EndsAsStamp(text.substr(at + size));
      }
    }
  }
  return false;
}

bool IsStampKey(std::string_view key) {
  if (key.size() > kMaxStampKeyBytes || !AreStampNumbers(key)) return false;
  // "Đăng ngày 17/05/2022 bởi Ban biên tập": the label is enough.
  if (IsLabelledStampKey(key)) return true;
  std::size_t at = 0;
  while (at < key.size()) {
    std::size_t end = at;
    while (end < key.size() && IsAsciiLetter(key[end])) ++end;
    if (end > at && !IsStampWord(key.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

Line ReadLine(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view raw = text.substr(begin, end - begin);
  const std::string_view trimmed = Trim(raw);
  Line line;
  line.begin = trimmed.empty()
                   ? begin
                   : static_cast<std::uint32_t>(trimmed.data() - text.data());
  line.end = line.begin + static_cast<std::uint32_t>(trimmed.size());
  if (trimmed.empty()) return line;
  Measure(trimmed, &line);
  ReadTokens(trimmed, &line);
  line.ends_sentence = EndsSentence(trimmed);
  line.is_technical = IsTechnical(trimmed, line);
  line.is_list_item = EndsInListDate(trimmed);
  if (trimmed.size() <= kMaxKeyBytes) line.is_stamp = IsStampKey(line.key);
  line.opens_with_stamp = !line.is_list_item && OpensWithStamp(trimmed);
  line.phrase = PhraseOf(line.key, line.chars, IsLabelled(trimmed));
  if (line.phrase == Phrase::kNone && !line.is_stamp &&
      IsMenuRow(trimmed, line)) {
    line.phrase = Phrase::kMenu;
  }
  if (IsClockOfToday(line.key)) line.phrase = Phrase::kWidget;
  if (line.words <= 3 && trimmed.find('@') != std::string_view::npos) {
    line.phrase = Phrase::kIdentity;
  }
  return line;
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line = ReadLine(text, static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(end));
    if (line.end > line.begin) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

}  // namespace tracuu
