#include "common/domain/month_name.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace tracuu {
namespace {

constexpr int kMay = 5;
constexpr int kOctober = 10;

bool IsMonthNumber(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits <= 2 && lexeme.number >= 1 &&
         lexeme.number <= 12;
}

// "một" 1 to "mười" 10; 0 for any other word.
int NumberWord(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 10> kNumbers = {
      "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    if (lexeme.is_word(kNumbers[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<MonthName> ReadMonthInWords(const Lexemes& lexemes, int at) {
  const int month = NumberWord(lexemes[at + 1]);
  if (month == 0) return std::nullopt;
  if (month == kMay && lexemes[at + 1].letter_case != LetterCase::kCapital &&
      !lexemes[at + 2].is_word("năm")) {
    return std::nullopt;
  }
  if (month == kOctober) {
    const int more = NumberWord(lexemes[at + 2]);
    if (more == 1 || more == 2) {
      return MonthName{kOctober + more, at + 2, true};
    }
  }
  return MonthName{month, at + 1, true};
}

// "Nov", "Nov.", "November", capitalised as English writes them.
std::optional<MonthName> ReadEnglishMonth(const Lexemes& lexemes, int at) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t kShort = 3;
  const Lexeme& word = lexemes[at];
  if (!word.is_word() || word.key.size() < kShort ||
      (word.letter_case != LetterCase::kCapital &&
       word.letter_case != LetterCase::kUpper)) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.key != kMonths[i] && word.key != kMonths[i].substr(0, kShort) &&
        !(word.key == "sept" && kMonths[i] == "september")) {
      continue;
    }
    const bool dotted = lexemes[at + 1].is_sign('.') && lexemes.Touches(at + 1);
    return MonthName{static_cast<int>(i) + 1, dotted ? at + 1 : at, false};
  }
  return std::nullopt;
}

}  // namespace

std::optional<MonthName> ReadMonthName(const Lexemes& lexemes, int at) {
  if (lexemes[at].is_word("tháng")) {
    if (IsMonthNumber(lexemes[at + 1])) {
      return MonthName{lexemes[at + 1].number, at + 1, true};
    }
    return ReadMonthInWords(lexemes, at);
  }
  if (lexemes[at].is_word("thg") || lexemes[at].is_word("th")) {
    int number = at + 1;
    if (lexemes[number].is_sign('.')) ++number;
    if (!IsMonthNumber(lexemes[number])) return std::nullopt;
    return MonthName{lexemes[number].number, number, false};
  }
  return ReadEnglishMonth(lexemes, at);
}

}  // namespace tracuu
