#include "server/http/params.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

struct Case {
  const char* name;
  const char* value;
};

}  // namespace

TEST_SUITE_BEGIN("server/http/params");

TEST_CASE("good parameters fill the request") {
  SearchRequest request;
  const Params params{
      {"q", "đảng"},        {"province", "Huế"}, {"province", "none"},
      {"not.year", "2021"}, {"from", "2021"},    {"to", "2021-02"},
      {"accents", "exact"}, {"sort", "-date"},   {"page", "3"},
      {"per_page", "20"},   {"facets", "year"},  {"facet_limit", "5"},
      {"collapse", "false"}};
  CHECK_FALSE(ReadSearchParams(params, Limits{}, &request));
  CHECK(request.text == "đảng");
  REQUIRE(request.filters.size() == 2);
  CHECK(request.filters[0].include == std::vector<std::string>{"Huế", "none"});
  CHECK(request.filters[1].exclude == std::vector<std::string>{"2021"});
  CHECK(request.from_day == ToDayNumber({2021, 1, 1}));
  CHECK(request.to_day == ToDayNumber({2021, 2, 28}));
  CHECK(request.accents == AccentMode::kExact);
  CHECK(request.sort == SortOrder::kNewestFirst);
  CHECK(request.page == 3);
  CHECK(request.per_page == 20);
  CHECK(request.facets == std::vector<std::string>{"year"});
  CHECK(request.facet_limit == 5);
  CHECK_FALSE(request.collapse);
  SearchRequest plain;
  CHECK_FALSE(ReadSearchParams({}, Limits{}, &plain));
  CHECK(plain.collapse);
}

TEST_CASE("a bad parameter is refused and named") {
  static constexpr Case kCases[] = {
      {"page", "0"},
      {"page", "-1"},
      {"page", "2x"},
      {"page", ""},
      {"page", "99999999999999999999"},
      {"page", "1001"},
      {"per_page", "0"},
      {"per_page", "101"},
      {"facet_limit", "1001"},
      {"facet_limit", "x"},
      {"sort", "score"},
      {"accents", "on"},
      {"collapse", "1"},
      {"from", "2021-13"},
      {"from", "hôm qua"},
      {"to", "31/12/2021"},
      {"to", "2021-02-30"},
      {"facets", "name"},
      {"year", "2021..x"},
      {"year", "hai"},
      {"year", ".."},
      {"not.year", "2021-11"},
      {"province", ""},
      {"not.province", ""},
      {"title", "x"},
      {"Q", "x"},
      {"not.q", "x"},
      {"day", "1"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    CAPTURE(c.value);
    SearchRequest request;
    const auto problem =
        ReadSearchParams({{c.name, c.value}}, Limits{}, &request);
    REQUIRE(problem);
    CHECK(problem->status == 400);
    CHECK(problem->parameter == c.name);
    CHECK_FALSE(problem->detail.empty());
  }
}

TEST_CASE("parameters with one value are given once, dates in order") {
  SearchRequest request;
  CHECK(ReadSearchParams({{"q", "a"}, {"q", "b"}}, Limits{}, &request)
            ->parameter == "q");
  CHECK(ReadSearchParams({{"from", "2022"}, {"to", "2021"}}, Limits{}, &request)
            ->parameter == "to");
  CHECK(ReadSearchParams({{"page", "101"}, {"per_page", "100"}}, Limits{},
                         &request)
            ->parameter == "page");
}

TEST_CASE("too many filter values are refused") {
  Params params(201, {"unit", "x"});
  SearchRequest request;
  CHECK(ReadSearchParams(params, Limits{}, &request)->parameter == "unit");
}

TEST_SUITE_END();

}  // namespace tracuu
