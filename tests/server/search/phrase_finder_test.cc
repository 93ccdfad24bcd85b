#include "server/search/phrase_finder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/index/forward_writer.h"
#include "common/index/token_units.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

using Article = std::vector<WordRun>;

// An index of `words` words, w0, w1 …, each its own folded form.
class TestIndex {
 public:
  TestIndex(std::uint32_t words, const std::vector<Article>& articles) {
    std::vector<ForwardWord> list;
    for (std::uint32_t i = 0; i < words; ++i) {
      const std::string name = "w" + std::to_string(i);
      list.push_back({name, name, words - i});
    }
    auto writer = ForwardWriter::Create(dir_.path() / "f", list);
    REQUIRE(writer);
    for (const Article& article : articles) {
      std::vector<std::uint16_t> units;
      for (const WordRun& run : article) {
        AppendRole(run.role, &units);
        for (const std::uint32_t word : run.words) AppendWord(word, &units);
      }
      const auto count = static_cast<std::uint32_t>(units.size());
      REQUIRE(writer->Append({&count, 1}, units));
    }
    REQUIRE(writer->Finish());
    auto opened = ForwardIndex::Open(dir_.path() / "f");
    REQUIRE(opened);
    index_ = std::move(*opened);
  }

  bool Finds(const std::vector<std::uint32_t>& words, std::uint32_t docid,
             TextScope scope = TextScope::kAnywhere) const {
    std::vector<QueryItem> items;
    for (const std::uint32_t word : words) {
      items.push_back({ItemKind::kExact, "w" + std::to_string(word)});
    }
    return PhraseFinder(index_, items, scope).IsIn(docid);
  }

 private:
  test::TempDir dir_;
  ForwardIndex index_;
};

bool SlowlyFinds(const Article& article,
                 const std::vector<std::uint32_t>& words, TextScope scope) {
  for (const WordRun& run : article) {
    if (scope == TextScope::kTitle && run.role != BlockRole::kTitle) continue;
    if (std::search(run.words.begin(), run.words.end(), words.begin(),
                    words.end()) != run.words.end()) {
      return true;
    }
  }
  return false;
}

TEST_SUITE_BEGIN("server/search/phrase_finder");

TEST_CASE("words side by side, in order, in one block") {
  const TestIndex index(
      10, {{{BlockRole::kTitle, {1, 2, 3}}, {BlockRole::kBody, {4, 5, 1}}}});
  CHECK(index.Finds({1, 2}, 1));
  CHECK(index.Finds({1, 2, 3}, 1));
  CHECK(index.Finds({4, 5, 1}, 1));
  CHECK(index.Finds({5}, 1));
  CHECK_FALSE(index.Finds({2, 1}, 1));
  CHECK_FALSE(index.Finds({1, 3}, 1));
  CHECK_FALSE(index.Finds({3, 4}, 1));
  CHECK_FALSE(index.Finds({9, 1}, 1));
  CHECK_FALSE(index.Finds({1, 2}, 2));
  CHECK(index.Finds({1, 2}, 1, TextScope::kTitle));
  CHECK_FALSE(index.Finds({4, 5}, 1, TextScope::kTitle));
}

TEST_CASE("rare words, which take two units, are told from their parts") {
  constexpr std::uint32_t kRare = kFirstLead + 7;  // Units FF00 0007.
  const TestIndex index(kRare + 2, {{{BlockRole::kBody, {3, kRare, 5}}},
                                    {{BlockRole::kBody, {3, 7, 5}}}});
  CHECK(index.Finds({3, kRare, 5}, 1));
  CHECK(index.Finds({kRare}, 1));
  CHECK_FALSE(index.Finds({7}, 1));
  CHECK_FALSE(index.Finds({7, 5}, 1));
  CHECK(index.Finds({3, 7, 5}, 2));
  CHECK_FALSE(index.Finds({kRare, 5}, 2));
}

TEST_CASE("property: as a slow look at every word finds") {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) {
    return std::uniform_int_distribution<std::uint32_t>(0, n - 1)(random);
  };
  // Few distinct words, some on either side of what one unit holds.
  const auto word = [&] {
    return below(4) == 0 ? kFirstLead - 2 + below(5) : below(4);
  };
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    Article article;
    for (std::uint32_t runs = below(4); runs > 0; --runs) {
      article.push_back(
          {below(3) == 0 ? BlockRole::kTitle : BlockRole::kBody, {}});
      for (std::uint32_t n = below(90); n > 0; --n) {
        article.back().words.push_back(word());
      }
    }
    articles.push_back(std::move(article));
  }
  const TestIndex index(kFirstLead + 10, articles);
  for (int i = 0; i < 200; ++i) {
    std::vector<std::uint32_t> words(1 + below(4));
    for (std::uint32_t& w : words) w = word();
    for (std::uint32_t docid = 1; docid <= articles.size(); ++docid) {
      for (const TextScope scope : {TextScope::kAnywhere, TextScope::kTitle}) {
        REQUIRE(index.Finds(words, docid, scope) ==
                SlowlyFinds(articles[docid - 1], words, scope));
      }
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
