#ifndef TRACUU_SERVER_SEARCH_MATCH_EVALUATOR_H_
#define TRACUU_SERVER_SEARCH_MATCH_EVALUATOR_H_

// Which articles match? The one truth behind hits, totals and facet counts: a
// bitmap, made from posting lists and facet tables. Only what is in it is
// ranked. (Xapian's own estimates of totals were 21 % too high on average.)
//
// Belongs to one search in one thread; may throw Xapian::Error.

#include <string>
#include <vector>

#include "common/base/result.h"
#include "server/search/doc_set.h"
#include "server/search/limits.h"
#include "server/search/postings.h"
#include "server/search/query_tree.h"
#include "server/search/snapshot.h"

namespace tracuu {

class MatchEvaluator {
 public:
  // All must outlive the object.
  MatchEvaluator(const Snapshot& snapshot, const ArticleDatabase& database,
                 const Limits& limits)
      : snapshot_(snapshot),
        database_(database),
        postings_(snapshot, database),
        limits_(limits) {}

  // The articles that `node` asks for. Fails with kTooLarge, and a message in
  // Vietnamese, if a prefix stands for too many terms.
  Result<DocSet> Evaluate(const QueryNode& node);

  // Every article of the snapshot.
  DocSet All() const;

  // What was found strange on the way, in Vietnamese.
  std::vector<std::string>& notes() { return notes_; }

 private:
  Result<DocSet> EvaluateAnd(const QueryNode& node);
  Result<DocSet> EvaluateOr(const QueryNode& node);
  Result<DocSet> EvaluatePrefix(const QueryNode& node);
  DocSet EvaluateWords(const QueryNode& node);
  DocSet EvaluateSymbol(const std::string& canonical);
  DocSet EvaluateFacet(const QueryNode& node);

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
  const Postings postings_;
  const Limits& limits_;
  std::vector<std::string> notes_;
};

// "Không có giá trị “X” trong bộ lọc province": shown when a filter names a
// value nobody has.
std::string UnknownValueNote(std::string_view facet, std::string_view value);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_MATCH_EVALUATOR_H_
