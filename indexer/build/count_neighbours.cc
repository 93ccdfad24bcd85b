#include "indexer/build/count_neighbours.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/build/article_record.h"
#include "indexer/build/pair_counts.h"
#include "indexer/build/spooled_records.h"

namespace tracuu {
namespace {

// Marks a syllable that is not among the counted ones.
constexpr std::uint32_t kDropped = 0xFFFFFFFF;

// A pair seen once among this many tokens is more often a misprint or a name
// than a word.
constexpr std::uint64_t kTokensForSingles = 1'000'000;

static_assert(kMaxSyllables < 65'535, "see PairCounts::Add()");

// The syllables to keep: most frequent first, ties by bytes.
Result<std::vector<std::pair<std::string, std::uint64_t>>> CountSyllables(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog) {
  std::vector<std::vector<std::uint64_t>> counts(outputs.size());
  const Status counted = ForEachWorker(outputs.size(), [&](std::size_t w) {
    counts[w].resize(outputs[w].vocabulary.exact.size());
    return ForEachRecord(outputs, catalog, w, [&](const ArticleRecord& record) {
      for (const TokenRun& run : record.runs) {
        for (const std::uint32_t token : run.tokens) ++counts[w][token];
      }
    });
  });
  if (!counted) return counted.error();

  std::unordered_map<std::string, std::uint64_t> together;
  for (std::size_t w = 0; w < outputs.size(); ++w) {
    for (std::uint32_t number = 0; number < counts[w].size(); ++number) {
      if (counts[w][number] == 0) continue;
      together[outputs[w].vocabulary.exact.at(number)] += counts[w][number];
    }
  }
  std::vector<std::pair<std::string, std::uint64_t>> kept(together.begin(),
                                                          together.end());
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return std::tie(b.second, a.first) < std::tie(a.second, b.first);
  });
  if (kept.size() > kMaxSyllables) kept.resize(kMaxSyllables);
  return kept;
}

// For each number of a worker's vocabulary, the place in `kept`.
std::vector<std::uint32_t> PlacesOf(
    const std::vector<std::pair<std::string, std::uint64_t>>& kept,
    const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> places(vocabulary.exact.size(), kDropped);
  for (std::uint32_t place = 0; place < kept.size(); ++place) {
    if (const auto number = vocabulary.exact.Find(kept[place].first)) {
      places[*number] = place;
    }
  }
  return places;
}

void CountPairs(const ArticleRecord& record,
                const std::vector<std::uint32_t>& places, PairCounts* pairs) {
  for (const TokenRun& run : record.runs) {
    std::uint32_t before = kDropped;
    for (const std::uint32_t token : run.tokens) {
      const std::uint32_t place = places[token];
      if (before != kDropped && place != kDropped) {
        pairs->Add(before, place, 1);
      }
      before = place;
    }
  }
}

}  // namespace

Result<NeighbourCounts> CountNeighbours(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog) {
  auto kept = CountSyllables(outputs, catalog);
  if (!kept) return kept.error();
  NeighbourCounts counts{*std::move(kept), {}};

  std::vector<PairCounts> pairs(outputs.size());
  const Status counted = ForEachWorker(outputs.size(), [&](std::size_t w) {
    const auto places = PlacesOf(counts.syllables, outputs[w].vocabulary);
    return ForEachRecord(outputs, catalog, w, [&](const ArticleRecord& record) {
      CountPairs(record, places, &pairs[w]);
    });
  });
  if (!counted) return counted.error();
  for (std::size_t w = 1; w < pairs.size(); ++w) {
    pairs[0].AddAll(pairs[w]);
    pairs[w] = PairCounts();
  }

  std::uint64_t tokens = 0;
  for (const auto& [form, count] : counts.syllables) tokens += count;
  const std::uint64_t least = tokens < kTokensForSingles ? 1 : 2;
  pairs.front().ForEach(
      [&](std::uint32_t first, std::uint32_t second, std::uint64_t count) {
        if (count >= least) counts.pairs.push_back({first, second, count});
      });
  std::sort(counts.pairs.begin(), counts.pairs.end(),
            [](const auto& a, const auto& b) {
              return std::tie(b.count, a.first, a.second) <
                     std::tie(a.count, b.first, b.second);
            });
  if (counts.pairs.size() > kMaxPairs) counts.pairs.resize(kMaxPairs);
  return counts;
}

}  // namespace tracuu
