#ifndef TRACUU_COMMON_DOMAIN_CITATION_RESOLVER_H_
#define TRACUU_COMMON_DOMAIN_CITATION_RESOLVER_H_

// Decides which document a mention means. Nothing is guessed: what several
// documents fit stays unresolved.

#include <vector>

#include "common/domain/citation.h"
#include "common/domain/citation_mention.h"
#include "common/domain/date.h"
#include "common/domain/lexer.h"

namespace tracuu {

// The mention to resolve with its surroundings.
struct MentionContext {
  const Lexemes* lexemes = nullptr;
  Date article_date;  // Year 0 if unknown.
  // Lexemes near by that belong to no other mention: where topic words count.
  int before_first = 0;
  int after_last = 0;
  // "về tiếp tục thực hiện Chỉ thị 05": the mention is about the next one and
  // cannot be older than it. Null if it is not.
  const CitationMention* subject = nullptr;
  // The article names a document of the same kind by another issuer ("Nghị
  // quyết 12 của HĐND huyện"): a bare number may be one of theirs.
  bool others_issue_kind = false;
};

// Status, values, candidates, rule and reason; the byte range is the caller's.
Citation Resolve(const CitationMention& mention, const MentionContext& context);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CITATION_RESOLVER_H_
