#ifndef TRACUU_COMMON_DOMAIN_LEXER_H_
#define TRACUU_COMMON_DOMAIN_LEXER_H_

// What the grammars of dates, symbols and citations read: the tokens of an
// analysis cut once more where letters meet digits ("NQ35", "14h05", "QH15"),
// with the punctuation between them. Dashes of every kind are '-' here, quotes
// of every kind '"', so that a grammar names each sign once.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {

struct Lexeme {
  enum class Kind : std::uint8_t { kWord, kNumber, kPunctuation };

  Kind kind = Kind::kPunctuation;
  // kPunctuation: - / . , : ; ( ) " & + or '?' for every other sign.
  char sign = 0;
  LetterCase letter_case = LetterCase::kNone;  // kWord: of the whole token.
  bool space_before = false;
  bool line_before = false;  // A line break stands before it.
  std::uint8_t digits = 0;   // kNumber: how many, leading zeros and all.
  std::int32_t number = -1;  // kNumber: its value, -1 beyond nine digits.
  std::uint32_t begin = 0;   // Byte range in the text.
  std::uint32_t end = 0;
  std::string_view key;  // kWord: exact form, lower case; a view into the
                         // analysis.

  bool is_number() const { return kind == Kind::kNumber; }
  bool is_word() const { return kind == Kind::kWord; }
  bool is_word(std::string_view word) const {
    return kind == Kind::kWord && key == word;
  }
  bool is_sign(char c) const { return kind == Kind::kPunctuation && sign == c; }
};

// True if the lexeme is one of `words`, exact keys.
inline bool IsOneOf(const Lexeme& lexeme,
                    std::span<const std::string_view> words) {
  if (!lexeme.is_word()) return false;
  for (const std::string_view word : words) {
    if (lexeme.key == word) return true;
  }
  return false;
}

// A text as lexemes, in text order. Asking beyond either end gives a lexeme
// that is no word, no number and no known sign, so that grammars may look
// round freely.
class Lexemes {
 public:
  // `analysis` must be Analyze(text) and outlive the object.
  Lexemes(std::string_view text, const Analysis& analysis);

  int size() const { return static_cast<int>(lexemes_.size()); }
  const Lexeme& operator[](int index) const {
    return index >= 0 && index < size()
               ? lexemes_[static_cast<std::size_t>(index)]
               : nothing_;
  }
  // True if no space separates the lexeme from the one before it.
  bool Touches(int index) const {
    return index > 0 && index < size() && !(*this)[index].space_before;
  }

  // Makes the lexemes [first, last] one number of these digits, at most nine.
  void MergeNumber(int first, int last, std::string_view digits);

 private:
  void AddToken(std::string_view text, const Token& token);
  void AddGap(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void Push(Lexeme lexeme);

  std::vector<Lexeme> lexemes_;
  Lexeme nothing_;
  bool space_pending_ = true;
  bool line_pending_ = true;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_LEXER_H_
