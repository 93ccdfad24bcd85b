#include "common/domain/table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/table");

TEST_CASE("cells are found by row and column name") {
  const Table table = ParseTable(
      "# a comment\nname\tparts\tnote\nHuế\tA|B||C\n\nVinh\n\"x\"\ty\tz\r\n");
  REQUIRE(table.size() == 3);
  CHECK(table.row(0)["name"] == "Huế");
  CHECK(table.row(0).List("parts") == std::vector<std::string>{"A", "B", "C"});
  CHECK(table.row(0)["note"].empty());
  CHECK(table.row(1)["parts"].empty());
  CHECK(table.row(1).List("parts").empty());
  CHECK(table.row(2)["name"] == "\"x\"");
  CHECK(table.row(2)["note"] == "z");
}

TEST_CASE("an empty table has no rows") {
  CHECK(ParseTable("").size() == 0);
  CHECK(ParseTable("only\theader").size() == 0);
}

TEST_CASE("every embedded table has rows and a stable fingerprint") {
  for (const char* file :
       {"districts.tsv", "hosts.tsv", "province_ambiguity.tsv", "provinces.tsv",
        "provinces_2025.tsv", "resolutions.tsv", "unit_abbreviations.tsv",
        "unit_kinds.tsv", "unit_levels.tsv"}) {
    CAPTURE(std::string(file));
    CHECK(EmbeddedTable(file).size() > 0);
  }
  CHECK(TablesFingerprint().size() == 64);
  CHECK(TablesFingerprint() == TablesFingerprint());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
