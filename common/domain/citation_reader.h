#ifndef TRACUU_COMMON_DOMAIN_CITATION_READER_H_
#define TRACUU_COMMON_DOMAIN_CITATION_READER_H_

// Finds the places of a text that name documents, and those that only look
// like it. What the documents are is the resolver's question.

#include <vector>

#include "common/domain/citation.h"
#include "common/domain/citation_mention.h"
#include "common/domain/date.h"
#include "common/domain/lexer.h"

namespace tracuu {

struct ReadCitations {
  std::vector<CitationMention> mentions;  // In text order.
  std::vector<NotCitation> refused;
};

// `dates` are FindDates() of the same lexemes.
ReadCitations FindMentions(const Lexemes& lexemes,
                           const std::vector<DateMention>& dates);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_READER_H_
