#include "common/domain/unit_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "common/domain/unit_vocabulary.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/unit_words");

TEST_CASE(
    "every head has a known kind and level, and is spelled one way once") {
  std::set<std::string> spellings;
  for (const UnitHead& head : AllUnitHeads()) {
    CAPTURE(head.written);
    CHECK(spellings.insert(ExactKey(head.written)).second);
    CHECK_FALSE(head.canonical.empty());
    CHECK(std::any_of(
        UnitKinds().begin(), UnitKinds().end(),
        [&head](const UnitKind& kind) { return kind.code == head.kind; }));
    CHECK((head.level.empty() ||
           std::any_of(UnitLevels().begin(), UnitLevels().end(),
                       [&head](const UnitLevel& level) {
                         return level.code == head.level;
                       })));
  }
  CHECK(spellings.size() > 150);
}

TEST_CASE("a head that is complete says its level") {
  for (const UnitHead& head : AllUnitHeads()) {
    CAPTURE(head.written);
    if (head.tail == UnitTail::kComplete || head.tail == UnitTail::kNumbered) {
      CHECK_FALSE(head.level.empty());
    }
  }
}

TEST_CASE("an abbreviation that is a head means what the table of them says") {
  for (const UnitAbbreviation& unit : UnitAbbreviations()) {
    for (const UnitHead& head : AllUnitHeads()) {
      if (ExactKey(head.written) != ExactKey(unit.abbreviation)) continue;
      CAPTURE(unit.abbreviation);
      const std::string expansion = ExactKey(unit.expansion);
      const std::string canonical = ExactKey(head.canonical);
      // UBND, HĐND and MTTQ stay short in the facet.
      CHECK((canonical.starts_with(expansion) ||
             canonical.starts_with("ubnd") || canonical.starts_with("hđnd") ||
             canonical.find("mttq") != std::string::npos));
    }
  }
}

TEST_CASE("fields, offices and verbs are listed once") {
  std::set<std::string> seen;
  for (const UnitField& field : AllUnitFields()) {
    CAPTURE(field.written);
    CHECK(seen.insert(ExactKey(field.written)).second);
    CHECK_FALSE(field.canonical.empty());
  }
  seen.clear();
  for (const UnitOffice& office : AllUnitOffices()) {
    CAPTURE(office.words);
    CHECK(seen.insert(ExactKey(office.words)).second);
  }
  seen.clear();
  for (const UnitVerb& verb : AllUnitVerbs()) {
    CAPTURE(verb.words);
    CHECK(seen.insert(ExactKey(verb.words)).second);
  }
  CHECK(seen.size() > 50);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
