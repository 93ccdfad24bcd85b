#ifndef TRACUU_SERVER_SEARCH_PROXIMITY_H_
#define TRACUU_SERVER_SEARCH_PROXIMITY_H_

// How close to each other do the words of a query stand in an article? Pure
// functions of positions, thread-safe.

#include <cstdint>
#include <span>
#include <vector>

namespace tracuu {

// The places of one word in an article, ascending.
using Positions = std::vector<std::uint32_t>;

// How well a pair is kept: 1 if `second` stands right behind `first`
// somewhere; less the further behind it stands, still less in front of it; 0
// beyond kNearby places.
inline constexpr std::uint32_t kNearby = 10;
double PairCloseness(const Positions& first, const Positions& second);

// The share of the query's pairs that are kept, each counting by its weight:
// 0 to 1. `words` are the query's in order (without places: not in the
// article, or nothing to look for), `pair_weights` those of neighbours.
// REQUIRES: pair_weights.size() + 1 == words.size(), or both are empty.
double Adjacency(std::span<const Positions> words,
                 std::span<const double> pair_weights);

// How little text holds one of each word that has places: the number of words
// divided by the length of the shortest such stretch; 0 for fewer than two.
double Density(std::span<const Positions> words);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_PROXIMITY_H_
