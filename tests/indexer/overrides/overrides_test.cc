#include "indexer/overrides/overrides.h"

#include <doctest/doctest.h>

#include <string>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

constexpr const char* kHeader = "target\tfacet\tvalue\tnote\n";

// "facet=value|value" of each line that holds for the article.
std::string LinesFor(const std::string& table, const Article& article) {
  const auto overrides = Overrides::Parse(table, "overrides.tsv");
  REQUIRE(overrides);
  std::string lines;
  for (const Override* line : overrides->For(article)) {
    lines += line->facet + "=";
    for (const std::string& value : line->values) lines += value + "|";
    lines += "@" + line->origin + " ";
  }
  return lines;
}

Article Sample() {
  Article article;
  article.id = "a1";
  article.url = "https://a.vn/1.html";
  article.source = "docs/a.txt";
  article.host = "a.vn";
  return article;
}

TEST_SUITE_BEGIN("indexer/overrides/overrides");

TEST_CASE("a line holds for the document or the host it names") {
  for (const char* target :
       {"id:a1", "url:https://a.vn/1.html", "source:docs/a.txt", "host:a.vn",
        "host:WWW.A.VN"}) {
    CAPTURE(target);
    const std::string table =
        std::string(kHeader) + target + "\tyear\t2021\tchecked\n";
    CHECK(LinesFor(table, Sample()) == "year=2021|@overrides.tsv:2 ");
    CHECK(LinesFor(table, Article()).empty());
  }
  CHECK(LinesFor(std::string(kHeader) + "host:b.a.vn\tyear\t2021\n", Sample())
            .empty());
}

TEST_CASE("the id decides, then the URL, the source, the host") {
  CHECK(LinesFor(std::string(kHeader) + "host:a.vn\tyear\t2018\n"
                                        "source:docs/a.txt\tyear\t2019\n"
                                        "id:a1\tyear\t2021\n"
                                        "url:https://a.vn/1.html\tyear\t2020\n"
                                        "host:a.vn\tprovince\tCà Mau\n",
                 Sample()) ==
        "year=2021|@overrides.tsv:4 province=Cà Mau|@overrides.tsv:6 ");
}

TEST_CASE("values come as the facet has them") {
  struct Case {
    const char* facet;
    const char* cell;
    const char* values;
  };
  static constexpr Case kCases[] = {
      {"province", "tỉnh lâm đồng|TP.HCM", "Lâm Đồng|Hồ Chí Minh|"},
      {"province", "none", ""},
      {"published", "2021-11-29", "2021-11-29|"},
      {"event_date", "2021-11-26", "2021-11-26|"},
      {"unit", " Tỉnh ủy Cà Mau | Chi bộ 1 ", "Tỉnh ủy Cà Mau|Chi bộ 1|"},
      {"unit_level", "tinh", "tinh|"},
      {"resolution", "35-nq/tw:2018|05/NQ-TU", "35-NQ/TW:2018|05-NQ/TU|"},
      {"resolution", "NQĐH-XIII", "NQĐH-XIII|"},
      {"resolution", "NQTW4-XII", "NQTW4-XII|"},
      {"resolution", "202/2025/QH15", "202/2025/QH15|"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.cell);
    const std::string table =
        std::string(kHeader) + "id:a1\t" + c.facet + "\t" + c.cell + "\n";
    CHECK(LinesFor(table, Sample()) ==
          std::string(c.facet) + "=" + c.values + "@overrides.tsv:2 ");
  }
}

TEST_CASE("comments, empty lines, a byte order mark and CRLF are allowed") {
  CHECK(LinesFor("\xEF\xBB\xBF# by hand\r\ntarget\tfacet\tvalue\r\n\r\n"
                 "# as told by the archive\r\nid:a1\tyear\t2021\r\n",
                 Sample()) == "year=2021|@overrides.tsv:5 ");
  CHECK(LinesFor("target\tfacet\tvalue\n", Sample()).empty());
}

TEST_CASE("a wrong line is named, with what is wrong and the remedy") {
  struct Case {
    const char* lines;
    const char* line;
    const char* what;
  };
  static constexpr Case kCases[] = {
      {"", ":1", "no header"},
      {"id:a1\tyear\t2021\n", ":1", "header"},
      {"target\tvalue\tfacet\n", ":1", "header"},
      {"target\tfacet\tvalue\nid:a1 year 2021\n", ":2", "1 cells"},
      {"target\tfacet\tvalue\nid:a1\tyear\t2021\tx\ty\n", ":2", "5 cells"},
      {"target\tfacet\tvalue\n\nid:a1\tprovinc\tCà Mau\n", ":3", "provinc"},
      {"target\tfacet\tvalue\nid:a1\tprovince_now\tCà Mau\n", ":2",
       "province_now"},
      {"target\tfacet\tvalue\na1\tyear\t2021\n", ":2", "\"a1\""},
      {"target\tfacet\tvalue\nhost:\tyear\t2021\n", ":2", "\"host:\""},
      {"target\tfacet\tvalue\nid:a1\tyear\t21\n", ":2", "\"21\""},
      {"target\tfacet\tvalue\nid:a1\tyear\t2021|2022\n", ":2", "one value"},
      {"target\tfacet\tvalue\nid:a1\tyear\t\n", ":2", "empty"},
      {"target\tfacet\tvalue\nid:a1\tprovince\tCà Mau|\n", ":2", "empty"},
      {"target\tfacet\tvalue\nid:a1\tprovince\tAtlantis\n", ":2", "Atlantis"},
      {"target\tfacet\tvalue\nid:a1\tpublished\t2021-02-30\n", ":2", "no day"},
      {"target\tfacet\tvalue\nid:a1\tpublished\t2021\n", ":2", "no day"},
      {"target\tfacet\tvalue\nid:a1\tunit_level\txyz\n", ":2", "xyz"},
      {"target\tfacet\tvalue\nid:a1\tresolution\tNghị quyết\n", ":2",
       "no number"},
      {"target\tfacet\tvalue\nid:a1\tresolution\t35-NQ/TW:18\n", ":2",
       "no number"},
      {"target\tfacet\tvalue\nid:a1\tyear\t2021\nid:a1\tyear\t2022\n", ":3",
       "overrides.tsv:2"},
      {"target\tfacet\tvalue\nid:\xFF\tyear\t2021\n", ":2", "UTF-8"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.lines);
    const auto overrides = Overrides::Parse(c.lines, "overrides.tsv");
    REQUIRE_FALSE(overrides.has_value());
    const Error& error = overrides.error();
    CAPTURE(error.message);
    CHECK(error.code == ErrorCode::kInvalidArgument);
    CHECK(error.message.starts_with("overrides.tsv" + std::string(c.line)));
    CHECK(error.message.find(c.what) != std::string::npos);
    CHECK_FALSE(error.hint.empty());
  }
}

TEST_CASE("a file is read, and its hash is known") {
  const test::TempDir dir;
  const std::string table = std::string(kHeader) + "id:a1\tyear\t2021\n";
  REQUIRE(ReplaceFile(dir.path() / "fixes.tsv", table));
  const auto overrides = Overrides::Load(dir.path() / "fixes.tsv");
  REQUIRE(overrides);
  CHECK(overrides->sha256() == Sha256Hex(table));
  REQUIRE(overrides->For(Sample()).size() == 1);
  CHECK(overrides->For(Sample()).front()->origin == "fixes.tsv:2");
  CHECK(Overrides().sha256().empty());
  CHECK(Overrides::Load(dir.path() / "none.tsv").error().code ==
        ErrorCode::kNotFound);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
