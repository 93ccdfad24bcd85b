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

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
