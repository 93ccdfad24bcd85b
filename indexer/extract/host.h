#ifndef TRACUU_INDEXER_EXTRACT_HOST_H_
#define TRACUU_INDEXER_EXTRACT_HOST_H_

// The site an article is from, as a facet.

#include <optional>

#include "common/domain/article.h"

namespace tracuu::extract {

// Nothing if the crawl gives no URL.
std::optional<FacetValue> ExtractHost(const Article& article);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_HOST_H_
