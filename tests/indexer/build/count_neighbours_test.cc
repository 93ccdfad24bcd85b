#include "indexer/build/count_neighbours.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/index/forward_writer.h"
#include "common/index/token_units.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// Block by block; words as numbers that mean the same in all articles.
using Text = std::vector<std::vector<std::uint32_t>>;

// Letters of a word, so that order by bytes and by number differ.
std::string WordOf(std::uint32_t number) {
  return "w" + std::to_string(number * 7919 % 100'003);
}

// Frequent words and rare ones, some far beyond those that are kept.
std::vector<Text> RandomTexts(std::mt19937* random, int articles, int words) {
  std::uniform_real_distribution<double> chance(0, 1);
  std::vector<Text> texts;
  for (int i = 0; i < articles; ++i) {
    Text text(1 + (*random)() % 4);
    for (auto& block : text) {
      for (int k = 0; k < words; ++k) {
        block.push_back(
            static_cast<std::uint32_t>(std::exp(chance(*random) * 9.9)));
      }
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

ForwardIndex Index(const std::vector<Text>& texts, const fs::path& path) {
  std::map<std::uint32_t, ForwardWord> words;
  for (const Text& text : texts) {
    for (const auto& block : text) {
      for (const auto word : block) {
        ForwardWord& one = words[word];
        one.exact = one.folded = WordOf(word);
        ++one.articles;
      }
    }
  }
  std::vector<ForwardWord> sorted;
  for (const auto& [number, word] : words) sorted.push_back(word);
  SortForwardWords(&sorted);
  std::map<std::string, std::uint32_t> numbers;
  for (const ForwardWord& word : sorted) {
    numbers.emplace(word.exact, static_cast<std::uint32_t>(numbers.size()));
  }
  auto writer = ForwardWriter::Create(path, sorted);
  REQUIRE(writer);
  for (const Text& text : texts) {
    std::vector<std::uint16_t> units;
    for (const auto& block : text) {
      AppendRole(BlockRole::kBody, &units);
      for (const auto word : block) AppendWord(numbers[WordOf(word)], &units);
    }
    const auto count = static_cast<std::uint32_t>(units.size());
    REQUIRE(writer->Append({&count, 1}, units));
  }
  REQUIRE(writer->Finish());
  auto index = ForwardIndex::Open(path);
  REQUIRE(index);
  return std::move(*index);
}

// The same as it is defined.
NeighbourCounts CountPlainly(const std::vector<Text>& texts) {
  std::map<std::uint32_t, std::uint64_t> words;
  for (const Text& text : texts) {
    for (const auto& block : text) {
      for (const auto word : block) ++words[word];
    }
  }
  std::vector<std::pair<std::uint64_t, std::string>> order;
  std::map<std::string, std::uint32_t> number_of;
  for (const auto& [word, count] : words) {
    order.emplace_back(~count, WordOf(word));
    number_of[WordOf(word)] = word;
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kMaxSyllables) order.resize(kMaxSyllables);
  NeighbourCounts counts;
  std::map<std::uint32_t, std::uint32_t> place_of;
  std::uint64_t tokens = 0;
  for (const auto& [count, form] : order) {
    place_of[number_of[form]] =
        static_cast<std::uint32_t>(counts.syllables.size());
    counts.syllables.emplace_back(form, ~count);
    tokens += ~count;
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> pairs;
  for (const Text& text : texts) {
    for (const auto& block : text) {
      for (std::size_t i = 1; i < block.size(); ++i) {
        const auto first = place_of.find(block[i - 1]);
        const auto second = place_of.find(block[i]);
        if (first == place_of.end() || second == place_of.end()) continue;
        ++pairs[{first->second, second->second}];
      }
    }
  }
  for (const auto& [pair, count] : pairs) {
    if (count < 2 && tokens >= 1'000'000) continue;
    counts.pairs.push_back({pair.first, pair.second, count});
  }
  std::stable_sort(
      counts.pairs.begin(), counts.pairs.end(),
      [](const auto& a, const auto& b) { return a.count > b.count; });
  if (counts.pairs.size() > kMaxPairs) counts.pairs.resize(kMaxPairs);
  return counts;
}

TEST_SUITE_BEGIN("indexer/build/count_neighbours");

TEST_CASE("counts of one index are those of its articles") {
  const test::TempDir dir;
  std::mt19937 random(5);
  // Few words; more words and pairs than are kept; so many that single pairs
  // are dropped.
  const std::pair<int, int> sizes[] = {{30, 20}, {3000, 100}, {3000, 200}};
  for (const auto& [articles, words] : sizes) {
    CAPTURE(articles);
    const auto texts = RandomTexts(&random, articles, words);
    const ForwardIndex index = Index(texts, dir.path() / "f");
    const std::string expected = FormatNeighbours(CountPlainly(texts));
    for (const unsigned threads : {1U, 3U}) {
      // Not compared by CHECK: it would print megabytes.
      const bool same =
          FormatNeighbours(CountNeighbours({{&index}}, threads)) == expected;
      CHECK(same);
    }
  }
}

TEST_CASE("the words of several indexes are joined, without what is gone") {
  const test::TempDir dir;
  std::mt19937 random(6);
  const auto base = RandomTexts(&random, 2500, 30);
  const auto changes = RandomTexts(&random, 40, 30);
  const ForwardIndex old_index = Index(base, dir.path() / "base");
  const ForwardIndex new_index = Index(changes, dir.path() / "changes");
  std::vector<bool> stays(base.size() + 1);
  std::vector<Text> all = changes;
  for (std::size_t docid = 1; docid <= base.size(); ++docid) {
    stays[docid] = random() % 5 != 0;
    if (stays[docid]) all.push_back(base[docid - 1]);
  }
  const std::string expected = FormatNeighbours(CountPlainly(all));
  for (const unsigned threads : {1U, 4U}) {
    const bool same =
        FormatNeighbours(CountNeighbours({{&old_index, stays}, {&new_index}},
                                         threads)) == expected;
    CHECK(same);
  }
  const NeighbourCounts none =
      CountNeighbours({{&old_index, std::vector<bool>(base.size() + 1)}}, 2);
  CHECK(none.syllables.empty());
  CHECK(none.pairs.empty());
  CHECK(CountNeighbours({}, 1).syllables.empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
