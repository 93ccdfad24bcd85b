#ifndef TRACUU_SERVER_SEARCH_SEARCHER_H_
#define TRACUU_SERVER_SEARCH_SEARCHER_H_

// Answers searches against one snapshot of the index.
//
// A Searcher sees the snapshot it was made with for as long as it lives, so
// two calls on it agree with each other even if a new snapshot is published
// between them. It is cheap to make: a request makes its own. Thread-safe.

#include <memory>
#include <optional>
#include <string_view>

#include "common/base/result.h"
#include "server/search/limits.h"
#include "server/search/ranking_options.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

// An article as the reader looks at it.
struct ArticleView {
  Article article;
  // Byte ranges of Article::text that match the query, if there was one.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;
  std::optional<ClusterOfHit> cluster;
};

// The articles that match a search, copies and all, as docids of the snapshot.
struct MatchSet {
  DocSet docs;
  std::vector<std::string> notes;  // Vietnamese, for the reader.
};

class Searcher {
 public:
  // `limits` must outlive the searcher.
  Searcher(std::shared_ptr<const Snapshot> snapshot, const Limits& limits,
           const RankingOptions& ranking = {});

  // Returns the page of hits that `request` asks for, the exact total and
  // exact facet counts. Finding nothing is no failure. If `request.near` and
  // the first page is not full, near matches follow; they are not counted.
  //
  // Fails with kTooLarge, and a message in Vietnamese about the query, if it
  // is over a limit; with kIo, kCorrupt or kUnavailable if the snapshot cannot
  // be read. REQUIRES: page × per_page is within Limits.
  Result<SearchResponse> Search(const SearchRequest& request) const;

  // Returns which articles match `request`, whatever it says about hits,
  // copies and facets. Fails as Search() does.
  Result<MatchSet> Match(const SearchRequest& request) const;

  // Returns one page of the values of one facet under the same search.
  // REQUIRES: `page.facet` is the name of a facet.
  Result<FacetPage> ListFacet(const SearchRequest& request,
                              const FacetPageRequest& page) const;

  // Returns the article with that id, and where it matches the query, read as
  // Search() would read it. Fails with kNotFound if there is none.
  Result<ArticleView> View(std::string_view id,
                           const ViewRequest& request) const;

 private:
  std::shared_ptr<const Snapshot> snapshot_;
  const Limits& limits_;
  const RankingOptions ranking_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SEARCHER_H_
