#ifndef TRACUU_SERVER_SEARCH_CITED_DOCUMENT_VIEW_H_
#define TRACUU_SERVER_SEARCH_CITED_DOCUMENT_VIEW_H_

// One cited document as a reader looks at it: what it is, how the articles
// write it, who cites it where and when, and what is cited beside it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/index/spellings.h"
#include "server/search/cross_count.h"
#include "server/search/document_facts.h"
#include "server/search/snapshot.h"

namespace tracuu {

// Another document, and in how many articles: of all that cite it, or of
// those that also cite the one looked at.
struct CountedDocument {
  DocumentFacts facts;
  std::uint64_t articles = 0;
};

// An article to point at.
struct ArticlePointer {
  std::string id;
  std::string title;
  std::int32_t day = 0;  // Days since 1970-01-01.
};

struct CitedDocumentView {
  DocumentFacts facts;
  std::uint64_t articles =
      0;                      // The total of the filter `resolution=` facts.id.
  std::uint64_t undated = 0;  // Of these, without a day.
  std::optional<ArticlePointer> first;  // Of those with a day.
  std::optional<ArticlePointer> latest;
  SpellingsOfValue spellings;
  CrossCounts by_province;      // Provinces of the article's day × years.
  CrossCounts by_province_now;  // Provinces of today × years.
  std::vector<CountedDocument> cited_with;  // Most frequent first.
  std::uint64_t cited_with_distinct = 0;    // How many there are in all.
  // For a number or a plenum: the documents it may mean that are cited here.
  std::vector<CountedDocument> meanings;
  // The known documents of the plenum it belongs to; none if to no plenum.
  std::vector<CountedDocument> plenum;
};

// Finds the document that `id` names, in any spelling the filter takes: a
// cited one, or one of our table that nobody cites. Lists at most `limit`
// co-cited documents. Fails with kNotFound for any other text.
Result<CitedDocumentView> ViewCitedDocument(const Snapshot& snapshot,
                                            std::string_view id,
                                            std::size_t limit);

// The articles of `docs`, docids of `snapshot`, with the earliest and the
// latest day; nothing if none has a day.
struct DatedEnds {
  std::uint32_t earliest = 0;  // Docids.
  std::uint32_t latest = 0;
};
std::optional<DatedEnds> FindDatedEnds(const Snapshot& snapshot,
                                       const DocSet& docs);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_CITED_DOCUMENT_VIEW_H_
