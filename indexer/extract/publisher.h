#ifndef TRACUU_INDEXER_EXTRACT_PUBLISHER_H_
#define TRACUU_INDEXER_EXTRACT_PUBLISHER_H_

// Whose site the page is from: what its host name, its path and its own header
// and footer say. A publisher's province counts for every article of the site,
// and its district completes "UBND huyện" in the text. Central hosts say
// nothing.

#include <optional>
#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/place.h"
#include "indexer/extract/unit_name.h"

namespace tracuu::extract {

struct Publisher {
  const Province* before = nullptr;  // Null if unknown.
  const Province* from = nullptr;
  std::optional<PlaceName> district;
  std::optional<UnitName> unit;      // The first body its footer names.
  std::optional<Evidence> evidence;  // Of the province.
};

Publisher FindPublisher(const ArticleView& view,
                        const std::vector<PlaceMention>& places);

// The path of a URL, with its leading slash; empty if it has none.
std::string_view PathOf(std::string_view url);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PUBLISHER_H_
