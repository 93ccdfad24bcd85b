#ifndef TRACUU_INDEXER_READING_HTML_EXTRACT_H_
#define TRACUU_INDEXER_READING_HTML_EXTRACT_H_

// Parses HTML with gumbo and keeps its text and metadata. Runs in the child
// process of HtmlSandbox and nowhere else: on hostile markup it may take
// gigabytes and minutes. `html` is UTF-8.

#include <string_view>

#include "indexer/reading/html_page.h"

namespace tracuu {

HtmlPage ExtractHtmlPage(std::string_view html);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_EXTRACT_H_
