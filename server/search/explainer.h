#ifndef TRACUU_SERVER_SEARCH_EXPLAINER_H_
#define TRACUU_SERVER_SEARCH_EXPLAINER_H_

// How was this query understood, and why does this article stand where it
// stands? Every stage of a search, for people: lexemes, tree, the terms that
// rank, how many articles each part matches, and what each part of the
// ranking, in both its stages, gives to one article. Thread-safe.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "server/search/limits.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

// A part of the query tree and the articles it matches by itself.
struct ExplainedNode {
  std::string tree;  // As PrintTree() shows it.
  std::uint64_t articles = 0;
};

// A part of the ranking and what it gives to the article.
struct ExplainedPart {
  std::string query;  // As Xapian shows it.
  double score = 0;
};

// A feature of the second stage, for one article: `score` is what it adds,
// the query's own weight × `share` × `has`.
struct ExplainedFeature {
  std::string_view name;  // "adjacency"; docs/ranking.md has them all.
  double has = 0;         // How much of it the article has.
  double share = 0;       // Its weight.
  double score = 0;
};

struct ExplainedArticle {
  std::string id;
  bool matches = false;
  // A near match lacks these words; `near_share` is the factor of its score.
  std::vector<std::string> missing;
  double near_share = 1;
  // As in a search without filters; comparable within one query only. The sum
  // of both stages times `near_share`.
  double score = 0;
  // First stage: the parts that give something, most first, and their sum.
  double terms_score = 0;
  std::vector<ExplainedPart> parts;
  // Second stage; empty for what is not among the best of the first.
  std::vector<ExplainedFeature> features;
};

struct Explanation {
  std::string asked;                 // The text that was parsed in the end.
  std::vector<std::string> lexemes;  // "word(xây)".
  std::string tree;
  std::vector<ExplainedNode> nodes;  // The tree's parts, outermost first.
  std::string ranking;               // PrintTerms(); empty: newest first.
  std::uint64_t total = 0;
  std::vector<ReadAs> read_as;
  std::vector<std::string> notes;  // Vietnamese.
  std::optional<Suggested> did_you_mean;
  std::optional<ExplainedArticle> article;
  std::string snapshot_id;
};

// Explains `request`, and how the article `id` scored if it is not empty.
// Fails like Searcher::Search(), and with kNotFound if there is no such
// article.
Result<Explanation> Explain(const Snapshot& snapshot, const Limits& limits,
                            const ViewRequest& request, std::string_view id);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_EXPLAINER_H_
