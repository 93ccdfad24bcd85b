#ifndef TRACUU_SERVER_SEARCH_SIMILAR_H_
#define TRACUU_SERVER_SEARCH_SIMILAR_H_

// Articles about the same matter as a given one, for a reader who wants to go
// on. What the matter is say the words that tell the article apart: frequent
// in it, rare elsewhere; neighbours rather than single syllables where the
// index has them, because words are several syllables. Symbols are wanted too,
// so the stored text is analysed again.
//
// Copies of the article (clusters.h) are left out, and so are copies of each
// other. Thread-safe.

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "server/search/limits.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

// Words that are looked for: more find no better articles, and cost time.
inline constexpr std::size_t kTellingWords = 25;

// A word in more of the articles than this share tells nothing apart.
inline constexpr double kMostOfArticles = 0.2;

// An article must have this share of the score the given one has itself.
inline constexpr double kLeastSimilarity = 0.12;

// At most `count` articles, the most similar first; title and snippet mark the
// words in common. Fails with kNotFound if there is no article with that id,
// with kIo or kCorrupt if the snapshot cannot be read.
Result<std::vector<Hit>> FindSimilar(const Snapshot& snapshot,
                                     std::string_view id, std::size_t count,
                                     const Limits& limits);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SIMILAR_H_
