#include "indexer/readers/sitemap.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/readers/capture_time.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string Sitemap(const std::string& urls) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns="
         "\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" +
         urls + "</urlset>\n";
}

std::string Url(const std::string& loc, const std::string& lastmod) {
  return "<url>\n <loc>" + loc + "</loc>\n <lastmod>" + lastmod +
         "</lastmod>\n</url>\n";
}

using Times = std::map<std::string, std::string>;

// What a file named `name` tells.
struct Told {
  std::string outcome;  // "sitemap", "none", or the message of the failure.
  Times times;
};
Told Read(const std::string& name, const std::string& bytes) {
  const test::TempDir dir;
  test::WriteFile(dir.path() / name, bytes);
  Told told;
  const Result<bool> read = ReadSitemap(
      {dir.path() / name, name}, [&](const std::string& url, std::int64_t s) {
        told.times[url] = FormatCapture(s);
      });
  told.outcome = !read ? read.error().message : *read ? "sitemap" : "none";
  return told;
}

// The times of the pages below `root`, by source; empty where none is known.
Times Listed(const fs::path& root) {
  const auto list = ListInputs({root.string()});
  REQUIRE(list);
  CHECK(list->rejected.empty());
  Times times;
  for (const InputFile& file : list->files) {
    times[file.source] =
        file.fetched_after ? FormatCapture(*file.fetched_after) : "";
  }
  return times;
}

}  // namespace

TEST_CASE("the pages of a sitemap have addresses and times") {
  const std::string xml =
      Sitemap(Url("http://x.example/a", "2021-03-04") +
              Url(" https://X.example:443/b?utm_source=z#c ",
                  "2021-03-04T10:00:00+07:00") +
              "<url><lastmod>2020-01-02</lastmod><image:image><image:loc>"
              "http://x.example/anh.jpg</image:loc></image:image><loc>"
              "<![CDATA[http://x.example/c]]></loc></url>" +
              "<url><loc>http://x.example/khong-ngay</loc></url>" +
              Url("http://x.example/nam", "2021") +
              Url("http://x.example/la", "hôm nay") +
              Url("http://x.example/" + std::string(5000, 'a'), "2021-03-04"));
  const Times times = {{"http://x.example/a", "2021-03-04T00:00:00Z"},
                       {"https://x.example/b", "2021-03-04T03:00:00Z"},
                       {"http://x.example/c", "2020-01-02T00:00:00Z"}};
  CHECK(Read("sitemap.xml", xml).times == times);
  CHECK(Read("sitemap.xml", xml).outcome == "sitemap");
  const Told packed = Read("sitemap.xml.gz", test::Pack(xml, false));
  CHECK(packed.times == times);
  CHECK(packed.outcome == "sitemap");
}

TEST_CASE("what is no sitemap tells nothing") {
  const std::string index =
      "<sitemapindex><sitemap><loc>http://x.example/s.xml</loc>"
      "<lastmod>2021-03-04</lastmod></sitemap></sitemapindex>";
  for (const std::string& bytes :
       {index, std::string("<rss><channel/></rss>"), std::string("no XML"),
        std::string(), std::string("<html><body>404</body></html>")}) {
    CHECK(Read("sitemap.xml", bytes).outcome == "none");
    CHECK(Read("sitemap.xml", bytes).times.empty());
  }
  CHECK(Read("sitemap.xml.gz", "no archive").outcome == "none");
}

TEST_CASE("a broken sitemap says so, and what came before was taken") {
  const std::string good = Url("http://x.example/a", "2021-03-04");
  const std::string whole = Sitemap(good);
  const std::string cut = whole.substr(0, whole.rfind("</urlset>"));
  for (const std::string& bytes :
       {cut, cut + "<url>&bomb;</url></urlset>", cut + "</url>"}) {
    const Told told = Read("s.xml", bytes);
    CHECK(told.outcome.starts_with("s.xml: "));
    CHECK(told.times.size() == 1);
  }
  // Bombs: of blanks, packed, and larger than a sitemap may be.
  const Told bomb =
      Read("s.xml.gz",
           test::Pack(cut + std::string(std::size_t{100} << 20, ' '), false));
  CHECK_MESSAGE(bomb.outcome.find("bomb") != std::string::npos, bomb.outcome);
  const Told large =
      Read("s.xml", cut + std::string(std::size_t{65} << 20, ' '));
  CHECK_MESSAGE(large.outcome.find("more than") != std::string::npos,
                large.outcome);
}

TEST_CASE("a sitemap dates the pages of its own mirror, whatever the scheme") {
  const test::TempDir dir;
  const fs::path root = dir.path() / "crawl";
  const std::string page = "<html><p>Chi bộ họp</p></html>";
  for (const char* name :
       {"1/x.example/tin/a.html", "1/x.example/xem.aspx?id=5",
        "1/x.example/khac.html", "2/x.example/tin/a.html",
        "1/y.example/tin/a.html", "1/tin/a.html"}) {
    test::WriteFile(root / name, page);
  }
  test::WriteFile(root / "1/x.example/sitemap.xml",
                  Sitemap(Url("https://x.example/tin/a.html", "2021-03-04") +
                          Url("https://x.example/xem.aspx?id=5", "2021-03-05") +
                          Url("https://y.example/tin/a.html", "2021-03-06") +
                          Url("https://x.example/khac.html", "2999-01-01")));
  // The later of two times counts, whichever is read first.
  test::WriteFile(root / "1/x.example/a/news.xml",
                  Sitemap(Url("http://x.example/xem.aspx?id=5", "2022-01-01") +
                          Url("http://x.example/tin/a.html", "2020-01-01")));
  test::WriteFile(root / "1/x.example/feed.xml", "<rss><channel/></rss>");
  test::WriteFile(root / "1/x.example/broken.xml", "<");
  CHECK(Listed(root) ==
        Times{
            {"crawl/1/tin/a.html", ""},
            {"crawl/1/x.example/khac.html", ""},
            {"crawl/1/x.example/tin/a.html", "2021-03-04T00:00:00Z"},
            {"crawl/1/x.example/xem.aspx?id=5", "2022-01-01T00:00:00Z"},
            {"crawl/1/y.example/tin/a.html", ""},
            {"crawl/2/x.example/tin/a.html", ""},
        });
}

TEST_CASE("a page that says when it was fetched needs no sitemap") {
  const test::TempDir dir;
  const fs::path root = dir.path() / "crawl";
  test::WriteFile(
      root / "x.example/a.html",
      "<html><!-- Mirrored from x.example/a.html by HTTrack Website "
      "Copier/3.x [XR&CO'2014], Tue, 03 Mar 2020 05:06:07 GMT -->");
  test::WriteFile(root / "x.example/b.html", "<html>");
  test::WriteFile(root / "x.example/sitemap.xml",
                  Sitemap(Url("http://x.example/a.html", "2021-03-04") +
                          Url("http://x.example/b.html", "2021-03-04")));
  const auto list = ListInputs({root.string()});
  REQUIRE(list);
  REQUIRE(list->files.size() == 2);
  const auto read = [&](std::size_t i) {
    return std::get<Page>(OpenReader(list->files[i], {})->Next());
  };
  CHECK(read(0).stated.fetched_at == "2020-03-03T05:06:07Z");
  CHECK_FALSE(read(0).fetched_after);
  CHECK_FALSE(read(1).stated.fetched_at);
  CHECK(read(1).fetched_after == CaptureSeconds("2021-03-04"));
}

TEST_CASE("a broken sitemap of a mirror is listed, and its pages are read") {
  const test::TempDir dir;
  const fs::path root = dir.path() / "crawl";
  test::WriteFile(root / "x.example/a.html", "<html>");
  test::WriteFile(root / "x.example/sitemap.xml",
                  "<urlset>" + Url("http://x.example/a.html", "2021-03-04"));
  const auto list = ListInputs({root.string()});
  REQUIRE(list);
  REQUIRE(list->files.size() == 1);
  CHECK(list->files[0].fetched_after);
  REQUIRE(list->rejected.size() == 1);
  CHECK(list->rejected[0].code == "bad-sitemap");
  CHECK(list->rejected[0].source == "crawl/x.example/sitemap.xml");
  CHECK_FALSE(list->rejected[0].hint.empty());
}

}  // namespace tracuu
