#include "indexer/build/count_neighbours.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/base/file.h"
#include "common/index/paths.h"
#include "common/index/token_units.h"
#include "indexer/build/pair_counts.h"

namespace tracuu {
namespace {

// Marks a syllable that is not among the counted ones.
constexpr std::uint32_t kDropped = 0xFFFFFFFF;

// A pair seen once among this many tokens is more often a misprint or a name
// than a word.
constexpr std::uint64_t kTokensForSingles = 1'000'000;

static_assert(kMaxSyllables < 65'535, "see PairCounts::Add()");

using Parts = std::vector<CountedArticles>;

// Articles that a thread takes at once.
constexpr std::uint32_t kArticlesAtOnce = 1024;

struct Stretch {
  std::size_t part = 0;
  std::uint32_t first = 0;  // Docids, the last one included.
  std::uint32_t last = 0;
};

std::vector<Stretch> CutIntoStretches(const Parts& parts) {
  std::vector<Stretch> stretches;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::uint32_t documents = parts[part].index->documents();
    for (std::uint32_t begin = 0; begin < documents; begin += kArticlesAtOnce) {
      stretches.push_back(
          {part, begin + 1, std::min(documents, begin + kArticlesAtOnce)});
    }
  }
  return stretches;
}

// Calls `use(thread, part, units)` for each article that counts, in no order.
template <typename Use>
void ForEachArticle(const Parts& parts, unsigned threads, const Use& use) {
  const std::vector<Stretch> stretches = CutIntoStretches(parts);
  std::atomic<std::size_t> next{0};
  const auto work = [&](unsigned thread) {
    for (std::size_t i = next++; i < stretches.size(); i = next++) {
      const auto& [part, first, last] = stretches[i];
      const auto& [index, counted] = parts[part];
      for (std::uint32_t docid = first; docid <= last; ++docid) {
        if (!counted.empty() && !counted[docid]) continue;
        use(thread, part, index->Units(docid));
      }
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work, i);
  for (std::thread& worker : workers) worker.join();
}

// Calls `use(word)` for each word of an article and `begin()` before each of
// its blocks.
template <typename Begin, typename Use>
void ForEachWord(std::span<const std::uint16_t> units, const Begin& begin,
                 const Use& use) {
  for (std::size_t at = 0; at < units.size() && IsRole(units[at]);) {
    begin();
    UnitCursor cursor(units, at + 1);
    for (auto word = cursor.Next(); word != UnitCursor::kNoWord;
         word = cursor.Next()) {
      use(word);
    }
    at = cursor.at();
  }
}

using SyllableCounts = std::vector<std::pair<std::string, std::uint64_t>>;

// The syllables to keep: most frequent first, ties by bytes.
SyllableCounts CountSyllables(const Parts& parts, unsigned threads) {
  // By thread and part; one more than words, for damaged ones.
  std::vector<std::vector<std::vector<std::uint64_t>>> counts(threads);
  for (auto& of_thread : counts) {
    for (const CountedArticles& part : parts) {
      of_thread.emplace_back(std::size_t{part.index->words()} + 1);
    }
  }
  ForEachArticle(
      parts, threads, [&](unsigned thread, std::size_t part, auto units) {
        std::vector<std::uint64_t>& own = counts[thread][part];
        const std::uint32_t words = parts[part].index->words();
        ForEachWord(
            units, [] {},
            [&](std::uint32_t word) { ++own[std::min(word, words)]; });
      });

  std::unordered_map<std::string_view, std::uint64_t> together;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::uint32_t word = 0; word < parts[part].index->words(); ++word) {
      std::uint64_t count = 0;
      for (const auto& of_thread : counts) count += of_thread[part][word];
      if (count > 0) together[parts[part].index->Word(word)] += count;
    }
  }
  std::vector<std::pair<std::string_view, std::uint64_t>> sorted(
      together.begin(), together.end());
  const std::size_t kept = std::min(sorted.size(), kMaxSyllables);
  const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(
      sorted.begin(), end, sorted.end(), [](const auto& a, const auto& b) {
        return std::tie(b.second, a.first) < std::tie(a.second, b.first);
      });
  return {sorted.begin(), end};
}

// For each word of an index, the place in `kept`; one more, for damaged ones.
std::vector<std::uint32_t> PlacesOf(const SyllableCounts& kept,
                                    const ForwardIndex& index) {
  std::unordered_map<std::string_view, std::uint32_t> place_of;
  for (const auto& [form, count] : kept) {
    place_of.emplace(form, static_cast<std::uint32_t>(place_of.size()));
  }
  std::vector<std::uint32_t> places(std::size_t{index.words()} + 1, kDropped);
  for (std::uint32_t word = 0; word < index.words(); ++word) {
    const auto found = place_of.find(index.Word(word));
    if (found != place_of.end()) places[word] = found->second;
  }
  return places;
}

PairCounts CountPairs(const Parts& parts, unsigned threads,
                      const SyllableCounts& kept) {
  std::vector<std::vector<std::uint32_t>> places;
  for (const CountedArticles& part : parts) {
    places.push_back(PlacesOf(kept, *part.index));
  }
  std::vector<PairCounts> pairs(threads);
  ForEachArticle(
      parts, threads, [&](unsigned thread, std::size_t part, auto units) {
        const std::uint32_t words = parts[part].index->words();
        std::uint32_t before = kDropped;
        ForEachWord(
            units, [&] { before = kDropped; },
            [&](std::uint32_t word) {
              const std::uint32_t place = places[part][std::min(word, words)];
              if (before != kDropped && place != kDropped) {
                pairs[thread].Add(before, place, 1);
              }
              before = place;
            });
      });
  for (unsigned i = 1; i < threads; ++i) {
    pairs[0].AddAll(pairs[i]);
    pairs[i] = PairCounts();
  }
  return std::move(pairs.front());
}

}  // namespace

NeighbourCounts CountNeighbours(const std::vector<CountedArticles>& parts,
                                unsigned threads) {
  NeighbourCounts counts{CountSyllables(parts, threads), {}};
  std::uint64_t tokens = 0;
  for (const auto& [form, count] : counts.syllables) tokens += count;
  const std::uint64_t least = tokens < kTokensForSingles ? 1 : 2;
  CountPairs(parts, threads, counts.syllables)
      .ForEach(
          [&](std::uint32_t first, std::uint32_t second, std::uint64_t count) {
            if (count >= least) counts.pairs.push_back({first, second, count});
          });
  const std::size_t kept = std::min(counts.pairs.size(), kMaxPairs);
  std::partial_sort(counts.pairs.begin(),
                    counts.pairs.begin() + static_cast<std::ptrdiff_t>(kept),
                    counts.pairs.end(), [](const auto& a, const auto& b) {
                      return std::tie(b.count, a.first, a.second) <
                             std::tie(a.count, b.first, b.second);
                    });
  counts.pairs.resize(kept);
  return counts;
}

Status WriteNeighbours(const std::vector<CountedArticles>& parts,
                       unsigned threads,
                       const std::filesystem::path& output_dir) {
  return WriteFile(output_dir / kNeighboursFile,
                   FormatNeighbours(CountNeighbours(parts, threads)));
}

}  // namespace tracuu
