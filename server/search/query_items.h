#ifndef TRACUU_SERVER_SEARCH_QUERY_ITEMS_H_
#define TRACUU_SERVER_SEARCH_QUERY_ITEMS_H_

// From a stretch of typed words to the items of a query tree. Thread-safe.

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"
#include "server/search/query_tree.h"
#include "server/search/search_request.h"

namespace tracuu {

// An item and the tokens of the text that it was read from.
struct PlacedItem {
  QueryItem item;
  std::size_t first = 0;
  std::size_t tokens = 1;
};

// Words: a document symbol ("35-NQ/TW", "35/NQ-TW", "35 NQ TW") or a date is
// one item, because an article with 36-NQ/TW and 35-KL/TW has all its tokens
// and is about something else.
std::vector<PlacedItem> ReadWords(const Analysis& analysis, AccentMode accents);
std::vector<QueryItem> ReadWords(std::string_view text, AccentMode accents);

// Phrases and prefixes: every token for itself.
std::vector<QueryItem> ReadTokens(std::string_view text, AccentMode accents);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_ITEMS_H_
