#ifndef TRACUU_INDEXER_EXTRACT_UNIT_COMPLETE_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_COMPLETE_H_

// Names that leave out whose body it is: "Ban Chỉ đạo 35", "Đảng ủy Khối",
// "Đảng ủy Công ty". Another mention of the article, the name of the
// institution, or the page's owner completes them.

#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/unit_mention.h"

namespace tracuu::extract {

// Completes what can be completed; drops the mentions of committees whose
// institution nobody names.
void CompleteNames(const ArticleView& view, const Publisher& publisher,
                   std::vector<UnitMention>& mentions);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_COMPLETE_H_
