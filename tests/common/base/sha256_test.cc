#include "common/base/sha256.h"

#include <doctest/doctest.h>

#include <string>

#include "common/base/file.h"
#include "tests/support/temp_dir.h"

namespace tracuu {

TEST_SUITE_BEGIN("common/base/sha256");

// From the test vectors of FIPS 180-4.
constexpr const char* kOfNothing =
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr const char* kOfAbc =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kOfMillionA =
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

TEST_CASE("published vectors are met") {
  CHECK(Sha256Hex("") == kOfNothing);
  CHECK(Sha256Hex("abc") == kOfAbc);
  CHECK(Sha256Hex(std::string(1000000, 'a')) == kOfMillionA);
}

TEST_CASE("pieces give the digest of the whole") {
  Sha256 digest;
  for (int i = 0; i < 1000; ++i) digest.Update(std::string(1000, 'a'));
  CHECK(digest.Finish() == kOfMillionA);
  CHECK(Sha256().Finish() == kOfNothing);
}

TEST_CASE("a file has the digest of its bytes") {
  const test::TempDir dir;
  REQUIRE(ReplaceFile(dir.path() / "f", std::string(1000000, 'a')));
  const auto digest = Sha256OfFile(dir.path() / "f");
  REQUIRE(digest);
  CHECK(*digest == kOfMillionA);
  REQUIRE(ReplaceFile(dir.path() / "empty", ""));
  CHECK(*Sha256OfFile(dir.path() / "empty") == kOfNothing);
}

TEST_CASE("a file that cannot be read is an error") {
  const test::TempDir dir;
  const auto digest = Sha256OfFile(dir.path() / "missing");
  REQUIRE_FALSE(digest);
  CHECK_FALSE(Sha256OfFile(dir.path()));
}

TEST_SUITE_END();

}  // namespace tracuu
