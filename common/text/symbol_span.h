#ifndef TRACUU_COMMON_TEXT_SYMBOL_SPAN_H_
#define TRACUU_COMMON_TEXT_SYMBOL_SPAN_H_

// The numbers of documents, in the variants in which pages write them.
// Internal to common/text.
//
//   party  35-NQ/TW  35/NQ-TW  35 – NQ / T.Ư  217 QĐ/TW  41/QĐ/TW  35 nq tw
//   state  18/NQ-CP  1654/NQ-UBTVQH15  800/QĐ-TTg
//   law    202/2025/QH15  46/2019/TT-BTC
//
// The party puts the hyphen first, the state the slash; writers swap them, so
// a known issuer decides the system, and an unknown one is accepted only where
// both separators stand as one of the two systems has them. TƯ is TW (Trung
// ương), TU is not (a provincial committee).

#include <cstddef>
#include <optional>
#include <vector>

#include "common/text/token_cursor.h"

namespace tracuu {

// Returns the symbol whose number is token `i`.
std::optional<Span> FindSymbolAt(const TokenCursor& tokens, std::size_t i);

// Returns the symbols, in text order, of the numbers that share the kind and
// issuer of the party symbol `last`: the 18 of "Nghị quyết số 18, 19-NQ/TW".
// Looks at no token before `from`.
std::vector<Span> FindSharingNumbers(const TokenCursor& tokens,
                                     const Span& last, std::size_t from);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_SYMBOL_SPAN_H_
