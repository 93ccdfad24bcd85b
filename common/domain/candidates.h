#ifndef TRACUU_COMMON_DOMAIN_CANDIDATES_H_
#define TRACUU_COMMON_DOMAIN_CANDIDATES_H_

// The known documents a mention may mean, and the questions by which the
// resolvers narrow them down.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/domain/citation.h"
#include "common/domain/citation_mention.h"
#include "common/domain/date.h"
#include "common/domain/lexer.h"
#include "common/domain/resolution.h"

namespace tracuu {

using Candidates = std::vector<const Resolution*>;  // Oldest first.

inline void KeepIf(Candidates* candidates, const auto& keep) {
  Candidates kept;
  std::ranges::copy_if(*candidates, std::back_inserter(kept), keep);
  *candidates = std::move(kept);
}

// Narrows only if something is left; false if nothing is.
inline bool PreferIf(Candidates* candidates, const auto& keep) {
  Candidates kept;
  std::ranges::copy_if(*candidates, std::back_inserter(kept), keep);
  if (kept.empty()) return false;
  *candidates = std::move(kept);
  return true;
}

// True if an article of that day can cite the document; true for an article
// without a date. Of an unverified document only the year counts.
bool ExistsBy(const Resolution& resolution, const Date& article_date);

// True if nothing said about the issuer speaks against the document.
bool AgreesWith(const Resolution& resolution, StatedIssuer issuer);

// Known central documents of that kind and number; QĐ and QĐi are mixed up in
// texts.
Candidates DocumentsWith(const std::string& kind, int number);

enum class TopicMatch : std::uint8_t { kNone, kOne, kSeveral };

// Keeps the one candidate most of whose subject's words stand in the lexemes
// [first, last]; if there is none or several are equal, keeps all.
TopicMatch KeepOnTopic(const Lexemes& lexemes, int first, int last,
                       Candidates* candidates);

std::vector<std::string> IdsOf(const Candidates& candidates);

// True if documents of that kind are values of the facet of resolutions.
// `says_decision`: the text says "Quyết định".
bool IsFacetKind(const DocumentSymbol& symbol, bool says_decision);

// A citation without values yet.
Citation Outcome(CitationStatus status, std::string rule, std::string reason);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_CANDIDATES_H_
