#include "common/domain/unit_vocabulary.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/unit_vocabulary");

TEST_CASE("levels and kinds are complete and their codes unique") {
  std::set<std::string> codes;
  for (const UnitLevel& level : UnitLevels()) {
    CHECK(codes.insert(level.code).second);
    CHECK_FALSE(level.label.empty());
  }
  CHECK(codes == std::set<std::string>{"trung-uong", "tinh", "huyen", "xa",
                                       "co-so", "khong-ro"});
  codes.clear();
  for (const UnitKind& kind : UnitKinds()) {
    CAPTURE(kind.code);
    CHECK(codes.insert(kind.code).second);
    CHECK_FALSE(kind.label.empty());
    CHECK((kind.code == "khac" || !kind.heads.empty()));
  }
  CHECK(codes.size() == 22);
}

TEST_CASE("an abbreviation has one expansion; ambiguous ones are left out") {
  std::set<std::string> abbreviations;
  for (const UnitAbbreviation& unit : UnitAbbreviations()) {
    CAPTURE(unit.abbreviation);
    CHECK(abbreviations.insert(unit.abbreviation).second);
    CHECK_FALSE(unit.expansion.empty());
  }
  CHECK(abbreviations.contains("BCĐ"));
  CHECK(abbreviations.contains("UBND"));
  for (const char* ambiguous : {"BCH", "BTV", "BTC", "TT", "CT", "HD"}) {
    CHECK_FALSE(abbreviations.contains(ambiguous));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
