#ifndef TRACUU_INDEXER_READERS_JSON_RECORD_H_
#define TRACUU_INDEXER_READERS_JSON_RECORD_H_

// One record of a crawl in JSON:
//
//   url or id           key of the page; an id wins
//   text or html        content; text wins
//   body or content     content where there is neither: HTML if it begins
//                       with a tag, else text
//   title published (or date) province(s) unit(s) resolution(s) year source
//                       what the crawl states; all optional
//   fetched_at (or timestamp, crawled_at, scraped_at)
//                       when the page was fetched: ISO 8601, or seconds or
//                       milliseconds since 1970
//
// Any of them may be an array of strings, as Scrapy's item loaders write: of a
// field with one value the first counts, of a text all, as paragraphs. A number
// stands for its digits; null stands for absence. Other fields are ignored.

#include <string_view>
#include <variant>

#include "indexer/readers/page.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// Returns a page whose `id` is the record's own, or empty, whose `url` is the
// canonical one, and whose `source` is empty; or a rejection with `offset`
// counted from the start of `line`: "bad-json" (syntax, nesting, repeated
// field), "bad-record" (wrong type), "not-utf8", "no-text", "no-id",
// "too-large". A date that cannot be read is ignored: it must not cost the
// article. Thread-safe.
std::variant<Page, Rejection> ParseJsonRecord(std::string_view line,
                                              const ReadLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_JSON_RECORD_H_
