#ifndef TRACUU_INDEXER_EXTRACT_UNIT_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_H_

// Which bodies does the article tell of, the one that holds, leads or issues
// first. Mentions are completed with the place the text leaves out, merged on
// the exact key of their full names, and ranked by where they stand and what
// they do there. Few and right: a body that is merely named stays out.

#include <optional>
#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"
#include "indexer/extract/place.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/unit_mention.h"

namespace tracuu::extract {

// A unit with the place that its name implies; for the province facet.
struct RankedUnit {
  UnitValue value;
  PlaceName place;  // Without name for central bodies.
  // As the rules read it; nothing if a record states what they cannot read.
  std::optional<UnitName> name;
  bool central = false;
};

// Principal first. `citations` are the byte ranges of cited documents; `date`
// (year 0 if unknown) decides what a Thành ủy is.
std::vector<RankedUnit> ExtractUnits(const ArticleView& view,
                                     const std::vector<PlaceMention>& places,
                                     const Publisher& publisher,
                                     const std::vector<ByteRange>& citations,
                                     const Date& date);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_H_
