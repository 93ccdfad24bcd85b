#include "server/search/explainer.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "server/search/match_evaluator.h"
#include "server/search/query_lexer.h"
#include "server/search/query_reader.h"
#include "server/search/ranking.h"

namespace tracuu {
namespace {

std::vector<std::string> NameLexemes(std::string_view query) {
  std::vector<std::string> names;
  for (const Lexeme& lexeme : LexQuery(query)) {
    names.push_back(std::string(LexemeName(lexeme.kind)) + '(' +
                    std::string(lexeme.text) + ')');
  }
  return names;
}

// Counts what each part of the tree matches. The tree was evaluated before, so
// that it is within the limits.
void CountNodes(const QueryNode& node, MatchEvaluator* evaluator,
                std::vector<ExplainedNode>* nodes) {
  if (node.kind == NodeKind::kBoost) return;
  if (const auto docs = evaluator->Evaluate(node)) {
    nodes->push_back({PrintTree(node), docs->cardinality()});
  }
  for (const QueryNode& child : node.children) {
    CountNodes(child, evaluator, nodes);
  }
}

ExplainedArticle ExplainArticle(std::string_view id, std::uint32_t docid,
                                const QueryReading& reading,
                                const Scoring& scoring,
                                const TermScorer& scorer) {
  ExplainedArticle article;
  article.id = std::string(id);
  article.matches = reading.docs.contains(docid);
  for (const ScoredTerm& term : scoring.terms) {
    const double score = scorer.ScoreOf(term, docid);
    article.score += score;
    if (score > 0) article.parts.push_back({PrintTerms({term}), score});
  }
  std::stable_sort(
      article.parts.begin(), article.parts.end(),
      [](const auto& a, const auto& b) { return a.score > b.score; });
  return article;
}

}  // namespace

Result<Explanation> Explain(const Snapshot& snapshot, const Limits& limits,
                            const ViewRequest& request, std::string_view id) {
  return GuardXapian([&]() -> Result<Explanation> {
    const Snapshot::Lease database = snapshot.Borrow();
    auto reading = QueryReader(snapshot, *database, limits)
                       .Read(request.text, request.accents, request.reading);
    if (!reading) return reading.error();
    const RankingOptions ranking;
    Scoring scoring =
        CompileScoring(reading->query.tree, {snapshot, *database, ranking});
    Explanation explanation;
    explanation.asked = reading->asked;
    explanation.lexemes = NameLexemes(reading->asked);
    explanation.tree = PrintTree(reading->query.tree);
    MatchEvaluator evaluator(snapshot, *database, limits);
    CountNodes(reading->query.tree, &evaluator, &explanation.nodes);
    explanation.ranking = PrintTerms(scoring.terms);
    explanation.total = reading->docs.cardinality();
    explanation.read_as = std::move(reading->read_as);
    for (ReadAs& one : scoring.read_as) {
      explanation.read_as.push_back(std::move(one));
    }
    explanation.notes = std::move(reading->query.notes);
    explanation.did_you_mean = std::move(reading->did_you_mean);
    explanation.snapshot_id = snapshot.manifest().id;
    if (id.empty()) return explanation;
    const std::string term = MakeTerm(FieldNamed("id"), id);
    const auto posting = database->postlist_begin(term);
    if (posting == database->postlist_end(term)) {
      return Error{ErrorCode::kNotFound, "no article with this id", ""};
    }
    explanation.article =
        ExplainArticle(id, *posting, *reading, scoring,
                       TermScorer(snapshot, *database));
    return explanation;
  });
}

}  // namespace tracuu
