#ifndef TRACUU_COMMON_DOMAIN_SYMBOL_READER_H_
#define TRACUU_COMMON_DOMAIN_SYMBOL_READER_H_

// Document symbols inside a text: the grammar behind ParseSymbol() and
// FindCitations().

#include <optional>
#include <string>
#include <string_view>

#include "common/domain/document_symbol.h"
#include "common/domain/lexer.h"

namespace tracuu {

// The abbreviation of a kind of document in its usual letter case ("qđi" →
// "QĐi", "qd" → "QĐ"); empty if the word is none.
std::string_view KindAbbreviation(std::string_view key);

struct SymbolReading {
  DocumentSymbol symbol;
  int last = 0;  // Index of the last lexeme.
  // Written as its system prescribes: no spaces, the right separators.
  bool is_regular = false;
};

// Reads "35-NQ/TW", "217 QĐ/TW", "18/NQ-CP", "202/2025/QH15" from the lexeme
// `first`, which is the number.
std::optional<SymbolReading> ReadSymbol(const Lexemes& lexemes, int first);

// Reads the kind and the issuer alone, "-NQ/TW" or "NQ/TW": what follows the
// last number of "18, 19-NQ/TW". `number` becomes the symbol's.
std::optional<SymbolReading> ReadKindAndIssuer(const Lexemes& lexemes,
                                               int first, int number);

// Reads "35/TW", "05-TU": a number and an issuer of the Party, where the words
// in front have told the `kind` ("Nghị quyết 35/TW").
std::optional<SymbolReading> ReadSymbolWithoutKind(const Lexemes& lexemes,
                                                   int first,
                                                   std::string_view kind);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_SYMBOL_READER_H_
