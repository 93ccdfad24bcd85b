#ifndef TRACUU_INDEXER_EXTRACT_PUBLICATION_H_
#define TRACUU_INDEXER_EXTRACT_PUBLICATION_H_

// The day an article was published, in order of trust: what the record states,
// the page's stamp, the URL's path. Newspapers put the day into the path
// ("/2021/11/29/…") or into the article's number at its end: year to
// millisecond ("…-20251230120111664.htm"), or a three-digit channel and the
// same with a two-digit year ("…-185250821110931286.htm").

#include <optional>
#include <string_view>
#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

// `mentions` are the dates of the whole text.
std::optional<DateValue> FindPublication(
    const ArticleView& view, const std::vector<DateMention>& mentions);

// The other reading of a stamp whose order nothing on the page shows:
// "10/8/2019 3:27 PM" as October 8. Nothing if the stamp is not of that sort.
std::optional<DateValue> MonthFirstReading(
    const ArticleView& view, const std::vector<DateMention>& mentions);

// The day in a URL; nothing if it holds none.
std::optional<DateValue> DateOfUrl(std::string_view url);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PUBLICATION_H_
