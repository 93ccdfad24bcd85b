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
// `valid` holds the provinces of the article's own day: those of the 63 until
// 2025-06-30, those of the 34 from 2025-07-01. Behind the new ones stand the
// old provinces that the text proves: by a name of the old list alone or by a
// district. An article without a date is read like one of before. `now` holds
// today's units. Old is never derived from new.

#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"
#include "indexer/extract/place.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/unit.h"

namespace tracuu::extract {

struct ProvinceFacets {
  std::vector<FacetValue> valid;  // Principal first.
  std::vector<FacetValue> now;
};

ProvinceFacets ExtractProvinces(const ArticleView& view,
                                const std::vector<PlaceMention>& places,
                                const Publisher& publisher,
                                const std::vector<RankedUnit>& units,
                                const Date& date);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PROVINCE_H_
