#include "indexer/readers/mirror.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/reader.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/support/temp_dir.h"

namespace tracuu {

TEST_CASE("the place of a file in a mirror tells its address") {
  struct Case {
    const char* source;
    const char* url;
  };
  const Case cases[] = {
      {"crawl/www.x.example/a.html", "http://www.x.example/a.html"},
      {"www.x.example/tin/index.html", "http://www.x.example/tin/"},
      {"X.Example/index.html", "http://x.example/"},
      {"c/2024/x.gov.vn/tin/bai.html.gz", "http://x.gov.vn/tin/bai.html"},
      {"c/x.example:8080/a.html", "http://x.example:8080/a.html"},
      {"c/x.example+8080/a.html", "http://x.example:8080/a.html"},
      {"c/x.example/bai.aspx?id=5", "http://x.example/bai.aspx?id=5"},
      {"c/x.example/bai.aspx?id=5.html", "http://x.example/bai.aspx?id=5"},
      {"c/x.example/bai.aspx@id=5.html", "http://x.example/bai.aspx?id=5"},
      {"c/x.example/bai.php.html", "http://x.example/bai.php"},
      {"c/x.example/index.html?page=2", "http://x.example/?page=2"},
      {"c/x.example/a@b.html", "http://x.example/a@b.html"},
      {"c/x.example/số 1#2.html", "http://x.example/s%E1%BB%91%201%232.html"},
      {"c/x.example/y.example/a.html", "http://x.example/y.example/a.html"},
      {"docs/a.html", ""},
      {"x.example.html", ""},
      {"backup.old/a.html", ""},
      {"v1.2/a.html", ""},
      {"vn/a.html", ""},
      {".example/a.html", ""},
      {"a..vn/a.html", ""},
      {"x_y.vn/a.html", ""},
      {"x.vn:port/a.html", ""},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(MirrorUrl(c.source) == c.url, std::string(c.source));
  }
}

TEST_CASE("HTTrack notes address and time in the page") {
  const auto note = FindHttrackNote(
      "<!DOCTYPE html>\n<html>\n<!-- Mirrored from x.example/tin/bai.html?id=5 "
      "by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 03 Mar 2020 05:06:07 "
      "GMT -->\n<p>");
  REQUIRE(note);
  CHECK(note->url == "http://x.example/tin/bai.html?id=5");
  CHECK(note->fetched_at == "2020-03-03T05:06:07Z");
  const auto undated = FindHttrackNote(
      "<!-- Mirrored from https://x.example/ by HTTrack Website Copier/3.x "
      "-->");
  REQUIRE(undated);
  CHECK(undated->url == "https://x.example/");
  CHECK_FALSE(undated->fetched_at);
  CHECK_FALSE(FindHttrackNote("<!-- Mirrored from x by hand -->"));
  CHECK_FALSE(FindHttrackNote("<!-- Mirrored from "));
}

TEST_CASE("a mirror is read page by page, whatever its pages are called") {
  const test::TempDir dir;
  const auto root = dir.path() / "crawl";
  const std::string page = "<html><p>Chi bộ họp</p></html>";
  for (const char* name : {"x.example/index.html", "x.example/bai.aspx?id=5",
                           "x.example/tin/bai-1", "x.example/xem.php",
                           "x.example/a.txt?b=c.txt"}) {
    test::WriteFile(root / name, page);
  }
  for (const char* name :
       {"x.example/robots.txt", "x.example/style.css", "x.example/anh.jpg",
        "other/bai-2", "other/xem.php"}) {
    test::WriteFile(root / name, "no page");
  }
  test::WriteFile(root / "other/page.php", page);
  const auto inputs = ListInputs({root.string()});
  REQUIRE(inputs);
  CHECK(inputs->rejected.empty());
  std::vector<std::string> urls;
  for (const InputFile& file : inputs->files) {
    const auto reader = OpenReader(file, {});
    const ReadStep step = reader->Next();
    REQUIRE(std::holds_alternative<Page>(step));
    CHECK(std::get<Page>(step).format == PageFormat::kHtml);
    CHECK(std::get<Page>(step).id == PageId({}, file.url, {}));
    urls.push_back(std::get<Page>(step).url);
  }
  CHECK(urls == std::vector<std::string>{
                    "http://x.example/a.txt?b=c.txt",
                    "http://x.example/bai.aspx?id=5", "http://x.example/",
                    "http://x.example/tin/bai-1", "http://x.example/xem.php"});
}

TEST_CASE("a project of HTTrack tells addresses by its notes alone") {
  const test::TempDir dir;
  const auto root = dir.path() / "site";
  const std::string note =
      "<html><!-- Mirrored from x.example/bai.aspx?id=5 by HTTrack Website "
      "Copier/3.x [XR&CO'2014], Tue, 03 Mar 2020 05:06:07 GMT --><p>họp";
  test::WriteFile(root / "hts-log.txt", "log");
  test::WriteFile(root / "hts-cache/new.txt", "cache");
  test::WriteFile(root / "index.html", "<html>HTTrack's own");
  test::WriteFile(root / "x.example/bai1a2b.html", note);
  test::WriteFile(root / "x.example/khac.html", "<html><p>họp khác");
  const auto inputs = ListInputs({root.string()});
  REQUIRE(inputs);
  REQUIRE(inputs->files.size() == 2);
  const auto read = [&](std::size_t i) {
    const auto reader = OpenReader(inputs->files[i], {});
    return std::get<Page>(reader->Next());
  };
  CHECK(read(0).url == "http://x.example/bai.aspx?id=5");
  CHECK(read(0).stated.fetched_at == "2020-03-03T05:06:07Z");
  CHECK(read(1).url.empty());
}

}  // namespace tracuu
