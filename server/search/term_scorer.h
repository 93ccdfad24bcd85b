#ifndef TRACUU_SERVER_SEARCH_TERM_SCORER_H_
#define TRACUU_SERVER_SEARCH_TERM_SCORER_H_

// The first stage of ranking: BM25 of each term of the query, added up over
// the articles that match. The formula is Xapian's BM25Weight with its default
// parameters, and a test holds it to the same figures; but what matches is
// known already as a bitmap, so nothing is left of matching but reading how
// often each frequent term stands in each article, and that is kept in memory:
// docs/decisions/0008-first-stage.md.
//
// Belongs to one search in one thread; may throw Xapian::Error.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/snapshot.h"

namespace tracuu {

struct ScoredTerm {
  std::string term;
  double factor = 1;  // Its share of its BM25 weight.
};

struct RankedDoc {
  Xapian::docid docid = 0;
  double score = 0;
};

// Higher scores first; of equals the newer.
inline bool RanksBefore(const RankedDoc& a, const RankedDoc& b) {
  return a.score != b.score ? a.score > b.score : a.docid < b.docid;
}

class TermScorer {
 public:
  // Both outlive the scorer.
  TermScorer(const Snapshot& snapshot, const ArticleDatabase& database)
      : snapshot_(snapshot), database_(database) {}

  // The `count` best of `docs`, best first, those without any of the terms
  // among them.
  std::vector<RankedDoc> Best(const std::vector<ScoredTerm>& terms,
                              const DocSet& docs, std::size_t count) const;

  // What one term gives to one article.
  double ScoreOf(const ScoredTerm& term, Xapian::docid docid) const;

 private:
  // The articles that match, ascending, and their scores so far.
  struct Scores {
    std::vector<std::uint32_t> docids;
    std::vector<float> sums;
  };

  void Add(const ScoredTerm& term, Scores* scores) const;
  void AddAll(const Occurrences& occurrences, float weight,
              Scores* scores) const;
  void AddEach(const std::string& term, float weight, bool skip,
               Scores* scores) const;
  float WeightOf(const ScoredTerm& term, std::uint32_t termfreq) const;
  std::shared_ptr<const Occurrences> Read(const std::string& term) const;

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_TERM_SCORER_H_
