#ifndef TRACUU_INDEXER_READING_HTML_PAGE_H_
#define TRACUU_INDEXER_READING_HTML_PAGE_H_
namespace tracuu {
struct HtmlPage {};
}  // namespace tracuu
#endif  // TRACUU_INDEXER_READING_HTML_PAGE_H_
