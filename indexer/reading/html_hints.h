#ifndef TRACUU_INDEXER_READING_HTML_HINTS_H_
#define TRACUU_INDEXER_READING_HTML_HINTS_H_

// Reads class, id and itemprop names: "news-detail__sapo" says lead.

#include <cstdint>
#include <string_view>

namespace tracuu {

// Returns the HtmlHint bits that the words of `names` suggest, where names is
// the value of a class, id or itemprop attribute. Thread-safe.
std::uint32_t HintsOfNames(std::string_view names);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_HINTS_H_
