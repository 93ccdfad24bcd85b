#include "indexer/build/count_spellings.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/index/spellings.h"
#include "tests/indexer/build/spooled_articles.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

// An article that cites a few documents, in words of its own.
Article Citing(std::mt19937* random, int number) {
  Article article;
  article.id = "id" + std::to_string(number);
  for (auto left = (*random)() % 4; left > 0; --left) {
    const auto pick = (*random)();
    const bool is_long = pick % 11 == 0;
    const std::string words = "NQ " + std::to_string(pick / 33 % 60) +
                              std::string(is_long ? kMaxSpellingBytes : 0, 'x');
    Evidence evidence;
    evidence.kind = EvidenceKind::kText;
    evidence.begin = static_cast<std::uint32_t>(article.text.size());
    article.text += words;
    evidence.end = static_cast<std::uint32_t>(article.text.size());
    article.text += ". ";
    article.facets.resolutions.push_back(
        {std::to_string(pick % 3) + "-NQ/TW:2018", "", {evidence}});
  }
  return article;
}

std::vector<SpellingsOfValue> Count(const std::vector<Article>& articles) {
  const test::TempDir dir;
  const test::SpooledArticles spooled(articles, 2, dir.path());
  const auto counted = CountSpellings(spooled.outputs, spooled.catalog);
  REQUIRE(counted);
  return *counted;
}

TEST_SUITE_BEGIN("indexer/build/count_spellings");

TEST_CASE("counts are updated to what counting again gives") {
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    std::vector<Article> before;
    std::vector<Article> gone;
    std::vector<Article> added;
    std::vector<Article> after;
    for (int i = 0; i < 150; ++i) {
      const Article article = Citing(&random, i);
      const auto fate = random() % 4;
      if (fate != 0) before.push_back(article);
      if (fate == 0) added.push_back(article);
      // In one round all go.
      (fate == 1 || (round == 0 && fate != 0) ? gone : after)
          .push_back(article);
    }
    const auto updated =
        UpdateSpellings(Count(before), Count(gone), Count(added));
    REQUIRE(updated);
    CHECK(*updated == Count(after));
    // More than kMaxSpellings of a value.
    if (round > 0) CHECK(updated->front().spellings.size() > kMaxSpellings);
  }
}

TEST_CASE("what was never counted cannot leave") {
  const std::vector<SpellingsOfValue> base{{"35", {{"NQ35", 2}}, 1}};
  for (const std::vector<SpellingsOfValue>& gone :
       {std::vector<SpellingsOfValue>{{"35", {{"NQ35", 3}}, 0}},
        {{"35", {{"NQ 35", 1}}, 0}},
        {{"35", {}, 2}},
        {{"36", {{"NQ35", 1}}, 0}}}) {
    const auto updated = UpdateSpellings(base, gone, {});
    REQUIRE_FALSE(updated);
    CHECK(updated.error().code == ErrorCode::kCorrupt);
  }
  const auto updated = UpdateSpellings(base, base, {});
  REQUIRE(updated);
  CHECK(updated->empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
