#include "common/base/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace tracuu {

TEST_SUITE_BEGIN("common/base/file");

TEST_CASE("what was written is read back, byte for byte") {
  const test::TempDir dir;
  const auto path = dir.path() / "đảng.txt";
  for (const std::string& bytes :
       {std::string(), std::string("a\0\xFF\n", 4), std::string(200000, 'x')}) {
    REQUIRE(ReplaceFile(path, bytes));
    const auto read = ReadFile(path);
    REQUIRE(read);
    CHECK(*read == bytes);
  }
}

TEST_CASE("replacing leaves nothing beside the file") {
  const test::TempDir dir;
  REQUIRE(ReplaceFile(dir.path() / "CURRENT", "old"));
  REQUIRE(ReplaceFile(dir.path() / "CURRENT", "new"));
  int entries = 0;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator(dir.path())) {
    ++entries;
  }
  CHECK(entries == 1);
}

TEST_CASE("a file that is not there is kNotFound and named") {
  const test::TempDir dir;
  const auto read = ReadFile(dir.path() / "missing");
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::kNotFound);
  CHECK(read.error().message.find("missing") != std::string::npos);
  CHECK_FALSE(ReplaceFile(dir.path() / "no" / "folder", "x"));
  CHECK_FALSE(SyncPath(dir.path() / "missing"));
}

TEST_CASE("a file over the limit is kTooLarge, one at the limit is not") {
  const test::TempDir dir;
  REQUIRE(ReplaceFile(dir.path() / "f", "12345"));
  CHECK(ReadFile(dir.path() / "f", 5));
  const auto read = ReadFile(dir.path() / "f", 4);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::kTooLarge);
}

TEST_CASE("folders and pipes are refused without waiting for them") {
  const test::TempDir dir;
  const auto pipe = dir.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const auto& path : {dir.path(), pipe}) {
    const auto read = ReadFile(path);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::kInvalidArgument);
  }
}

TEST_CASE("files and folders can be flushed") {
  const test::TempDir dir;
  REQUIRE(ReplaceFile(dir.path() / "f", "x"));
  CHECK(SyncPath(dir.path() / "f"));
  CHECK(SyncPath(dir.path()));
}

TEST_SUITE_END();

}  // namespace tracuu
