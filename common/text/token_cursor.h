#ifndef TRACUU_COMMON_TEXT_TOKEN_CURSOR_H_
#define TRACUU_COMMON_TEXT_TOKEN_CURSOR_H_

// Tokens with what stands between them. Internal to common/text.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {

// The text between two tokens. `mark` is its only visible character, with all
// dashes as '-' and all slashes as '/'; ' ' if there is none but spaces, 0 if
// there is nothing at all, '?' if it is anything else.
struct Gap {
  char mark = '?';
  bool spaced = false;    // Has spaces or line breaks.
  bool new_line = false;  // Has a line break.

  bool IsTight(char expected) const { return mark == expected && !spaced; }
  bool IsOnOneLine(char expected) const {
    return mark == expected && !new_line;
  }
};

// Refers to the text and the tokens, which must outlive it.
class TokenCursor {
 public:
  TokenCursor(std::string_view text, const std::vector<Token>& tokens)
      : text_(text), tokens_(tokens) {}

  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }

  // Returns what stands after token `i`; '?' after the last one.
  Gap GapAfter(std::size_t i) const;
  // ... and before it; '?' before the first one.
  Gap GapBefore(std::size_t i) const;

  // Returns the value of token `i` if it is a run of at most `max_digits`
  // digits.
  std::optional<int> NumberAt(std::size_t i, std::size_t max_digits) const;

  // True if token `i` exists and is `exact`, or is its folded form written
  // without marks, as in a query typed so.
  bool IsWord(std::size_t i, std::string_view exact,
              std::string_view folded) const;

  Span MakeSpan(SpanKind kind, std::size_t first, std::size_t count,
                std::string canonical) const;

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_TOKEN_CURSOR_H_
