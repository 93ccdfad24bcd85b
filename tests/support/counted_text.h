#ifndef TRACUU_TESTS_SUPPORT_COUNTED_TEXT_H_
#define TRACUU_TESTS_SUPPORT_COUNTED_TEXT_H_

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "common/index/neighbours.h"
#include "common/text/analyze.h"

namespace tracuu::test {

// The counts of a corpus that is one text.
inline Neighbours CountsOf(const std::string& text) {
  NeighbourCounts counts;
  std::map<std::string, std::uint32_t> places;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> pairs;
  std::uint32_t before = Neighbours::kUnknown;
  for (const Token& token : Analyze(text).tokens) {
    const auto next = static_cast<std::uint32_t>(counts.syllables.size());
    const auto place = places.emplace(token.exact, next).first->second;
    if (place == next) counts.syllables.emplace_back(token.exact, 0);
    ++counts.syllables[place].second;
    if (before != Neighbours::kUnknown) ++pairs[{before, place}];
    before = place;
  }
  for (const auto& [pair, count] : pairs) {
    counts.pairs.push_back({pair.first, pair.second, count});
  }
  auto parsed = Neighbours::Parse(FormatNeighbours(counts));
  REQUIRE(parsed);
  return *std::move(parsed);
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_SUPPORT_COUNTED_TEXT_H_
