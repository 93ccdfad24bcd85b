#ifndef TRACUU_INDEXER_EXTRACT_DATES_H_
#define TRACUU_INDEXER_EXTRACT_DATES_H_

// When was the article published, when did its news take place, which year
// does it belong to.
//
//   published   the record, the stamp line, the URL's path; never the visit
//               clock of a portal, a sidebar, the footer, the day of crawling
//   event_date  "Ngày 26/11/2021, …", "Sáng nay 24/8" in the opening; a year
//               the text leaves out is completed from the publication day,
//               the nearest day not after it, and from nothing else
//   year        published, else an event day with a stated year, else none

#include <optional>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

struct ArticleDates {
  std::optional<DateValue> published;
  std::optional<DateValue> event_date;
  std::optional<FacetValue> year;
};

ArticleDates ExtractDates(const ArticleView& view);

// The day to read names and citations by: published, else the event if it has
// a year; year 0 if neither is known.
Date ArticleDate(const ArticleDates& dates);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_DATES_H_
