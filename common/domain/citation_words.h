#ifndef TRACUU_COMMON_DOMAIN_CITATION_WORDS_H_
#define TRACUU_COMMON_DOMAIN_CITATION_WORDS_H_

// The words citations are made of: kinds of documents, issuers, numerals.
// Every function reads from the lexeme `first` on and tells where it ended.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/citation_mention.h"
#include "common/domain/lexer.h"

namespace tracuu {

// "Nghị quyết 18, 19, 20 …": longer lists are tables and mean no documents.
constexpr int kMostListed = 12;

// True if the lexemes from `first` on are the words of `phrase` (exact keys,
// single spaces between them), with no line break or sign in between.
bool IsPhrase(const Lexemes& lexemes, int first, std::string_view phrase);

// Number of words in `phrase`.
int WordCount(std::string_view phrase);

struct KindWord {
  std::string_view kind;  // "NQ"
  int last = 0;
  bool is_abbreviation = false;
  bool names_plenum = false;    // "NQTW": a plenum's number must follow.
  bool names_congress = false;  // "NQĐH"
};

// Everything ReadKindWord() reads, as exact keys.
std::vector<std::string_view> KindPhrases();

// "Nghị quyết", "chỉ thị", "NQ", "NQTW"
std::optional<KindWord> ReadKindWord(const Lexemes& lexemes, int first);

struct IssuerWords {
  StatedIssuer issuer = StatedIssuer::kNone;
  int last = 0;
};

// "Bộ Chính trị", "BCH Trung ương Đảng", "Tỉnh ủy"; no "của" in front.
std::optional<IssuerWords> ReadIssuerWords(const Lexemes& lexemes, int first);

struct Numeral {
  int value = 0;
  int last = 0;
};

// "XII": capital letters only.
std::optional<Numeral> ReadRoman(const Lexemes& lexemes, int first);

// "4", "XII", and after "thứ" also "tư", "mười một".
std::optional<Numeral> ReadOrdinal(const Lexemes& lexemes, int first);

// Before these words a number counts: "nghị quyết 6 tháng đầu năm", "kết luận 5
// vụ việc".
bool IsCountedThing(const Lexeme& lexeme);

// 12 → "XII". REQUIRES: 1 <= value <= 39.
std::string ToRoman(int value);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_WORDS_H_
