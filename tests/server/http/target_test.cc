#include "server/http/target.h"

#include <doctest/doctest.h>

namespace tracuu {

TEST_SUITE_BEGIN("server/http/target");

TEST_CASE("a target is a path and parameters in the order given") {
  const auto target =
      ParseTarget("/a/b%20c?q=x%C4%91+y&year=2021&year=2022&empty&&z=%26");
  REQUIRE(target);
  CHECK(target->path == "/a/b c");
  const Params expected{{"q", "xđ y"},
                        {"year", "2021"},
                        {"year", "2022"},
                        {"empty", ""},
                        {"z", "&"}};
  CHECK(target->params == expected);
}

TEST_CASE("malformed targets are refused") {
  for (const char* target :
       {"", "a", "http://a/", "/%", "/%4", "/%zz", "/?q=%ff", "/?q=%00",
        "/?q=%1b", "/%c0%af", "/?%ff=1", "/?q=%ed%a0%80"}) {
    CAPTURE(target);
    CHECK_FALSE(ParseTarget(target));
  }
}

TEST_SUITE_END();

}  // namespace tracuu
