#include "server/search/typing_errors.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace tracuu {
namespace {

std::optional<double> Cost(const char* typed, const char* meant,
                           bool marks_open = false) {
  return ErrorCost({SpellingOf(typed), marks_open}, SpellingOf(meant));
}

TEST_CASE("what a typing error costs") {
  struct Case {
    const char* typed;
    const char* meant;
    std::optional<double> cost;
  };
  const Case kCases[] = {
      {"đảng", "đảng", 0.0},
      {"nghĩa", "nghỉa", 3.0},  // Ngã for hỏi.
      {"đang", "đảng", 3.0},    // A tone left out.
      {"xản", "sản", 3.0},      // Sounds alike.
      {"chung", "trung", 3.0},  // Two letters for two.
      {"đản", "đảng", 4.5},     // The last letter missing.
      {"đi", "đại", 4.5},       // A vowel, and its tone with it.
      {"điu", "điều", 4.5},
      {"tug", "tụng", 7.5},       // A consonant has no tone to take along.
      {"ảng", "đảng", 4.5},       // The first.
      {"đảnng", "đảng", 4.5},     // Doubled.
      {"đảgn", "đảng", 4.5},      // Exchanged.
      {"đảgn", "đang", 8.5},      // ... and another tone.
      {"đảmg", "đảng", 4.5},      // The key beside it.
      {"đảqg", "đảng", 6.5},      // A key far away.
      {"nghiệp", "nghệip", 4.5},  // Exchanged in the middle.
      {"đảqqg", "đảng", std::nullopt},
      {"ab", "cdef", std::nullopt},  // Two letters more.
      {"thuyền", "quyết", std::nullopt},
      {"", "đảng", std::nullopt},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.typed);
    CAPTURE(c.meant);
    const auto cost = Cost(c.typed, c.meant);
    REQUIRE(cost.has_value() == c.cost.has_value());
    if (cost) CHECK(*cost == doctest::Approx(*c.cost));
  }
}

TEST_CASE("open marks cost nothing") {
  CHECK(Cost("dang", "đảng", true) == 0.0);
  CHECK(Cost("dagn", "đảng", true) == 4.5);
}

// The edit distance is cut to a band; both ways round take the same cells.
TEST_CASE("slips of letters cost the same both ways round") {
  const char* const kSyllables[] = {"a",     "ang",   "dang",  "dagn", "nghiep",
                                    "ngiep", "nghip", "thanh", "tanh", "htanh",
                                    "hanh",  "quoc",  "quc",   "uqoc", "ubnd"};
  for (const char* a : kSyllables) {
    for (const char* b : kSyllables) {
      CAPTURE(a);
      CAPTURE(b);
      CHECK(Cost(a, b) == Cost(b, a));
    }
  }
}

}  // namespace
}  // namespace tracuu
