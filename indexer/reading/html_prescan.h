#ifndef TRACUU_INDEXER_READING_HTML_PRESCAN_H_
#define TRACUU_INDEXER_READING_HTML_PRESCAN_H_

// A cheap look at the tags of a page, before the parser sees it.
//
// The parser's time grows with the square of the nesting, of the attributes of
// a tag, and with the formatting elements (<b>, <font> …) left open, each of
// which it opens again in every later paragraph. Pages that people write stay
// far below; the few that are built to hurt are refused here, in one linear
// pass and without memory to speak of.

#include <string_view>

#include "common/base/result.h"
#include "indexer/reading/html_sandbox.h"

namespace tracuu {

// Fails with kTooLarge, naming the limit. The depth is an estimate from the
// tags alone: it knows void elements and the end tags that HTML lets out
// (<p>, <li>, <td> …), but not the parser's whole tree construction; the
// child's own limits stand behind it. Thread-safe.
Status PrescanHtml(std::string_view html, const HtmlLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_PRESCAN_H_
