#include "common/base/folder.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

TEST_SUITE_BEGIN("common/base/folder");

TEST_CASE("all goes but what is named, files and folders with what they hold") {
  const test::TempDir dir;
  for (const char* path : {"kept/x/y", "gone/x/y", "also/z"}) {
    fs::create_directories(dir.path() / path);
  }
  CHECK_FALSE(RemoveAllBut(dir.path(),
                           {dir.path() / "kept", dir.path() / "never there"}));
  CHECK(fs::exists(dir.path() / "kept/x/y"));
  CHECK_FALSE(fs::exists(dir.path() / "gone"));
  CHECK_FALSE(fs::exists(dir.path() / "also"));
  CHECK_FALSE(RemoveAllBut(dir.path(), {}));
  CHECK(fs::is_empty(dir.path()));
}

TEST_CASE("a folder that is not there is empty, a file is none") {
  const test::TempDir dir;
  CHECK_FALSE(RemoveAllBut(dir.path() / "none", {}));
  CHECK_FALSE(fs::exists(dir.path() / "none"));
  CHECK(RemoveAllBut("/dev/null", {}));
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
