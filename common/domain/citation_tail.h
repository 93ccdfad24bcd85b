#ifndef TRACUU_COMMON_DOMAIN_CITATION_TAIL_H_
#define TRACUU_COMMON_DOMAIN_CITATION_TAIL_H_

// What is said after a document's number: "ngày 22/10/2018 của Bộ Chính trị
// (khóa XII)", in any order.

#include <vector>

#include "common/domain/citation_mention.h"
#include "common/domain/date.h"
#include "common/domain/lexer.h"

namespace tracuu {

// Adds what stands after `mention->last` to the mention and moves its end.
// `dates` are FindDates() of the same lexemes.
void ReadTail(const Lexemes& lexemes, const std::vector<DateMention>& dates,
              CitationMention* mention);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_TAIL_H_
