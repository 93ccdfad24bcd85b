#include "server/search/explainer.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "server/search/bitmap_source.h"
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

// The parts whose weights add up to that of the whole.
void CollectParts(const Xapian::Query& query,
                  std::vector<Xapian::Query>* parts) {
  switch (query.get_type()) {
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_OR:
    case Xapian::Query::OP_AND_MAYBE:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        CollectParts(query.get_subquery(i), parts);
      }
      return;
    case Xapian::Query::OP_FILTER:
      return CollectParts(query.get_subquery(0), parts);
    default:
      parts->push_back(query);
  }
}

// What `query` gives to the one article in `article`.
double ScoreOf(const Xapian::Query& query, const DocSet& article,
               const Xapian::Database& database) {
  BitmapSource source(article);
  Xapian::Enquire enquire(database);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&source)));
  const Xapian::MSet found = enquire.get_mset(0, 1);
  return found.empty() ? 0 : found.begin().get_weight();
}

ExplainedArticle ExplainArticle(std::string_view id, std::uint32_t docid,
                                const QueryReading& reading,
                                const Scoring& scoring,
                                const Xapian::Database& database) {
  ExplainedArticle article;
  article.id = std::string(id);
  article.matches = reading.docs.contains(docid);
  if (scoring.query.empty()) return article;
  DocSet only;
  only.add(docid);
  std::vector<Xapian::Query> parts;
  CollectParts(scoring.query, &parts);
  for (const Xapian::Query& part : parts) {
    const double score = ScoreOf(part, only, database);
    article.score += score;
    if (score > 0) article.parts.push_back({part.get_description(), score});
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
    explanation.ranking =
        scoring.query.empty() ? "" : scoring.query.get_description();
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
        ExplainArticle(id, *posting, *reading, scoring, *database);
    return explanation;
  });
}

}  // namespace tracuu
