#ifndef TRACUU_INDEXER_EXTRACT_EVENT_DATE_H_
#define TRACUU_INDEXER_EXTRACT_EVENT_DATE_H_

// The day on which the news of an article took place; see dates.h.
// Thread-safe. `mentions` are the dates of the whole text.

#include <optional>
#include <vector>

#include "common/domain/article.h"
#include "common/domain/date.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

// The day that the opening tells, its year completed from `published` where
// the text leaves it out.
std::optional<DateValue> FindEvent(const ArticleView& view,
                                   const std::vector<DateMention>& mentions,
                                   const std::optional<DateValue>& published);

// Where neither stamp nor opening has a day: a whole day that opens a paragraph
// ("Ngày 09/02/2020, Chi bộ …") further down, if no other year of the same sort
// is told and it is no document's.
std::optional<DateValue> FindLaterEvent(
    const ArticleView& view, const std::vector<DateMention>& mentions);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_EVENT_DATE_H_
