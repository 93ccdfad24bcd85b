#include "common/base/output_file.h"

#include <doctest/doctest.h>

#include <string>

#include "common/base/file.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/base/output_file");

TEST_CASE("what was written is there once the file is closed") {
  const test::TempDir dir;
  const auto path = dir.path() / "file";
  std::ofstream out(path, std::ios::binary);
  out << "bytes";
  REQUIRE(CloseWritten(path, &out));
  CHECK(*ReadFile(path) == "bytes");
}

TEST_CASE("a full disk and a file that cannot be made are told") {
  for (const std::string path : {"/dev/full", "/none/such/file"}) {
    CAPTURE(path);
    std::ofstream out(path, std::ios::binary);
    out << "bytes";
    const Status closed = CloseWritten(path, &out);
    REQUIRE_FALSE(closed);
    CHECK(closed.error().code == ErrorCode::kIo);
    CHECK(closed.error().message.find(path) != std::string::npos);
  }
}

TEST_CASE("what is written aside replaces the old only once it is whole") {
  const test::TempDir dir;
  const auto path = dir.path() / "file";
  const auto write = [&](const std::string& bytes) {
    std::ofstream out(Aside(path), std::ios::binary);
    out << bytes;
    const bool there_before = std::filesystem::exists(path);
    const Status closed = CloseAside(path, &out);
    CHECK_FALSE(std::filesystem::exists(Aside(path)));
    return there_before;
  };
  CHECK_FALSE(write("old"));
  CHECK(*ReadFile(path) == "old");
  CHECK(write("new"));
  CHECK(*ReadFile(path) == "new");

  std::ofstream failing(Aside(path), std::ios::binary);
  failing << "half";
  failing.setstate(std::ios::badbit);
  CHECK(CloseAside(path, &failing).error().code == ErrorCode::kIo);
  CHECK_FALSE(std::filesystem::exists(Aside(path)));
  CHECK(*ReadFile(path) == "new");

  const auto folder = dir.path() / "folder";  // Cannot be replaced by a file.
  std::filesystem::create_directory(folder);
  std::ofstream out(Aside(folder), std::ios::binary);
  CHECK(CloseAside(folder, &out).error().code == ErrorCode::kIo);
  CHECK(std::filesystem::is_directory(folder));
  CHECK_FALSE(std::filesystem::exists(Aside(folder)));
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
