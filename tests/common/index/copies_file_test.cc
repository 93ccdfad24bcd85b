#include "common/index/copies_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/file.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

using Members = std::vector<ClusterMember>;

TEST_SUITE_BEGIN("common/index/copies_file");

TEST_CASE("what is written is read") {
  const test::TempDir dir;
  const auto path = dir.path() / "copies";
  const Members members{{2, 1}, {3, 2}, {4, 1}, {700, 2}, {70'000, 1}};
  for (const Members& all : {members, Members{}}) {
    REQUIRE(WriteCopies(path, all));
    const auto read = ReadCopies(path, 70'000);
    REQUIRE(read);
    CHECK(*read == all);
  }
  CHECK(CountClusters(members) == 2);
  CHECK(CountClusters({}) == 0);
}

TEST_CASE("the bytes are what the documents say") {
  const test::TempDir dir;
  REQUIRE(WriteCopies(dir.path() / "copies", {{258, 1}}));
  CHECK(*ReadFile(dir.path() / "copies") ==
        std::string("tracuu copies 1\n\x02\x01\0\0\x01\0\0\0", 24));
}

TEST_CASE("places and numbers that cannot be are refused") {
  const test::TempDir dir;
  const auto path = dir.path() / "copies";
  for (const Members& members :
       {Members{{0, 1}}, Members{{6, 1}}, Members{{1, 0}}, Members{{1, 2}},
        Members{{1, 1}, {1, 1}}, Members{{2, 1}, {1, 1}},
        Members{{1, 1}, {2, 3}}}) {
    REQUIRE(WriteCopies(path, members));
    const auto read = ReadCopies(path, 5);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::kCorrupt);
    CHECK(read.error().message.find("copies: ") != std::string::npos);
  }
}

TEST_CASE("a file that is cut off or another is refused") {
  const test::TempDir dir;
  const auto path = dir.path() / "copies";
  REQUIRE(WriteCopies(path, {{1, 1}, {2, 1}}));
  const std::string whole = *ReadFile(path);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    if (size == 16 || size == 24) continue;  // A list of fewer.
    REQUIRE(WriteFile(path, whole.substr(0, size)));
    CAPTURE(size);
    CHECK_FALSE(ReadCopies(path, 2));
  }
  REQUIRE(WriteFile(path, "tracuu copies 2\n"));
  CHECK_FALSE(ReadCopies(path, 2));
  CHECK_FALSE(ReadCopies(dir.path() / "none", 2));
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
