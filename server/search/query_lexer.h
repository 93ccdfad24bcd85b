#ifndef TRACUU_SERVER_SEARCH_QUERY_LEXER_H_
#define TRACUU_SERVER_SEARCH_QUERY_LEXER_H_

// The first stage of reading a query: text → lexemes.
//
//   xây "nền tảng" -bóng tỉnh:Huế   →  word(xây) phrase(nền tảng) minus
//                                      word(bóng) field(tỉnh) word(Huế)
//
// Linear in the text; never fails: what makes no sense is a word.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tracuu {

enum class LexemeKind : std::uint8_t {
  kWord,    // Any run of characters without blanks.
  kPhrase,  // Between quotation marks ("…", “…”); `text` is the inside.
  kOpenQuote,  // A quotation mark that nothing closes.
  kField,      // "tỉnh:" before a value; `text` is the name as typed.
  kPrefix,     // "tập*"; `text` is without the star.
  kMinus,      // "-" right before what is excluded.
  kExact,      // "=" right before what is meant exactly.
  kOpen,       // (
  kClose,      // )
  kOr,         // OR, HOẶC
  kAnd,        // AND
};

struct Lexeme {
  LexemeKind kind = LexemeKind::kWord;
  std::string_view text;  // Points into the query.
  std::size_t begin = 0;  // Byte range in the query.
  std::size_t end = 0;
};

// The views point into `query`, which must outlive them.
std::vector<Lexeme> LexQuery(std::string_view query);

// "word(xây) phrase(nền tảng)": for tests and for people.
std::string_view LexemeName(LexemeKind kind);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_LEXER_H_
