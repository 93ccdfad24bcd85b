#include "common/index/spellings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/index/spellings");

TEST_CASE("spellings survive the way through the file") {
  const std::vector<SpellingsOfValue> all = {
      {"05-CT/TW:2016", {{"Chỉ thị 05", 2}}, 0},
      {"35-NQ/TW:2018", {{"NQ35", 7}, {"Nghị quyết số 35-NQ/TW", 3}}, 4}};
  const auto parsed = Spellings::Parse(FormatSpellings(all));
  REQUIRE(parsed);
  for (const SpellingsOfValue& of : all) {
    CAPTURE(of.value);
    CHECK(parsed->Of(of.value).value == of.value);
    CHECK(parsed->Of(of.value).spellings == of.spellings);
    CHECK(parsed->Of(of.value).others == of.others);
  }
  CHECK(parsed->Of("35-NQ/TW").spellings.empty());
  CHECK(parsed->Of("35-NQ/TW").others == 0);
}

TEST_CASE(
    "the file holds all spellings, of which the most frequent are shown") {
  SpellingsOfValue many{"35-NQ/TW:2018", {}, 2};
  for (std::size_t i = 0; i < kMaxSpellings + 3; ++i) {
    many.spellings.push_back({"NQ " + std::to_string(i), 100 - i});
  }
  const std::string bytes = FormatSpellings({many});
  const auto all = ParseSpellings(bytes);
  REQUIRE(all);
  CHECK(*all == std::vector<SpellingsOfValue>{many});
  const auto parsed = Spellings::Parse(bytes);
  REQUIRE(parsed);
  const SpellingsOfValue& shown = parsed->Of(many.value);
  REQUIRE(shown.spellings.size() == kMaxSpellings);
  CHECK(shown.spellings.back() == many.spellings[kMaxSpellings - 1]);
  CHECK(shown.others == 2 + 76 + 75 + 74);
}

TEST_CASE("a passage becomes one line") {
  struct Case {
    const char* passage;
    const char* spelling;
  };
  static constexpr Case kCases[] = {
      {"Nghị quyết\n số\t35 ", "Nghị quyết số 35"},
      {"số\xC2\xA0"
       "35-NQ/TW",
       "số 35-NQ/TW"},
      {"  ", ""},
      {"NQ35", "NQ35"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.passage);
    CHECK(CleanSpelling(c.passage) == c.spelling);
  }
  CHECK(CleanSpelling(std::string(kMaxSpellingBytes, 'a')).size() ==
        kMaxSpellingBytes);
  CHECK(CleanSpelling(std::string(kMaxSpellingBytes + 1, 'a')).empty());
}

TEST_CASE("a line that is no spelling is refused, and named") {
  for (const std::string bytes :
       {"35-NQ/TW", "35-NQ/TW\t3", "35-NQ/TW\t\tNQ35", "35-NQ/TW\t0\tNQ35",
        "\t3\tNQ35", "35-NQ/TW\t3x\tNQ35", "35-NQ/TW\t-3\tNQ35",
        "35-NQ/TW\t3\tNQ35\n\n", "35\t3\tNQ35\n05\t2\tCT05",
        "35-NQ/TW\t99999999999999999999999\tNQ35"}) {
    CAPTURE(bytes);
    const auto parsed = Spellings::Parse(bytes);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == ErrorCode::kCorrupt);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
