#ifndef TRACUU_COMMON_DOMAIN_PLENUM_RESOLVER_H_
#define TRACUU_COMMON_DOMAIN_PLENUM_RESOLVER_H_

// Which documents does a plenum stand for? One plenum may have passed several:
// then the subject decides, or all are meant, or the plenum itself is the
// value ("NQTW6-XII"), never one of them at random.

#include "common/domain/citation.h"
#include "common/domain/citation_mention.h"
#include "common/domain/citation_resolver.h"

namespace tracuu {

// For mentions of the form kPlenum.
Citation ResolvePlenum(const CitationMention& mention,
                       const MentionContext& context);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_PLENUM_RESOLVER_H_
