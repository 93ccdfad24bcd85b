#ifndef TRACUU_COMMON_DOMAIN_NUMBER_READER_H_
#define TRACUU_COMMON_DOMAIN_NUMBER_READER_H_

// Documents named by number or symbol: "Nghị quyết số 18, 19-NQ/TW", "Chỉ thị
// 05", "Nghị quyết của Bộ Chính trị số 35".

#include <vector>

#include "common/domain/citation_mention.h"
#include "common/domain/citation_words.h"
#include "common/domain/lexer.h"
#include "common/domain/symbol_reader.h"

namespace tracuu {

// A mention that is the symbol alone.
CitationMention MentionOfSymbol(int first, const SymbolReading& reading);

// The numbers listed from the lexeme `at` on, after the kind of document that
// `head` and `kind` describe; empty if there is none. Issuer, term and date
// behind the last are not read yet.
std::vector<CitationMention> ReadNumbers(const Lexemes& lexemes,
                                         const CitationMention& head,
                                         const KindWord& kind, int at);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_NUMBER_READER_H_
