#include "common/index/moved_pages.h"

#include <doctest/doctest.h>

#include <string>

#include "common/index/paths.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

const std::vector<MovedPage> kPages = {
    {2, "docs/a.jsonl#3", "2026-11-01T00:00:00Z"},
    {3, "tên\ncó xuống dòng.txt", std::nullopt},
    {9, "b.warc@17", ""},
};

TEST_SUITE_BEGIN("common/index/moved_pages");

TEST_CASE("rows are found by their places") {
  const test::TempDir dir;
  REQUIRE(WriteMovedPages(dir.path() / kMovedFile, kPages));
  const auto moved = MovedPages::Read(dir.path());
  REQUIRE(moved);
  for (const MovedPage& page : kPages) {
    const auto found = moved->Find(page.place);
    REQUIRE(found);
    CHECK(found->place == page.place);
    CHECK(found->source == page.source);
    CHECK(found->fetched_at == page.fetched_at);
  }
  for (const std::uint32_t place : {0U, 1U, 4U, 10U}) {
    CHECK_FALSE(moved->Find(place));
  }
  Article article;
  article.source = "old";
  article.stated.fetched_at = "then";
  moved->Apply(1, &article);
  CHECK(article.source == "old");
  moved->Apply(3, &article);
  CHECK(article.source == kPages[1].source);
  CHECK_FALSE(article.stated.fetched_at);
}

TEST_CASE("no file moves nothing") {
  const test::TempDir dir;
  const auto none = MovedPages::Read(dir.path());
  REQUIRE(none);
  CHECK_FALSE(none->Find(1));
}

TEST_CASE("a damaged file is refused or gives other rows, never a crash") {
  const test::TempDir dir;
  REQUIRE(WriteMovedPages(dir.path() / kMovedFile, kPages));
  const std::string bytes = *ReadFile(dir.path() / kMovedFile);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE(WriteFile(dir.path() / kMovedFile, bytes.substr(0, size)));
    CAPTURE(size);
    CHECK_FALSE(MovedPages::Read(dir.path()));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char other : {'\0', '\x05', '\x7F', '\xFF'}) {
      std::string damaged = bytes;
      damaged[at] = other;
      REQUIRE(WriteFile(dir.path() / kMovedFile, damaged));
      const auto moved = MovedPages::Read(dir.path());
      if (!moved) continue;
      for (std::uint32_t place = 0; place < 12; ++place) {
        const auto found = moved->Find(place);
        if (found) CHECK(found->source.size() <= bytes.size());
      }
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
