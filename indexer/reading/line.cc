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

bool IsContinuation(char c) { return (c & '\xC0') == '\x80'; }
bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "28/05", "3-6"
bool IsDayAndMonth(std::string_view text) {
  const std::size_t sign = text.find_first_of("/-");
  if (sign == 0 || sign > 2 || text.size() < sign + 2 ||
      text.size() > sign + 3) {
    return false;
  }
  const auto number = [](std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int day = number(text.substr(0, sign));
  const int month = number(text.substr(sign + 1));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// True if `line` ends in a date that a list puts behind each of its items:
// in parentheses, or as a machine writes it.
bool EndsInListDate(std::string_view line) {
  if (line.ends_with(')')) {
    const std::size_t open = line.find_last_of('(');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view inside =
        line.substr(open + 1, line.size() - open - 2);
    return inside.size() <= kMaxListDateBytes &&
           (AreStampNumbers(inside) || IsDayAndMonth(inside)) &&
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
  const auto closes = [&line] {
    for (const std::string_view sign : {"\"", "'", ")", "”", "’", "»"}) {
      if (line.ends_with(sign)) {
        line.remove_suffix(sign.size());
        return true;
      }
    }
    return false;
  };
  while (closes()) {
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

void ReadTokens(const Analysis& analysis, Line* line) {
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

}  // namespace

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
  const std::string_view known = KeyPart(trimmed);
  const Analysis analysis = Analyze(known);
  ReadTokens(analysis, &line);
  line.ends_sentence = EndsSentence(trimmed);
  line.is_technical = IsTechnical(trimmed, line);
  line.is_list_item = EndsInListDate(trimmed);
  if (known.size() == trimmed.size()) {
    line.stamp = ReadStampLine(trimmed, analysis);
    if (line.is_list_item && !IsStamp(line)) line.stamp = {};
  }
  line.phrase = PhraseOf(line.key, line.chars, IsLabelled(trimmed));
  if (line.phrase == Phrase::kNone && !IsStamp(line) &&
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
