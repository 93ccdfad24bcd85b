#ifndef TRACUU_SERVER_SEARCH_NEAR_MATCHES_H_
#define TRACUU_SERVER_SEARCH_NEAR_MATCHES_H_

// Articles that have most of a longer query's words, for a reader who typed
// one word too many. They fill up a first page that the articles with all the
// words leave room on, and say what they lack; no total or count holds them.
// Under filters there are none (docs/decisions/0009-near-matches.md).
// What says exactly what is wanted is never left out: numbers, document
// symbols, dates, phrases, prefixes, fields, exclusions.

#include <string>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/match_evaluator.h"
#include "server/search/query_tree.h"
#include "server/search/ranker.h"

namespace tracuu {

// A shorter query means each of its words.
inline constexpr std::size_t kLeastNearWords = 4;

// The share of the words' weight (inverse document frequency) that an article
// must have. Its score is multiplied by the share it has: it comes before an
// article with all the words only if those stand scattered there.
inline constexpr double kNearShare = 0.5;

// They are there to fill a first page, not to be paged through.
inline constexpr std::size_t kMostNearMatches = 10;

struct NearMatch {
  RankedDoc doc;  // Its score compares with those of articles that match.
  std::vector<std::string> missing;  // As typed, canonical.
  double share = 1;  // Of the weight of the words: its score has this factor.
};

// At most kMostNearMatches of `tree` among `docs` (articles that do not match
// it), best first. `scoring` is what CompileScoring() made of `tree` in the
// same context. May throw Xapian::Error.
std::vector<NearMatch> FindNearMatches(const QueryNode& tree,
                                       const Scoring& scoring,
                                       const DocSet& docs,
                                       const RankingContext& context,
                                       MatchEvaluator* evaluator);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_NEAR_MATCHES_H_
