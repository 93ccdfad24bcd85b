#include "common/domain/scanned_numbers.h"

#include <optional>
#include <string>

#include "common/domain/symbol_reader.h"

namespace tracuu {
namespace {

constexpr int kMostDigits = 4;  // Of a year; symbols have three.

// The digits that a word of look-alike letters stands for; empty if it holds
// any other letter.
std::string DigitsOf(std::string_view key) {
  std::string digits;
  for (const char c : key) {
    switch (c) {
      case 'o':
        digits += '0';
        break;
      case 'l':
      case 'i':
        digits += '1';
        break;
      default:
        return {};
    }
  }
  return digits;
}

struct Run {
  int last = 0;
  std::string digits;
  bool has_number = false;
  bool has_letters = false;
};

// The run of touching numbers and look-alike letters that begins at `first`.
Run ReadRun(const Lexemes& lexemes, int first) {
  Run run;
  for (int i = first; i == first || lexemes.Touches(i); ++i) {
    const Lexeme& lexeme = lexemes[i];
    if (lexeme.is_number()) {
      std::string digits = std::to_string(lexeme.number);
      if (lexeme.digits > digits.size()) {
        digits.insert(0, lexeme.digits - digits.size(), '0');
      }
      run.digits += digits;
      run.has_number = true;
    } else {
      const std::string digits =
          lexeme.is_word() ? DigitsOf(lexeme.key) : std::string();
      if (digits.empty()) break;
      run.digits += digits;
      run.has_letters = true;
    }
    run.last = i;
    if (run.digits.size() > kMostDigits) break;
  }
  return run;
}

// "-NQ" follows, or "/NQ".
bool KindFollows(const Lexemes& lexemes, int last) {
  const Lexeme& sign = lexemes[last + 1];
  const Lexeme& kind = lexemes[last + 2];
  return (sign.is_sign('-') || sign.is_sign('/')) && kind.is_word() &&
         kind.letter_case != LetterCase::kLower &&
         !KindAbbreviation(kind.key).empty();
}

bool IsDayOrMonth(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits <= 2;
}

// "3O|/10/2016": the run is the day of a date.
bool DateFollows(const Lexemes& lexemes, int last) {
  return lexemes[last + 1].is_sign('/') && IsDayOrMonth(lexemes[last + 2]) &&
         lexemes[last + 3].is_sign('/') && lexemes[last + 4].is_number() &&
         lexemes[last + 4].digits == 4;
}

// "30/10/|2O16": the run is the year of a date.
bool EndsDate(const Lexemes& lexemes, int first) {
  return lexemes[first - 1].is_sign('/') && IsDayOrMonth(lexemes[first - 2]) &&
         lexemes[first - 3].is_sign('/') && IsDayOrMonth(lexemes[first - 4]);
}

// "22/|1O|/2018": the run is the month of a date.
bool StandsInDate(const Lexemes& lexemes, int first, int last) {
  return lexemes[first - 1].is_sign('/') && IsDayOrMonth(lexemes[first - 2]) &&
         lexemes[last + 1].is_sign('/') && lexemes[last + 2].is_number() &&
         lexemes[last + 2].digits == 4;
}

// True if the digits of a run make a number that can stand where it stands.
bool IsPartOfText(const Lexemes& lexemes, int first, const Run& run) {
  constexpr std::size_t kDayDigits = 2;
  constexpr std::size_t kYearDigits = 4;
  if (run.digits.size() == kYearDigits) return EndsDate(lexemes, first);
  return KindFollows(lexemes, run.last) ||
         (run.digits.size() <= kDayDigits &&
          (DateFollows(lexemes, run.last) ||
           StandsInDate(lexemes, first, run.last)));
}

// Letters and digits that touch, as one word.
struct Piece {
  int last = -1;
  std::string key;
  bool is_capital = false;
  bool has_number = false;
  bool has_word = false;
};

Piece PieceAt(const Lexemes& lexemes, int first) {
  Piece piece;
  for (int i = first; i == first || lexemes.Touches(i); ++i) {
    const Lexeme& lexeme = lexemes[i];
    if (!lexeme.is_word() && !lexeme.is_number()) break;
    piece.last = i;
    piece.has_number |= lexeme.is_number();
    piece.has_word |= lexeme.is_word();
    piece.is_capital |=
        lexeme.is_word() && lexeme.letter_case != LetterCase::kLower;
    piece.key += lexeme.is_word() ? std::string(lexeme.key)
                                  : std::to_string(lexeme.number);
  }
  return piece;
}

bool IsSeparator(const Lexemes& lexemes, int at) {
  return lexemes[at].is_sign('-') || lexemes[at].is_sign('/');
}

}  // namespace

void RepairScannedNumbers(Lexemes* lexemes) {
  for (int i = 0; i < lexemes->size(); ++i) {
    const Lexeme& lexeme = (*lexemes)[i];
    const bool may_begin = lexeme.is_number() ||
                           (lexeme.is_word() && !DigitsOf(lexeme.key).empty());
    if (!may_begin ||
        (lexemes->Touches(i) && i > 0 && !(*lexemes)[i - 1].is_sign('(') &&
         !(*lexemes)[i - 1].is_sign('/'))) {
      continue;
    }
    const Run run = ReadRun(*lexemes, i);
    if (!run.has_number || !run.has_letters ||
        run.digits.size() > kMostDigits || !IsPartOfText(*lexemes, i, run)) {
      continue;
    }
    lexemes->MergeNumber(i, run.last, run.digits);
  }
}

int GarbledSymbolAt(const Lexemes& lexemes, int first) {
  constexpr std::size_t kLongestNumber = 4;  // Bytes
  constexpr std::size_t kLongestPart = 8;
  const Piece number = PieceAt(lexemes, first);
  const bool may_be_number = number.has_number || number.is_capital;
  if (number.last < 0 || !may_be_number || number.key.size() > kLongestNumber ||
      !IsSeparator(lexemes, number.last + 1)) {
    return -1;
  }
  const Piece kind = PieceAt(lexemes, number.last + 2);
  if (kind.last < 0 || !kind.is_capital || kind.key.size() > kLongestPart ||
      !IsSeparator(lexemes, kind.last + 1)) {
    return -1;
  }
  const Piece issuer = PieceAt(lexemes, kind.last + 2);
  if (issuer.last < 0 || !issuer.is_capital ||
      issuer.key.size() > kLongestPart) {
    return -1;
  }
  const bool ends_well =
      issuer.key == "tw" || issuer.key == "tư" || issuer.key == "tu";
  return ends_well || !KindAbbreviation(kind.key).empty() ? issuer.last : -1;
}

}  // namespace tracuu
