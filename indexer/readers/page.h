#ifndef TRACUU_INDEXER_READERS_PAGE_H_
#define TRACUU_INDEXER_READERS_PAGE_H_

// What the readers of file formats yield: one crawled page, or a rejection.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/article.h"

namespace tracuu {

enum class PageFormat : std::uint8_t { kText, kHtml };

// A page as it was crawled, decoded to UTF-8 but not yet read.
struct Page {
  // "docs/t001.txt", "docs/crawl.jsonl#3", "docs/crawl.warc.gz@1024"
  std::string source;
  std::string id;   // Stable key; see PageId() in reader.h.
  std::string url;  // Empty if the crawl does not say.
  PageFormat format = PageFormat::kText;
  std::string content;  // Text or HTML; may still hold broken UTF-8.
  StatedFields stated;
  // Of a page that does not say when it was fetched: seconds since 1970 of a
  // time before that, as its site's sitemap tells. Only tells captures apart.
  std::optional<std::int64_t> fetched_after = {};
  std::vector<std::string> repairs;  // See Article::repairs.
};

// An input that was not indexed. One line of rejected.jsonl.
struct Rejection {
  std::string source;  // As in Page::source.
  // Byte offset in the inflated file; of a WARC record, in the file as it is.
  std::uint64_t offset = 0;
  std::string code;     // Stable: "unreadable", "not-utf8", "no-text",
                        // "bad-json", "too-large", "duplicate-id", …
  std::string message;  // English, one line.
  std::string hint;     // What to do about it.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_PAGE_H_
