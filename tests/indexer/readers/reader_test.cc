#include "indexer/readers/reader.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <string>
#include <variant>

#include "common/base/sha256.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/support/temp_dir.h"

namespace tracuu {

using test::Pack;
using test::ReadBytes;
using test::Steps;

TEST_CASE("the id is the record's, the crawl file's or a digest") {
  struct Case {
    const char* record_id;
    const char* url;
    const char* source;
    std::string id;
  };
  const Case cases[] = {
      {"x", "u", "docs/004_6c152188a9fe2f4a.txt", "x"},
      {"", "u", "docs/004_6c152188a9fe2f4a.txt", "6c152188a9fe2f4a"},
      {"", "", "004_6c152188a9fe2f4a.html.gz", "6c152188a9fe2f4a"},
      {"", "", "4_6C152188A9FE2F4A.txt", ""},
      {"", "", "a_6c152188a9fe2f4a.txt", ""},
      {"", "", "_6c152188a9fe2f4a.txt", ""},
      {"", "", "4_6c152188a9fe2f4ab.txt", ""},
      {"", "", "4_6c152188a9fe2f4.txt", ""},
      {"", "https://x.example/", "docs/crawl.jsonl#3",
       Sha256Hex("https://x.example/").substr(0, 16)},
      {"", "", "4_6c152188a9fe2f4a.jsonl#1", ""},
  };
  for (const Case& c : cases) {
    const std::string want =
        c.id.empty() ? Sha256Hex(c.source).substr(0, 16) : c.id;
    CHECK_MESSAGE(PageId(c.record_id, c.url, c.source) == want,
                  std::string(c.source));
  }
}

TEST_CASE("a text or HTML file is one page, packed or not") {
  for (const std::string name : {"a.txt", "a.html", "a.htm"}) {
    const bool html = name != "a.txt";
    for (const std::string packing : {"", ".gz", ".zst", ".GZ", ".ZST"}) {
      const std::string bytes =
          packing.empty() ? "Nội dung" : Pack("Nội dung", packing.size() == 4);
      const Steps steps = ReadBytes(name + packing, bytes);
      CHECK(steps.rejected.empty());
      REQUIRE(steps.pages.size() == 1);
      CHECK(steps.pages[0].content == "Nội dung");
      CHECK(steps.pages[0].source == "docs/" + name + packing);
      CHECK((steps.pages[0].format == PageFormat::kHtml) == html);
    }
  }
}

TEST_CASE("a file that cannot be read as what it says is rejected") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* code;
  };
  const std::string packed = Pack(std::string(200'000, 'a') + "b", false);
  const Case cases[] = {
      {"a.doc", "\xD0\xCF", "unknown-format"},
      {"a.txt.gz", "not packed at all", "bad-archive"},
      {"a.txt.zst", "not packed at all", "bad-archive"},
      {"a.txt.zst", packed, "bad-archive"},
      {"a.txt.gz", packed.substr(0, packed.size() / 2), "bad-archive"},
      {"a.txt.gz", Pack(Pack("abc", false), false), "bad-archive"},
      {"a.txt", std::string(50, '\xFF'), "not-utf8"},
      {"a.html", std::string(50, '\0'), "binary"},
  };
  for (const Case& c : cases) {
    const Steps steps = ReadBytes(c.name, c.bytes);
    CHECK(steps.pages.empty());
    REQUIRE(steps.rejected.size() == 1);
    CHECK_MESSAGE(steps.rejected[0].code == c.code, steps.rejected[0].message);
  }
}

TEST_CASE("a missing file, a folder and a pipe are one rejection each") {
  const test::TempDir dir;
  REQUIRE(::mkfifo((dir.path() / "pipe.txt").c_str(), 0600) == 0);
  std::filesystem::create_directory(dir.path() / "folder.txt");
  for (const std::string name : {"none.txt", "pipe.txt", "folder.txt"}) {
    const auto reader = OpenReader({dir.path() / name, name, 0}, {});
    const ReadStep step = reader->Next();
    REQUIRE(std::holds_alternative<Rejection>(step));
    CHECK(std::get<Rejection>(step).code == "unreadable");
    CHECK(std::holds_alternative<EndOfInput>(reader->Next()));
  }
}

TEST_CASE("pages over the limit are rejected, on the limit they are read") {
  ReadLimits limits;
  limits.max_page_bytes = 1000;
  CHECK(ReadBytes("a.txt", std::string(1000, 'a'), limits).pages.size() == 1);
  const Steps steps = ReadBytes("a.txt", std::string(1001, 'a'), limits);
  REQUIRE(steps.rejected.size() == 1);
  CHECK(steps.rejected[0].code == "too-large");
}

TEST_CASE("an archive bomb is given up early") {
  ReadLimits limits;
  limits.max_page_bytes = std::size_t{1} << 30;
  for (const bool zstd : {false, true}) {
    const std::string bomb = Pack(std::string(64 << 20, '\0'), zstd);
    for (const std::string name : {"a.txt", "a.jsonl"}) {
      const Steps steps =
          ReadBytes(name + (zstd ? ".zst" : ".gz"), bomb, limits);
      CHECK(steps.pages.empty());
      REQUIRE(steps.rejected.size() == 1);
      CHECK(steps.rejected[0].code == "too-large");
    }
  }
}

TEST_CASE("records carry their line; blank lines count and give nothing") {
  const std::string lines =
      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\n"
      "\n"
      "  \r\n"
      "{\"id\":\"b\",\"text\":\"y\"}\r\n"
      "{broken\n"
      "{\"url\":\"https://x.example/\",\"text\":\"z\"}";
  for (const std::string name : {"c.jsonl", "c.jsonl.gz"}) {
    const Steps steps =
        ReadBytes(name, name == "c.jsonl" ? lines : Pack(lines, false));
    REQUIRE(steps.pages.size() == 3);
    CHECK(steps.pages[0].source == "docs/" + name + "#1");
    CHECK(steps.pages[1].source == "docs/" + name + "#4");
    CHECK(steps.pages[1].id == "b");
    CHECK(steps.pages[2].source == "docs/" + name + "#6");
    CHECK(steps.pages[2].id == Sha256Hex("https://x.example/").substr(0, 16));
    REQUIRE(steps.rejected.size() == 1);
    CHECK(steps.rejected[0].source == "docs/" + name + "#5");
    CHECK(steps.rejected[0].code == "bad-json");
    CHECK(steps.rejected[0].offset == lines.find("{broken") + 1);
  }
}

TEST_CASE("an endless line costs one rejection and no memory") {
  ReadLimits limits;
  limits.max_line_bytes = 1 << 20;
  const std::string good = R"({"id":"a","text":"x"})";
  const std::string lines = good + "\n" + std::string(64 << 20, '[') + "\n" +
                            R"({"id":"b","text":"y"})" + "\n";
  const Steps steps = ReadBytes("c.jsonl", lines, limits);
  REQUIRE(steps.pages.size() == 2);
  CHECK(steps.pages[1].source == "docs/c.jsonl#3");
  REQUIRE(steps.rejected.size() == 1);
  CHECK(steps.rejected[0].code == "too-large");
  CHECK(steps.rejected[0].offset == good.size() + 1);
}

TEST_CASE("records before the damage of an archive are read") {
  std::string lines;
  for (int i = 0; i < 20'000; ++i) {
    lines += R"({"id":")" + std::to_string(i) + R"(","text":")" +
             std::to_string(i * 7919) + "\"}\n";
  }
  const std::string packed = Pack(lines, false);
  const Steps steps =
      ReadBytes("c.jsonl.gz", packed.substr(0, packed.size() * 3 / 4));
  CHECK(steps.pages.size() > 1000);
  CHECK(steps.pages.size() < 20'000);
  REQUIRE(steps.rejected.size() == 1);
  CHECK(steps.rejected[0].code == "bad-archive");
}

TEST_CASE("empty files give no page of JSON and one empty page of text") {
  CHECK(ReadBytes("c.jsonl", "").pages.empty());
  CHECK(ReadBytes("c.jsonl", "\n\n").pages.empty());
  CHECK(ReadBytes("c.txt", "").pages.size() == 1);
  CHECK(ReadBytes("c.jsonl.gz", Pack("", false)).rejected.empty());
}

}  // namespace tracuu
