#include "indexer/build/copy_candidates.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

namespace tracuu {
namespace {

// Values to a band: articles that share half of their shingles agree in one of
// 32 bands with probability 1 − (1 − 0.25)^32 = 0.9999.
constexpr std::size_t kRows = 2;
constexpr std::size_t kBands = kSketchSize / kRows;
// Values by which a band is sorted: two words of four.
constexpr std::size_t kSorted = 8;
constexpr unsigned kBitsOfValue = 16;

// How many behind an article in a band it is paired with.
constexpr std::size_t kWindow = 4;

struct InBand {
  std::uint64_t first = 0;  // The values of the band and those behind it,
  std::uint64_t then = 0;   // each word with the first one highest.
  std::uint32_t article = 0;

  bool Agrees(const InBand& other) const {
    constexpr unsigned kOthers = 64 - kRows * kBitsOfValue;
    return first >> kOthers == other.first >> kOthers;
  }
  friend auto operator<=>(const InBand&, const InBand&) = default;
};

using Pairs = std::vector<CandidatePair>;
using Sketches = std::vector<std::optional<Sketch>>;

void MakeSetOfPairs(Pairs* pairs) {
  std::sort(pairs->begin(), pairs->end());
  pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
}

std::vector<InBand> SortBand(const Sketches& sketches, std::size_t band) {
  std::vector<InBand> sorted;
  sorted.reserve(sketches.size());
  for (std::uint32_t i = 0; i < sketches.size(); ++i) {
    if (!sketches[i]) continue;
    InBand one;
    one.article = i;
    for (std::size_t k = 0; k < kSorted; ++k) {
      std::uint64_t& word = k < kSorted / 2 ? one.first : one.then;
      const std::size_t at = (band * kRows + k) % kSketchSize;
      word = word << kBitsOfValue | std::uint64_t{(*sketches[i])[at]};
    }
    sorted.push_back(one);
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

Pairs PairsOfBand(const Sketches& sketches, std::size_t band) {
  const std::vector<InBand> sorted = SortBand(sketches, band);
  Pairs pairs;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::size_t end = std::min(sorted.size(), i + 1 + kWindow);
    for (std::size_t j = i + 1; j < end && sorted[i].Agrees(sorted[j]); ++j) {
      const std::uint32_t a = sorted[i].article;
      const std::uint32_t b = sorted[j].article;
      if (EstimateResemblance(*sketches[a], *sketches[b]) <
          kCandidateResemblance) {
        continue;
      }
      pairs.push_back({std::max(a, b), std::min(a, b)});
    }
  }
  MakeSetOfPairs(&pairs);
  return pairs;
}

}  // namespace

std::vector<CandidatePair> FindCandidates(const Sketches& sketches,
                                          unsigned threads) {
  Pairs all;
  std::mutex mutex;  // Guards `all`.
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t band = next++; band < kBands; band = next++) {
      const Pairs found = PairsOfBand(sketches, band);
      const std::lock_guard lock(mutex);
      Pairs both;
      std::set_union(all.begin(), all.end(), found.begin(), found.end(),
                     std::back_inserter(both));
      all = std::move(both);
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();
  return all;
}

}  // namespace tracuu
