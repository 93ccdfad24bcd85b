#ifndef TRACUU_COMMON_DOMAIN_PLENUM_READER_H_
#define TRACUU_COMMON_DOMAIN_PLENUM_READER_H_

// Documents named by the plenum that passed them: "Nghị quyết Trung ương 4, 5
// khóa XII", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương".

#include <vector>

#include "common/domain/citation_mention.h"
#include "common/domain/citation_words.h"
#include "common/domain/lexer.h"

namespace tracuu {

// The plenums named from the lexeme `at` on, after the kind of document that
// `head` and `kind` describe; empty if none is. Terms and dates behind the last
// are not read yet.
std::vector<CitationMention> ReadPlenums(const Lexemes& lexemes,
                                         const CitationMention& head,
                                         const KindWord& kind, int at);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_PLENUM_READER_H_
