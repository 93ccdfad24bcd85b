#ifndef TRACUU_SERVER_SEARCH_POSTINGS_H_
#define TRACUU_SERVER_SEARCH_POSTINGS_H_

// From terms and phrases to bitmaps of articles, by way of the snapshot's
// cache. Belongs to one search in one thread; may throw Xapian::Error.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/query_tree.h"
#include "server/search/snapshot.h"

namespace tracuu {

// Is a term with so many articles worth keeping in memory, decoded?
inline bool IsFrequent(std::uint64_t termfreq, const Snapshot& snapshot) {
  constexpr std::uint32_t kOneIn = 32;
  return termfreq > snapshot.documents() / kOneIn;
}

// To find out which of `articles` have a term: is it cheaper to skip to each
// than to decode all `termfreq` postings? Decoding one takes ~20 ns, skipping
// to one ~600.
inline bool IsCheaperToSkip(std::uint64_t articles, std::uint64_t termfreq) {
  constexpr std::uint64_t kSkipRatio = 32;
  return articles * kSkipRatio < termfreq;
}

class Postings {
 public:
  // Both must outlive the object.
  Postings(const Snapshot& snapshot, const ArticleDatabase& database)
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
  DocSet Decode(const std::string& term) const;
  bool HasPair(const QueryItem& first, const QueryItem& second) const;
  void IntersectPairs(const std::vector<QueryItem>& items, DocSet* docs) const;
  DocSet CheckOrder(const std::vector<QueryItem>& items, TextScope scope,
                    const DocSet& candidates) const;

  const Snapshot& snapshot_;
  const ArticleDatabase& database_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_POSTINGS_H_
