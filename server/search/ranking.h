#ifndef TRACUU_SERVER_SEARCH_RANKING_H_
#define TRACUU_SERVER_SEARCH_RANKING_H_

// What makes one match better than another, first stage: BM25 over the terms
// of the query as typed, and on top of that titles, frequent neighbours that
// stand side by side, and the likeliest spelling of what was typed without
// marks. Only terms, no positions: their weights add up (term_scorer.h), and
// the best articles are looked at more closely (ranker.h). All weights are
// here, with their reasons; docs/ranking.md tells the whole. May throw
// Xapian::Error.

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/search/query_tree.h"
#include "server/search/ranking_options.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"
#include "server/search/term_scorer.h"

namespace tracuu {

// A syllable typed without marks: each spelling counts this much, and the
// likeliest one the rest. 0.3 separates articles with the spelling meant
// (0.92-1.73) from the others (0.10-0.19).
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

// An article that writes the symbol itself, above one that only has its facet.
inline constexpr double kSymbolShare = 1.5;

// A run of words or a phrase of the query, as ranking understands it.
struct WordGroup {
  TextScope scope = TextScope::kAnywhere;
  std::vector<QueryItem> items;
  // The exact form meant by each item: as typed, or the likeliest spelling of
  // what was typed without marks; empty if unknown and for symbols and dates.
  std::vector<std::string> forms;
  // How much each item tells articles apart (inverse document frequency).
  std::vector<double> weights;
  // The same of each item beside the next one: that of the pair where both
  // are frequent, so that a formula in every article counts for little.
  std::vector<double> pair_weights;

  // Sum of `weights`.
  double weight = 0;

  // A run whose words are asked for by other groups, too: its words as typed,
  // where other names for some of them have torn it apart.
  bool is_whole_run = false;
};

struct Scoring {
  // Each term once. Empty if there is nothing to rank by.
  std::vector<ScoredTerm> terms;
  std::vector<ReadAs> read_as;
  std::vector<WordGroup> groups;  // In the order typed; nothing excluded.
  // What was typed, run by run: the groups that are whole runs, else all.
  std::vector<WordGroup> runs;
};

// The spellings meant by syllables typed without marks: folded form → exact
// forms.
using MeantSpellings =
    std::map<std::string, std::set<std::string>, std::less<>>;
MeantSpellings SpellingsMeant(const std::vector<WordGroup>& groups);

// Where a query is compiled; the three outlive it.
struct RankingContext {
  const Snapshot& snapshot;
  const ArticleDatabase& database;
  const RankingOptions& options;
};

// Compiles how the matches of `tree` are ranked, or what only comes near it.
Scoring CompileScoring(const QueryNode& tree, const RankingContext& context);

// For people: "đảng + 0.5 × Sđảng".
std::string PrintTerms(const std::vector<ScoredTerm>& terms);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_RANKING_H_
