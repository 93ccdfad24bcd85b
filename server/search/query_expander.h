#ifndef TRACUU_SERVER_SEARCH_QUERY_EXPANDER_H_
#define TRACUU_SERVER_SEARCH_QUERY_EXPANDER_H_

// The third stage of reading a query: words that have another name are widened
// by it.
//
//   (words BCĐ 35)  →  (and (or (words bcđ) (phrase ban chỉ đạo))
//                           (words 35) (boost ban chỉ đạo 35))
//
// It only adds what matches, never takes away, and it works on the tree, so
// that total, counts and ranking follow. Phrases, prefixes, what is excluded
// and what is meant exactly (=) stay as they are. Pure, thread-safe.

#include <vector>

#include "common/domain/synonyms.h"
#include "server/search/limits.h"
#include "server/search/query_tree.h"
#include "server/search/search_request.h"

namespace tracuu {

struct ExpansionOptions {
  AccentMode accents = AccentMode::kAuto;
  Meanings meanings = Meanings::kSupported;
};

// Widens `tree` in place. Adds to `read_as` what was read otherwise ("via"
// abbreviation or synonym). At most limits.max_synonyms stretches are widened.
void ExpandSynonyms(const ExpansionOptions& options, const Limits& limits,
                    QueryNode* tree, std::vector<ReadAs>* read_as);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_EXPANDER_H_
