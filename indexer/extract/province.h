#ifndef TRACUU_INDEXER_EXTRACT_PROVINCE_H_
#define TRACUU_INDEXER_EXTRACT_PROVINCE_H_

// Which provinces is the article about, in the list of its own day and in
// today's.
//
// A province counts if the publisher is of it, if it stands in the title or
// the opening in a frame that proves it, or if a body of it acts. One that is
// merely mentioned further down counts only when nothing better is known.
// Hometowns, venues of central meetings and lists of provinces do not count.
//
// Before 2025-07-01 `before` holds the old names and `from` their successors.
// From that day `from` is what the text says, and `before` only what proves a
// part of a merged unit: a name that exists in the old list alone, a district,
// a unit that was never merged. Old is never derived from new.

#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"
#include "indexer/extract/place.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/unit.h"

namespace tracuu::extract {

struct ProvinceFacets {
  std::vector<FacetValue> before;  // Principal first.
  std::vector<FacetValue> from;
};

ProvinceFacets ExtractProvinces(const ArticleView& view,
                                const std::vector<PlaceMention>& places,
                                const Publisher& publisher,
                                const std::vector<RankedUnit>& units,
                                const Date& date);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PROVINCE_H_
