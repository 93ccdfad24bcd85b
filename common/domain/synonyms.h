#ifndef TRACUU_COMMON_DOMAIN_SYNONYMS_H_
#define TRACUU_COMMON_DOMAIN_SYNONYMS_H_

// What else a stretch of a query can be called: "UBND" is "Ủy ban nhân dân",
// "Lênin" is "Lê-nin". From common/domain/data/synonyms.tsv, which is there to
// be edited, and the abbreviations of unit_abbreviations.tsv, which have one
// expansion each and hold both ways.
//
// Successor bodies are no synonyms, and "không gian mạng" is not "internet":
// the table holds what means the same. An abbreviation with several meanings
// has a condition (see the table's page in data/README.md): "QĐ 217" is a
// decision, "QĐ" alone may be an army.
//
// Pure functions, thread-safe.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {

enum class SynonymRelation : std::uint8_t { kAbbreviation, kSynonym };

struct Synonym {
  std::string text;  // As the table spells it: "Ủy ban nhân dân".
  SynonymRelation relation = SynonymRelation::kSynonym;
};

// Tokens [first, first + count) can be said in other words.
struct SynonymMatch {
  std::size_t first = 0;
  std::size_t count = 0;
  std::vector<Synonym> others;  // Never empty.
};

// Which meanings of an ambiguous abbreviation count: those that a word
// elsewhere in the query speaks for (condition "near"), or all.
enum class Meanings : std::uint8_t { kSupported, kAll };

// Returns the stretches of `tokens` (one query's) that the tables know, in
// order, disjoint, the longest first. A token without marks stands for any
// marks, as in a query.
std::vector<SynonymMatch> FindSynonyms(
    const std::vector<Token>& tokens, Meanings meanings = Meanings::kSupported);

// Is `word` (lower case, with or without its marks) an abbreviation of the
// tables, by itself? Conditions do not count: "hđnd", "hdnd", "ubnd", "qđ".
bool IsAbbreviation(std::string_view word);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_SYNONYMS_H_
