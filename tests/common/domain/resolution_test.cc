#include "common/domain/resolution.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "common/domain/document_symbol.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/resolution");

std::vector<std::string> Ids(const std::vector<const Resolution*>& found) {
  std::vector<std::string> ids;
  for (const Resolution* resolution : found) ids.push_back(resolution->id);
  return ids;
}

TEST_CASE("every row is whole and its id unique") {
  std::set<std::string> ids;
  for (const Resolution& resolution : AllResolutions()) {
    CAPTURE(resolution.id);
    CHECK(ids.insert(resolution.id).second);
    CHECK(IsRealDay(resolution.date));
    CHECK_FALSE(resolution.term.empty());
    CHECK_FALSE(resolution.issuer.empty());
    CHECK_FALSE(resolution.title.empty());
    CHECK(FindResolution(resolution.id) == &resolution);
    if (resolution.symbol.empty()) {
      CHECK(resolution.kind == "NQĐH");
      continue;
    }
    CHECK(resolution.id ==
          resolution.symbol + ":" + std::to_string(resolution.date.year));
    CHECK(resolution.number > 0);
    const auto symbol = ParseSymbol(resolution.symbol);
    REQUIRE(symbol);
    CHECK(FormatSymbol(*symbol) == resolution.symbol);
    CHECK_FALSE(resolution.topic_cues.empty());
  }
  CHECK(ids.size() == 162);
}

TEST_CASE("documents are found by id, symbol and plenum") {
  REQUIRE(FindResolution("35-nq/tw:2018") != nullptr);
  CHECK(FindResolution("35-nq/tw:2018")->term == "XII");
  CHECK(FindResolution("NQĐH-XIII") != nullptr);
  CHECK(FindResolution("35-NQ/TU:2018") == nullptr);
  CHECK(FindResolution("") == nullptr);

  CHECK(Ids(ResolutionsWithSymbol("21-KL/TW")) ==
        std::vector<std::string>{"21-KL/TW:2012", "21-KL/TW:2021"});
  CHECK(ResolutionsWithSymbol("20-nq/tw").size() == 5);
  CHECK(ResolutionsWithSymbol("999-NQ/TW").empty());

  CHECK(Ids(ResolutionsOfPlenum("NQTW4-XII")) ==
        std::vector<std::string>{"04-NQ/TW:2016"});
  CHECK(Ids(ResolutionsOfPlenum("NQTW4-XIII")) ==
        std::vector<std::string>{"21-KL/TW:2021"});
  CHECK(ResolutionsOfPlenum("NQTW6-XII").size() == 4);
  for (const char* form :
       {"", "NQTW", "NQTW4", "NQTW-XII", "NQTW99-XII", "04-NQ/TW"}) {
    CAPTURE(std::string(form));
    CHECK(ResolutionsOfPlenum(form).empty());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
