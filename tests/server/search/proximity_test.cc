#include "server/search/proximity.h"

#include <doctest/doctest.h>

namespace tracuu {

TEST_SUITE_BEGIN("server/search/proximity");

TEST_CASE("a pair is kept best side by side, worse apart, worst reversed") {
  struct Case {
    Positions first;
    Positions second;
    double closeness;
  };
  const Case cases[] = {
      {{5}, {6}, 1.0},        {{1, 5}, {3, 6}, 1.0}, {{5}, {7}, 0.3},
      {{5}, {15}, 0.06},      {{5}, {16}, 0.0},      {{6}, {5}, 0.4},
      {{7}, {5}, 0.2},        {{5}, {}, 0.0},        {{}, {5}, 0.0},
      {{5}, {5}, 0.0},        {{5, 6}, {5, 6}, 1.0}, {{5, 9}, {5, 9}, 0.15},
      {{9}, {1, 8, 12}, 0.4},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first.size());
    CHECK(PairCloseness(c.first, c.second) == doctest::Approx(c.closeness));
  }
}

TEST_CASE("pairs count by their weight, what is missing not at all") {
  const std::vector<Positions> words{{1}, {2}, {9}, {}};
  const std::vector<double> weights{3, 1, 1};
  CHECK(Adjacency(words, weights) ==
        doctest::Approx((3 * 1.0 + 1 * 0.6 / 7) / 5));
  CHECK(Adjacency({}, {}) == 0.0);
}

TEST_CASE("density is that of the shortest stretch with every word") {
  const auto density = [](const std::vector<Positions>& words) {
    return Density(words);
  };
  CHECK(density({{1}, {2}, {3}}) == doctest::Approx(1.0));
  CHECK(density({{3}, {2}, {1}}) == doctest::Approx(1.0));
  CHECK(density({{1, 50}, {10, 51}, {53, 90}}) == doctest::Approx(0.75));
  CHECK(density({{1}, {100}}) == doctest::Approx(0.02));
  CHECK(density({{1}, {}}) == 0.0);
  CHECK(density({}) == 0.0);
  CHECK(density({{4}, {4}}) == doctest::Approx(1.0));
}

TEST_SUITE_END();

}  // namespace tracuu
