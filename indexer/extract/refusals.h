#ifndef TRACUU_INDEXER_EXTRACT_REFUSALS_H_
#define TRACUU_INDEXER_EXTRACT_REFUSALS_H_

// What was looked at on the page and gave no value, for `explain`: days that
// do not exist, copyright years, the visitor's clock, and pages that hold no
// article the rules can read. Facet "page" stands for the whole page.

#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/dates.h"

namespace tracuu::extract {

// Adds what was refused of dates. `dates` are what was found.
void RefuseDates(const ArticleView& view, const ArticleDates& dates,
                 std::vector<Refusal>& refused);

// Adds why the page as a whole gives little: no article on it, another
// language, letters of a lost encoding, a second text beside the article.
void RefusePage(const ArticleView& view, std::vector<Refusal>& refused);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_REFUSALS_H_
