#ifndef TRACUU_COMMON_TEXT_TOKENIZER_H_
#define TRACUU_COMMON_TEXT_TOKENIZER_H_

// Cuts text into tokens. Internal to common/text; see docs/vietnamese-text.md
// for the rules.

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/letter_reader.h"
#include "common/text/syllable.h"

namespace tracuu {

// Longest canonical form of a token, in bytes.
inline constexpr std::size_t kMaxTokenBytes = 64;

// Use once: Tokenizer(text, &tokens).Run().
class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>* tokens)
      : reader_(text), tokens_(tokens) {}

  void Run();

 private:
  void Clear();
  std::size_t ReadNumberOrToken(std::size_t pos);
  std::size_t ReadToken(std::size_t pos);
  std::size_t ReadNumber(std::size_t pos);
  bool JoinsWord(std::size_t pos);
  bool Push(const Cluster& cluster, std::size_t pos);
  bool PushForeign(const Cluster& cluster, std::size_t pos);
  char32_t SymbolAt(const Cluster& cluster, std::size_t pos) const;
  bool IsDocumentKindAfter(std::size_t pos);
  std::size_t LabelBorder() const;
  bool IsDayBeforeTime(std::size_t border) const;
  void EmitToken(std::size_t end);
  void Emit(std::size_t first, std::size_t last, std::size_t end);
  void WriteForms(std::span<const TokenLetter> letters, Token* token);
  void AppendForms(const TokenLetter& letter, Token* token) const;

  LetterReader reader_;
  std::vector<Token>* tokens_;

  // The token being read.
  std::array<TokenLetter, kMaxTokenBytes> letters_;
  std::size_t letter_count_ = 0;
  std::size_t digit_count_ = 0;
  bool has_tone_ = false;
  std::size_t bytes_ = 0;
  std::size_t end_ = 0;       // Where its last letter ends in the text.
  std::string foreign_pool_;  // See TokenLetter::foreign_begin.

  // Kept for their memory.
  std::string exact_;
  std::string folded_;

  // Digits before this offset are not looked at again as parts of a number
  // such as 1.234: the run of digits, dots and commas there is none.
  std::size_t no_number_until_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_TOKENIZER_H_
