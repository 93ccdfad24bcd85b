#include "server/search/proximity.h"

#include <algorithm>

namespace tracuu {
namespace {

// What is left of a pair that stands apart, and in the wrong order.
constexpr double kApartShare = 0.6;
constexpr double kReversedShare = 0.4;

}  // namespace

double PairCloseness(const Positions& first, const Positions& second) {
  std::uint32_t behind = kNearby + 1;
  std::uint32_t in_front = kNearby + 1;
  std::size_t j = 0;
  for (const std::uint32_t at : first) {
    while (j < second.size() && second[j] <= at) ++j;
    if (j < second.size()) behind = std::min(behind, second[j] - at);
    // The last one in front; the same word twice in a query is at `at`.
    std::size_t before = j;
    while (before > 0 && second[before - 1] == at) --before;
    if (before > 0) in_front = std::min(in_front, at - second[before - 1]);
    if (behind == 1) return 1.0;
  }
  double closeness = 0;
  if (behind <= kNearby) closeness = kApartShare / behind;
  if (in_front <= kNearby) {
    closeness = std::max(closeness, kReversedShare / in_front);
  }
  return closeness;
}

double Adjacency(std::span<const Positions> words,
                 std::span<const double> pair_weights) {
  double kept = 0;
  double all = 0;
  for (std::size_t i = 0; i < pair_weights.size(); ++i) {
    all += pair_weights[i];
    if (words[i].empty() || words[i + 1].empty()) continue;
    kept += pair_weights[i] * PairCloseness(words[i], words[i + 1]);
  }
  return all > 0 ? kept / all : 0.0;
}

// Moves the hindmost word forward until one has no further place.
double Density(std::span<const Positions> words) {
  std::vector<const Positions*> present;
  for (const Positions& word : words) {
    if (!word.empty()) present.push_back(&word);
  }
  if (present.size() < 2) return 0.0;
  std::vector<std::size_t> at(present.size(), 0);
  std::uint32_t shortest = UINT32_MAX;
  while (true) {
    std::size_t hindmost = 0;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < present.size(); ++i) {
      const std::uint32_t place = (*present[i])[at[i]];
      last = std::max(last, place);
      if (place < (*present[hindmost])[at[hindmost]]) hindmost = i;
    }
    const std::uint32_t first = (*present[hindmost])[at[hindmost]];
    shortest = std::min(shortest, last - first + 1);
    if (++at[hindmost] == present[hindmost]->size()) break;
  }
  // A word that the query has twice takes one place.
  return std::min(
      1.0, static_cast<double>(present.size()) / static_cast<double>(shortest));
}

}  // namespace tracuu
