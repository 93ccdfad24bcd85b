#ifndef TRACUU_SERVER_SEARCH_QUERY_PARSER_H_
#define TRACUU_SERVER_SEARCH_QUERY_PARSER_H_

// The second stage of reading a query: lexemes → tree. The language is told in
// docs/query-syntax.md; in short
//
//   either  = all { OR all }
//   all     = { part }                      words side by side: all of them
//   part    = [ - ] ( words | "phrase" | =word | pre* | field:value
//                   | ( either ) )
//
// OR binds more loosely than words side by side, because most Vietnamese words
// are several syllables: `xây dựng OR chỉnh đốn` means what it looks like.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "server/search/limits.h"
#include "server/search/query_tree.h"
#include "server/search/search_request.h"

namespace tracuu {

struct ParsedQuery {
  QueryNode tree;
  std::vector<std::string> notes;  // Vietnamese: what was read literally.
};

// Tells whether `value` names a value of `facet`; lets `tỉnh:Quảng Trị` take
// two words. May be empty: then a value is one word or a phrase.
using IsFacetValue =
    std::function<bool(std::string_view facet, std::string_view value)>;

// Reads `text`. What cannot be parsed is searched for literally, and a note
// says so. Fails with kTooLarge, and a message in Vietnamese for the reader,
// when the query is over a limit.
Result<ParsedQuery> ParseQuery(std::string_view text, AccentMode accents,
                               const Limits& limits,
                               const IsFacetValue& is_facet_value);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_PARSER_H_
