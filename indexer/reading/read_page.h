#ifndef TRACUU_INDEXER_READING_READ_PAGE_H_
#define TRACUU_INDEXER_READING_READ_PAGE_H_

// From a crawled page to an article with labelled blocks: where is the title,
// the publication stamp, the byline, the body; what is the site's own identity
// and what is chrome.

#include <variant>

#include "common/domain/article.h"
#include "indexer/readers/page.h"
#include "indexer/reading/html_sandbox.h"

namespace tracuu {

// Reads `page`. The article has id, source, url, host, title, text, blocks and
// stated filled; its facets are empty. Rejects a page without any text
// ("no-text"), and HTML on which the parser died or ran out of its limits
// ("html-limits"). Never throws for what a page holds.
//
// `sandbox` parses HTML; one sandbox must not be used by two threads at once.
std::variant<Article, Rejection> ReadPage(Page page, HtmlSandbox& sandbox);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_READ_PAGE_H_
