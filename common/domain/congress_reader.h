#ifndef TRACUU_COMMON_DOMAIN_CONGRESS_READER_H_
#define TRACUU_COMMON_DOMAIN_CONGRESS_READER_H_

// Resolutions of congresses: "Nghị quyết Đại hội XII, XIII của Đảng", "Nghị
// quyết XIII của Đảng". The congress of another body ("Đại hội Đảng bộ tỉnh lần
// thứ XX") is read as another issuer's.

#include <vector>

#include "common/domain/citation_mention.h"
#include "common/domain/citation_words.h"
#include "common/domain/lexer.h"

namespace tracuu {

// The congresses named from the lexeme `at` on, after the kind of document that
// `head` and `kind` describe; empty if none is.
std::vector<CitationMention> ReadCongresses(const Lexemes& lexemes,
                                            const CitationMention& head,
                                            const KindWord& kind, int at);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CONGRESS_READER_H_
