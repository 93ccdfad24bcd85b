#ifndef TRACUU_SERVER_SEARCH_RANKING_OPTIONS_H_
#define TRACUU_SERVER_SEARCH_RANKING_OPTIONS_H_

// The features of ranking, each of which can be left out: only so that
// tests/eval/search.py can measure what each is worth. A server that answers
// people uses them all. Plain data.

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

struct RankingOptions {
  bool title = true;      // Syllables that stand in the title as well.
  bool pairs = true;      // Terms of frequent neighbours.
  bool proximity = true;  // Positions of the first hits.
  bool reading = true;    // The likeliest spelling of unmarked syllables.
  bool entities = true;   // Places, units and documents that are named.
  bool date = true;       // Newer articles a little before older ones.
  bool near = true;       // Articles with most of the words, after the others.
};

// Reads names of features, separated by commas, to leave out: "title,pairs".
// Fails with kInvalidArgument for another name.
Result<RankingOptions> RankingWithout(std::string_view names);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_RANKING_OPTIONS_H_
