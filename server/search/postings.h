#ifndef TRACUU_SERVER_SEARCH_POSTINGS_H_
#define TRACUU_SERVER_SEARCH_POSTINGS_H_

// From terms and phrases to bitmaps of articles, by way of the snapshot's
// cache. Belongs to one search in one thread; may throw Xapian::Error.

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/query_tree.h"
#include "server/search/snapshot.h"

namespace tracuu {

class Postings {
 public:
  // Both must outlive the object.
  Postings(const Snapshot& snapshot, const Xapian::Database& database)
      : snapshot_(snapshot), database_(database) {}

  // The articles with `term`.
  std::shared_ptr<const DocSet> Of(const std::string& term) const;

  // Leaves in `docs` the articles with `term`; cheap when few are left.
  void Intersect(const std::string& term, DocSet* docs) const;

  // The articles where the items stand side by side, in order, in the title
  // or anywhere. REQUIRES: two items or more, each kExact or kFolded.
  //
  // Exact, not approximate: pair terms leave few candidates, and the forward
  // index decides.
  DocSet OfPhrase(const std::vector<QueryItem>& items, TextScope scope) const;

 private:
  bool IsFrequent(Xapian::doccount termfreq) const;
  DocSet Decode(const std::string& term) const;
  bool HasPair(const QueryItem& first, const QueryItem& second) const;
  void IntersectPairs(const std::vector<QueryItem>& items, DocSet* docs) const;
  DocSet CheckOrder(const std::vector<QueryItem>& items, TextScope scope,
                    const DocSet& candidates) const;

  const Snapshot& snapshot_;
  const Xapian::Database& database_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_POSTINGS_H_
