#ifndef TRACUU_INDEXER_EXTRACT_RESOLUTION_H_
#define TRACUU_INDEXER_EXTRACT_RESOLUTION_H_

// Which documents does the article cite, as facet values. What a citation is,
// common/domain/citation.h decides; here only the searched blocks are shown to
// it (a sidebar's list of new documents cites nothing).

#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

// In order of first mention. `date` (year 0 if unknown) is the article's.
std::vector<FacetValue> ExtractResolutions(const ArticleView& view,
                                           const Date& date,
                                           std::vector<Refusal>& refused);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_RESOLUTION_H_
