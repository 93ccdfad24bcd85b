#include "common/base/result.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_SUITE_BEGIN("common/base/result");

TEST_CASE("a result holds a value or an error") {
  const Result<std::string> good = std::string("snapshot");
  REQUIRE(good);
  CHECK(*good == "snapshot");
  CHECK(good->size() == 8);

  const Result<std::string> bad =
      Error{ErrorCode::kIo, "cannot read f", "look at the disk"};
  REQUIRE_FALSE(bad.has_value());
  CHECK(bad.error().code == ErrorCode::kIo);
  CHECK(bad.error().hint == "look at the disk");
}

TEST_CASE("something done for its effect succeeds with Ok") {
  const Status done = Ok{};
  CHECK(done);
}

TEST_SUITE_END();

}  // namespace tracuu
