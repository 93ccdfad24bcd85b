#ifndef TRACUU_SERVER_SEARCH_RANKING_H_
#define TRACUU_SERVER_SEARCH_RANKING_H_

// What makes one match better than another: BM25 over the terms of the query
// as typed, and on top of that titles, neighbours that stand side by side, and
// the likeliest spelling of what was typed without marks. All weights are
// here, with their reasons. May throw Xapian::Error.

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "server/search/query_tree.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

// A syllable typed without marks: each spelling counts this much, and the
// likeliest one the rest. 0.3 separates articles with the spelling meant
// (0.92-1.73) from the others (0.10-0.19); OP_SYNONYM lets them overlap.
inline constexpr double kFoldedShare = 0.3;
inline constexpr double kReadingShare = 1.0 - kFoldedShare;

// Syllables that stand in the title as well. Their wdf is already raised in
// the index; more would put a passing mention in a title above an article that
// is about the matter.
inline constexpr double kTitleShare = 0.5;

// Neighbours in the query that are neighbours in the article. Words are
// several syllables, and frequent syllables alone do not rank ("đảng" is in
// 99 % of the articles and weighs 0.007): pairs carry the meaning.
inline constexpr double kPairShare = 1.0;

// The same for syllables too rare to have pair terms, by the words of the
// articles. It has the weights of both syllables, which are already high.
inline constexpr double kPhraseShare = 0.5;

// Words are only looked at if this few articles match: each costs about a tenth
// of a microsecond, and among more the pair terms have decided.
inline constexpr std::uint64_t kPhraseMatches = 5'000;

// An article that writes the symbol itself, above one that only has its facet.
inline constexpr double kSymbolShare = 1.5;

struct Scoring {
  // Empty if there is nothing to rank by.
  Xapian::Query query;
  // Does `query` match every article that the tree matches? If not, it only
  // adds weight to some.
  bool covers = false;
  std::vector<ReadAs> read_as;
};

// Compiles how the `matches` of `tree` are ranked.
Scoring CompileScoring(const QueryNode& tree, const DocSet& matches,
                       const Snapshot& snapshot);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_RANKING_H_
