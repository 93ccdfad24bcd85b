#include "server/http/static_files.h"

#include <doctest/doctest.h>

#include "common/base/file.h"
#include "tests/support/temp_dir.h"

namespace tracuu {

TEST_SUITE_BEGIN("server/http/static_files");

TEST_CASE("files are served from memory with type and tag") {
  const test::TempDir dir;
  std::filesystem::create_directories(dir.path() / "js");
  std::filesystem::create_directories(dir.path() / ".git");
  REQUIRE(ReplaceFile(dir.path() / "index.html", "<p>trang"));
  REQUIRE(ReplaceFile(dir.path() / "js" / "a.js", "1"));
  REQUIRE(ReplaceFile(dir.path() / ".git" / "a.js", "2"));
  REQUIRE(ReplaceFile(dir.path() / "secret.key", "3"));
  const auto files = StaticFiles::Load(dir.path());
  REQUIRE(files);
  REQUIRE(files->Has("/"));
  CHECK(files->Has("/js/a.js"));
  CHECK_FALSE(files->Has("/.git/a.js"));
  CHECK_FALSE(files->Has("/secret.key"));
  CHECK_FALSE(files->Has("/js/../index.html"));
  CHECK_FALSE(files->Has(""));

  const HttpResponse page = files->Answer("/", "");
  CHECK(page.body == "<p>trang");
  CHECK(page.content_type == "text/html; charset=utf-8");
  std::string etag;
  for (const auto& [name, value] : page.headers) {
    if (name == "ETag") etag = value;
  }
  REQUIRE_FALSE(etag.empty());
  CHECK(files->Answer("/", etag).status == 304);
  CHECK(files->Answer("/", "\"other\"").status == 200);
}

TEST_CASE("a folder that does not exist is an error") {
  const auto files = StaticFiles::Load("/nonexistent/tracuu");
  REQUIRE_FALSE(files);
}

TEST_SUITE_END();

}  // namespace tracuu
