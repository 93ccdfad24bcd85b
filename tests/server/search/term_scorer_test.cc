#include "server/search/term_scorer.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/paths.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

// Syllables from frequent ("a0") to rare.
std::string RandomBody(std::mt19937* random) {
  std::geometric_distribution<int> syllable(0.08);
  std::string body;
  const auto length = 5 + (*random)() % 60;
  for (std::size_t i = 0; i < length; ++i) {
    body += "a" + std::to_string(syllable(*random)) + "x ";
  }
  return body;
}

std::shared_ptr<const Snapshot> Open(const test::MiniIndex& index) {
  auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  return *opened;
}

// What Xapian's own matcher gives to each article.
std::map<Xapian::docid, double> AskXapian(
    const Xapian::Database& database, const std::vector<ScoredTerm>& terms) {
  std::vector<Xapian::Query> queries;
  for (const ScoredTerm& term : terms) {
    queries.emplace_back(term.factor, Xapian::Query(term.term));
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()));
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::map<Xapian::docid, double> scores;
  for (auto it = found.begin(); it != found.end(); ++it) {
    scores[*it] = it.get_weight();
  }
  return scores;
}

DocSet SomeDocs(std::mt19937* random, std::uint32_t documents,
                unsigned one_in) {
  DocSet docs;
  for (std::uint32_t docid = 1; docid <= documents; ++docid) {
    if ((*random)() % one_in == 0) docs.add(docid);
  }
  return docs;
}

}  // namespace

TEST_SUITE_BEGIN("server/search/term_scorer");

TEST_CASE("scores are those of Xapian's BM25Weight") {
  std::mt19937 random(7);
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 400; ++i) {
    specs.push_back({.id = std::to_string(i),
                     .title = "tiêu đề",
                     .body = RandomBody(&random)});
  }
  const test::MiniIndex index(specs);
  const auto snapshot = Open(index);
  const Snapshot::Lease database = snapshot->Borrow();
  const TermScorer scorer(*snapshot, *database);
  for (int round = 0; round < 60; ++round) {
    std::vector<ScoredTerm> terms;
    const int first = static_cast<int>(random() % 30);
    for (int i = 0; i < 3; ++i) {
      terms.push_back(
          {"a" + std::to_string(first + i * 7) + "x", 0.3 + 0.35 * i});
    }
    terms.push_back({"none", 1});
    const auto expected = AskXapian(
        Xapian::Database((snapshot->dir() / kDatabaseFile).string()), terms);
    const DocSet docs = SomeDocs(&random, 400, 1U << (random() % 8));
    const auto best = scorer.Best(terms, docs, 400);
    REQUIRE(best.size() == docs.cardinality());
    for (std::size_t i = 0; i < best.size(); ++i) {
      const auto found = expected.find(best[i].docid);
      const double score = found == expected.end() ? 0 : found->second;
      CHECK(best[i].score == doctest::Approx(score).epsilon(1e-5));
      CHECK(docs.contains(best[i].docid));
      if (i > 0) CHECK(RanksBefore(best[i - 1], best[i]));
      double sum = 0;
      for (const ScoredTerm& term : terms) {
        sum += scorer.ScoreOf(term, best[i].docid);
      }
      CHECK(sum == doctest::Approx(score).epsilon(1e-5));
    }
    const auto fewer = scorer.Best(terms, docs, 5);
    REQUIRE(fewer.size() == std::min<std::size_t>(5, best.size()));
    for (std::size_t i = 0; i < fewer.size(); ++i) {
      CHECK(fewer[i].docid == best[i].docid);
    }
  }
}

TEST_CASE("no articles, no terms, no hits wanted") {
  const test::MiniIndex index({{.id = "a", .title = "x", .body = "một"}});
  const auto snapshot = Open(index);
  const Snapshot::Lease database = snapshot->Borrow();
  const TermScorer scorer(*snapshot, *database);
  CHECK(scorer.Best({{"một", 1}}, DocSet(), 10).empty());
  DocSet one;
  one.add(1);
  CHECK(scorer.Best({{"một", 1}}, one, 0).empty());
  const auto best = scorer.Best({}, one, 10);
  REQUIRE(best.size() == 1);
  CHECK(best[0].score == 0);
}

TEST_SUITE_END();

}  // namespace tracuu
