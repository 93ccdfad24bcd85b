#ifndef TRACUU_INDEXER_READERS_JSON_RECORD_H_
#define TRACUU_INDEXER_READERS_JSON_RECORD_H_

// One record of a crawl in JSON:
//
//   url or id           key of the page; an id wins
//   text or html        content; text wins
//   title published (or date) fetched_at province(s) unit(s)
//   resolution(s) year source     what the crawl states; all optional
//
// A list may be a string or an array of strings; a number stands for its
// digits; null stands for absence. Other fields are ignored.

#include <string_view>
#include <variant>

#include "indexer/readers/page.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// Returns a page whose `id` is the record's own, or empty, and whose `source`
// is empty; or a rejection with `offset` counted from the start of `line`:
// "bad-json" (syntax, nesting, repeated field), "bad-record" (wrong type),
// "not-utf8", "no-text", "no-id", "too-large". A date that cannot be read is
// ignored: it must not cost the article. Thread-safe.
std::variant<Page, Rejection> ParseJsonRecord(std::string_view line,
                                              const ReadLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_JSON_RECORD_H_
