#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Sources(const InputList& list) {
  std::vector<std::string> names;
  for (const InputFile& file : list.files) names.push_back(file.source);
  return names;
}

std::vector<std::string> Codes(const InputList& list) {
  std::vector<std::string> codes;
  for (const Rejection& r : list.rejected) {
    codes.push_back(r.source + " " + r.code);
  }
  return codes;
}

}  // namespace

TEST_CASE("a folder is walked in byte order under its own name") {
  const test::TempDir dir;
  const fs::path docs = dir.path() / "docs";
  for (const char* name :
       {"b.txt", "B.html", "a/z.txt.gz", "a/y.jsonl.zst", "a-b.htm", "pic.jpg",
        ".hidden.txt", ".git/c.txt", "đ.txt"}) {
    test::WriteFile(docs / name, "x");
  }
  const std::vector<std::string> want = {
      "docs/B.html",     "docs/a-b.htm", "docs/a/y.jsonl.zst",
      "docs/a/z.txt.gz", "docs/b.txt",   "docs/đ.txt"};
  for (const std::string suffix : {"", "/", "/.", "//", "/a/.."}) {
    const auto list = ListInputs({docs.string() + suffix});
    REQUIRE(list);
    CHECK(Sources(*list) == want);
    CHECK(list->rejected.empty());
    CHECK(list->files[0].bytes == 1);
  }
}

TEST_CASE("suffixes count in any case, and what is ignored is counted") {
  const test::TempDir dir;
  const fs::path docs = dir.path() / "docs";
  for (const char* name :
       {"A.HTML", "b.Pdf", "c.jl", "d.jl.gz", "e.jsonlines.ZST", "f.TXT.GZ",
        "g.WARC.GZ", "h.DOCX", "1.jpg", "2.JPG", "3.tar.gz", "4.doc", "no dot",
        "5.much-too-long", "gold.ndjson", ".hidden"}) {
    test::WriteFile(docs / name, "x");
  }
  const auto list = ListInputs({docs.string()});
  REQUIRE(list);
  CHECK(Sources(*list) ==
        std::vector<std::string>{"docs/A.HTML", "docs/b.Pdf", "docs/c.jl",
                                 "docs/d.jl.gz", "docs/e.jsonlines.ZST",
                                 "docs/f.TXT.GZ", "docs/g.WARC.GZ",
                                 "docs/h.DOCX"});
  // .ndjson stands beside articles and says what is right about them.
  CHECK(list->ignored ==
        std::map<std::string, std::uint64_t>{
            {"", 2}, {".doc", 1}, {".jpg", 2}, {".ndjson", 1}, {".tar", 1}});
}

TEST_CASE("the number of kinds that are ignored is bounded") {
  const test::TempDir dir;
  for (int i = 0; i < 150; ++i) {
    test::WriteFile(dir.path() / "docs" / ("a.x" + std::to_string(i)), "x");
  }
  const auto list = ListInputs({(dir.path() / "docs").string()});
  REQUIRE(list);
  CHECK(list->ignored.size() <= 101);
  std::uint64_t all = 0;
  for (const auto& [suffix, count] : list->ignored) all += count;
  CHECK(all == 150);
}

TEST_CASE("the folder of the process goes by its name, not by a dot") {
  const test::TempDir dir;
  test::WriteFile(dir.path() / "docs/a.txt", "x");
  const fs::path before = fs::current_path();
  fs::current_path(dir.path() / "docs");
  const auto list = ListInputs({"."});
  fs::current_path(before);
  REQUIRE(list);
  CHECK(Sources(*list) == std::vector<std::string>{"docs/a.txt"});
}

TEST_CASE("a file is taken as it is, and once however often it is named") {
  const test::TempDir dir;
  const fs::path file = dir.path() / "docs/a.txt";
  test::WriteFile(file, "x");
  const auto list = ListInputs(
      {file.string(), (dir.path() / "docs").string(), file.string()});
  REQUIRE(list);
  CHECK(Sources(*list) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a source that does not exist is an error that names it") {
  const auto list = ListInputs({"/nonexistent/folder"});
  REQUIRE(!list);
  CHECK(list.error().code == ErrorCode::kNotFound);
  CHECK(list.error().message.find("/nonexistent/folder") != std::string::npos);
}

TEST_CASE("what cannot be read is rejected and the rest is listed") {
  const test::TempDir dir;
  const fs::path docs = dir.path() / "docs";
  test::WriteFile(docs / "good.txt", "x");
  test::WriteFile(docs / "line\nfeed.txt", "x");
  test::WriteFile(docs / "broken\xFF.txt", "x");
  test::WriteFile(docs / "sub/in.txt", "x");
  fs::create_symlink("nowhere.txt", docs / "link.txt");
  fs::create_symlink(docs / "good.txt", docs / "other.txt");
  fs::create_directory_symlink(docs, docs / "loop");
  fs::create_directory(docs / "folder.txt");
  REQUIRE(::mkfifo((docs / "pipe.txt").c_str(), 0600) == 0);
  const auto list = ListInputs({docs.string()});
  REQUIRE(list);
  // good.txt and the link to it are one file; which name wins is the file
  // system's order.
  CHECK(list->files.size() == 2);
  CHECK(Codes(*list) ==
        std::vector<std::string>{"docs/broken\\xff.txt bad-name",
                                 "docs/line\\x0a"
                                 "feed.txt bad-name",
                                 "docs/link.txt unreadable",
                                 "docs/pipe.txt unreadable"});
}

}  // namespace tracuu
