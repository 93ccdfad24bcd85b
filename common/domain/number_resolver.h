#ifndef TRACUU_COMMON_DOMAIN_NUMBER_RESOLVER_H_
#define TRACUU_COMMON_DOMAIN_NUMBER_RESOLVER_H_

// Which central document does a symbol or a number mean? The date beside it
// decides before the term, the term before the issuer, and the subject words
// near by where several are left.

#include "common/domain/citation.h"
#include "common/domain/citation_mention.h"
#include "common/domain/citation_resolver.h"

namespace tracuu {

// For mentions of the forms kSymbol and kNumber that no other issuer claims.
Citation ResolveNumber(const CitationMention& mention,
                       const MentionContext& context);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_NUMBER_RESOLVER_H_
