#include "server/search/explainer.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "server/search/match_evaluator.h"
#include "server/search/near_matches.h"
#include "server/search/query_lexer.h"
#include "server/search/query_reader.h"
#include "server/search/ranker.h"
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

// One article of a query that was read and compiled.
class ArticleExplainer {
 public:
  ArticleExplainer(const QueryReading& reading, const Scoring& scoring,
                   const RankingContext& context, const Limits& limits)
      : reading_(reading),
        scoring_(scoring),
        context_(context),
        limits_(limits) {}

  ExplainedArticle Explain(std::string_view id, Xapian::docid docid) const {
    ExplainedArticle article;
    article.id = std::string(id);
    article.matches = reading_.docs.contains(docid);
    if (scoring_.terms.empty()) return article;
    AddFirstStage(docid, &article);
    article.score = article.terms_score;
    if (IsLookedAt(docid, &article)) AddSecondStage(docid, &article);
    article.score *= article.near_share;
    return article;
  }

 private:
  void AddFirstStage(Xapian::docid docid, ExplainedArticle* article) const {
    const TermScorer scorer(context_.snapshot, context_.database);
    for (const ScoredTerm& term : scoring_.terms) {
      const double score = scorer.ScoreOf(term, docid);
      article->terms_score += score;
      if (score > 0) article->parts.push_back({PrintTerms({term}), score});
    }
    std::stable_sort(
        article->parts.begin(), article->parts.end(),
        [](const auto& a, const auto& b) { return a.score > b.score; });
  }

  // Among the best matches, or one of the near matches that fill the page?
  bool IsLookedAt(Xapian::docid docid, ExplainedArticle* article) const {
    if (article->matches) {
      const auto best = Rank(scoring_, reading_.docs, {0, kLookedAt}, context_);
      return std::any_of(best.begin(), best.end(), [&](const RankedDoc& doc) {
        return doc.docid == docid;
      });
    }
    MatchEvaluator evaluator(context_.snapshot, context_.database, limits_);
    const DocSet others = evaluator.All() - reading_.docs;
    for (NearMatch& near : FindNearMatches(reading_.query.tree, scoring_,
                                           others, context_, &evaluator)) {
      if (near.doc.docid != docid) continue;
      article->missing = std::move(near.missing);
      article->near_share = near.share;
      return true;
    }
    return false;
  }

  void AddSecondStage(Xapian::docid docid, ExplainedArticle* article) const {
    const CloserScore look = LookCloser(scoring_, docid, context_);
    const auto add = [&](std::string_view name, double share,
                         const CloserScore::Feature& feature) {
      article->features.push_back({name, feature.has, share, feature.score});
    };
    add("adjacency", kAdjacencyShare, look.adjacency);
    add("density", kDensityShare, look.density);
    add("named", kEntityShare, look.named);
    add("recency", kDateShare, look.recency);
    article->score += look.Sum();
  }

  const QueryReading& reading_;
  const Scoring& scoring_;
  const RankingContext& context_;
  const Limits& limits_;
};

}  // namespace

Result<Explanation> Explain(const Snapshot& snapshot, const Limits& limits,
                            const ViewRequest& request, std::string_view id) {
  return GuardXapian([&]() -> Result<Explanation> {
    const Snapshot::Lease database = snapshot.Borrow();
    auto reading = QueryReader(snapshot, *database, limits)
                       .Read(request.text, request.accents, request.reading);
    if (!reading) return reading.error();
    const RankingOptions ranking;
    const RankingContext context{snapshot, *database, ranking};
    Scoring scoring = CompileScoring(reading->query.tree, context);
    Explanation explanation;
    explanation.asked = reading->asked;
    explanation.lexemes = NameLexemes(reading->asked);
    explanation.tree = PrintTree(reading->query.tree);
    MatchEvaluator evaluator(snapshot, *database, limits);
    CountNodes(reading->query.tree, &evaluator, &explanation.nodes);
    explanation.ranking = PrintTerms(scoring.terms);
    explanation.total = reading->docs.cardinality();
    if (!id.empty()) {
      const auto docid = database->Find(id);
      if (!docid) {
        return Error{ErrorCode::kNotFound, "no article with this id", ""};
      }
      explanation.article = ArticleExplainer(*reading, scoring, context, limits)
                                .Explain(id, *docid);
    }
    explanation.read_as = std::move(reading->read_as);
    for (ReadAs& one : scoring.read_as) {
      explanation.read_as.push_back(std::move(one));
    }
    explanation.notes = std::move(reading->query.notes);
    explanation.did_you_mean = std::move(reading->did_you_mean);
    explanation.snapshot_id = snapshot.manifest().id;
    return explanation;
  });
}

}  // namespace tracuu
