#ifndef TRACUU_SERVER_SEARCH_RANKER_H_
#define TRACUU_SERVER_SEARCH_RANKER_H_

// Ranks matches in two stages. The best by their terms (ranking.h,
// term_scorer.h) are looked at more closely:
// what their facets say the article is about, how close to each other the
// words stand, how new it is. docs/ranking.md has the formula.

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/ranking.h"

namespace tracuu {

// How many hits of the first stage are looked at again: reading the words of
// one takes about a microsecond. What stands further down keeps the first
// stage's order.
inline constexpr std::size_t kLookedAt = 50;

// The weights of the second stage, as shares of the query's own weight (the
// sum of its words' inverse document frequencies), so that they mean the same
// for one word and for ten.
//
// Neighbours of the query that are neighbours in the article; all the words in
// one place, wherever that is.
inline constexpr double kAdjacencyShare = 0.6;
inline constexpr double kDensityShare = 0.3;
// A place, unit, document or year that the query names and the article's
// facets have.
inline constexpr double kEntityShare = 0.8;
// From the oldest article (0) to the newest (all of it), by rank: decides only
// between articles that are otherwise as good. Undated ones get nothing.
inline constexpr double kDateShare = 0.02;

// What the second stage finds in one article and adds to its score: for each
// feature, how much of it the article has (0 to about 1), and the weight of the
// query's own weight times the feature's share that this is worth.
struct CloserScore {
  struct Feature {
    double has = 0;
    double score = 0;
  };
  Feature adjacency;
  Feature density;
  Feature named;
  Feature recency;

  double Sum() const {
    return adjacency.score + density.score + named.score + recency.score;
  }
};

// Which hits: [offset, offset + count).
struct HitRange {
  std::size_t offset = 0;
  std::size_t count = 0;
};

// The given range of `docs`, best first. `scoring` must have been compiled in
// the same context and not be empty. May throw Xapian::Error.
std::vector<RankedDoc> Rank(const Scoring& scoring, const DocSet& docs,
                            HitRange range, const RankingContext& context);

// What the second stage adds to the score of the article `docid`, whether or
// not it is among those that are looked at.
CloserScore LookCloser(const Scoring& scoring, Xapian::docid docid,
                       const RankingContext& context);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_RANKER_H_
