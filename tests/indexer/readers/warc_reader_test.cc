#include "indexer/readers/warc_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/sha256.h"
#include "indexer/readers/reader.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/indexer/readers/support/warc.h"

namespace tracuu {

using test::Http;
using test::Pack;
using test::ReadBytes;
using test::Record;
using test::Response;
using test::Steps;
using test::WarcSpec;

namespace {

std::string Info() {
  WarcSpec spec;
  spec.type = "warcinfo";
  spec.block = "software: a crawler\r\n";
  return Record(spec);
}

// The record of `block` under http://x.example/NAME.
std::string Under(const std::string& name, const std::string& block,
                  const std::string& type = "response") {
  WarcSpec spec;
  spec.type = type;
  spec.url = "http://x.example/" + name;
  spec.block = block;
  return Record(spec);
}

std::vector<std::string> Contents(const Steps& steps) {
  std::vector<std::string> contents;
  for (const Page& page : steps.pages) contents.push_back(page.content);
  return contents;
}

std::vector<std::string> Codes(const Steps& steps) {
  std::vector<std::string> codes;
  for (const Rejection& rejection : steps.rejected) {
    codes.push_back(rejection.code);
  }
  return codes;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each record of a page is a page, named by its place in the file") {
  const Strings records = {Info(), Response("http://x.example/a", "<p>một"),
                           Response("http://x.example/b", "<p>hai")};
  const std::string all = records[0] + records[1] + records[2];
  const std::string first = std::to_string(records[0].size());
  const std::string second =
      std::to_string(records[0].size() + records[1].size());
  std::string members;
  Strings offsets;
  for (const std::string& record : records) {
    offsets.push_back(std::to_string(members.size()));
    members += Pack(record, false);
  }
  struct Case {
    const char* name;
    std::string bytes;
    std::string sources[2];
  };
  const Case cases[] = {
      {"c.warc", all, {first, second}},
      {"c.warc.gz", members, {offsets[1], offsets[2]}},
      {"c.warc.gz", Pack(all, false), {"0+" + first, "0+" + second}},
      {"c.warc.zst", Pack(all, true), {"0+" + first, "0+" + second}},
  };
  for (const Case& c : cases) {
    const Steps steps = ReadBytes(c.name, c.bytes);
    CHECK(Codes(steps) == Strings{});
    REQUIRE(Contents(steps) == Strings{"<p>một", "<p>hai"});
    for (std::size_t i = 0; i < 2; ++i) {
      const Page& page = steps.pages[i];
      CHECK(page.source == "docs/" + std::string(c.name) + "@" + c.sources[i]);
      CHECK(page.url == (i == 0 ? "http://x.example/a" : "http://x.example/b"));
      CHECK(page.id == Sha256Hex(page.url).substr(0, 16));
      CHECK(page.format == PageFormat::kHtml);
      CHECK(page.stated.fetched_at == "2024-05-01T10:00:00Z");
    }
  }
}

TEST_CASE("responses, resources and conversions hold pages") {
  struct Case {
    std::string record;
    Strings contents;
  };
  WarcSpec angle;
  angle.url = "<HTTP://X.example:80/a#b>";
  angle.block = Http("một");
  WarcSpec resource;
  resource.type = "resource";
  resource.url = "https://x.example/a";
  resource.block = "một";
  WarcSpec html = resource;
  html.fields = "Content-Type: text/html; charset=utf-8\r\n";
  WarcSpec text = resource;
  text.type = "conversion";
  text.fields = "content-type:text/plain\r\n";
  WarcSpec picture = resource;
  picture.fields = "Content-Type: image/png\r\n";
  WarcSpec log = html;
  log.url = "metadata://gnu.org/software/wget/warc/wget.log";
  WarcSpec cut;
  cut.url = "http://x.example/a";
  cut.block = Http("một");
  cut.fields = "WARC-Truncated: length\r\n";
  const Case cases[] = {
      {Record(angle), {"một"}},
      {Record(html), {"một"}},
      {Record(text), {"một"}},
      {Record(cut), {"một"}},
      {Record(resource), {}},
      {Record(picture), {}},
      {Record(log), {}},
      {Under("a", Http("một", "text/plain")), {"một"}},
      {Under("a", Http("một", "application/xhtml+xml")), {"một"}},
      {Under("a", Http("<!DOCTYPE HTML>một", "")), {"<!DOCTYPE HTML>một"}},
      {Under("a", Http("một", "")), {}},
      {Under("a", Http("một", "image/jpeg")), {}},
      {Under("robots.txt", Http("một", "text/plain")), {}},
      {Under("a", "HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\nmột"), {}},
      {Under("a", "HTTP/1.1 404 Not Found\r\n\r\nmột"), {}},
      {Under("a", "GET / HTTP/1.1\r\n\r\n", "request"), {}},
      {Under("a", "HTTP/1.1 200 OK\r\n\r\n", "revisit"), {}},
      {Under("a", "fetchTimeMs: 5\r\n", "metadata"), {}},
      {Under("a", Http(Pack("một", false), "text/html",
                       "Content-Encoding: gzip\r\nContent-Length: 9\r\n")),
       {"một"}},
  };
  for (const Case& c : cases) {
    const Steps steps = ReadBytes("c.warc", c.record);
    CHECK_MESSAGE(Contents(steps) == c.contents, c.record);
    CHECK(Codes(steps) == Strings{});
  }
  CHECK(ReadBytes("c.warc", Record(angle)).pages.at(0).url ==
        "http://x.example/a");
}

TEST_CASE("a length that lies costs its own record and no other") {
  const std::string good = Response("http://x.example/good", "tốt");
  for (const long long length : {0LL, 3LL, 40LL, 200LL, 300LL, 1'000'000LL,
                                 9'000'000'000'000'000'000LL}) {
    WarcSpec liar;
    liar.url = "http://x.example/liar";
    liar.block = Http("nói dối");
    liar.length = length;
    const std::string bad = Record(liar);
    const std::string plain = good + bad + good + good;
    const std::string members = Pack(good, false) + Pack(bad, false) +
                                Pack(good, false) + Pack(good, false);
    CAPTURE(length);
    for (const auto& [name, bytes, offset] :
         {std::tuple("c.warc", plain, good.size()),
          std::tuple("c.warc.gz", members, Pack(good, false).size()),
          std::tuple("c.warc.gz", Pack(plain, false), std::size_t{0}),
          std::tuple("c.warc.zst", Pack(plain, true), std::size_t{0})}) {
      const Steps steps = ReadBytes(name, bytes);
      CHECK(Contents(steps) == Strings{"tốt", "tốt", "tốt"});
      REQUIRE(steps.rejected.size() == 1);
      CHECK((steps.rejected[0].code == "bad-warc" ||
             steps.rejected[0].code == "truncated"));
      CHECK(steps.rejected[0].offset == offset);
      CHECK(steps.rejected[0].source.find('@') != std::string::npos);
    }
  }
}

TEST_CASE("damage costs the records it lies in") {
  const std::string good = Response("http://x.example/good", "tốt");
  const std::string endless = "WARC/1.0\r\n" + std::string(100'000, 'a');
  struct Case {
    std::string bytes;
    Strings contents;
    Strings codes;
  };
  const Case cases[] = {
      {"", {}, {}},
      {"\r\n\r\n", {}, {}},
      {good + "\r\n\r\n\r\n" + good, {"tốt", "tốt"}, {}},
      {"rubbish\n" + good, {"tốt"}, {"bad-warc"}},
      {good + "rubbish\n" + good, {"tốt"}, {"bad-warc"}},
      {"WARC/1.0\r\nWARC-Type: x\r\n\r\n" + good, {"tốt"}, {"bad-warc"}},
      {"WARC/1.0\r\nContent-Length: -5\r\n\r\n" + good, {"tốt"}, {"bad-warc"}},
      {endless + "\r\n" + good, {"tốt"}, {"bad-warc"}},
      {endless, {}, {"bad-warc"}},
      {good + good.substr(0, 100), {"tốt"}, {"bad-warc"}},
      {good + good.substr(0, good.size() - 6), {"tốt"}, {"truncated"}},
      {good + good.substr(0, good.size() - 4), {"tốt", "tốt"}, {}},
      {Under("a", "no HTTP at all") + good, {"tốt"}, {"bad-http"}},
      {Under("a", Http("a", "text/html", "Content-Encoding: lzma\r\n")) + good,
       {"tốt"},
       {"bad-http"}},
      {Under("a", Http(std::string(99, '\xFF'), "text/plain")) + good,
       {"tốt"},
       {"not-utf8"}},
      {"not a WARC", {}, {"bad-warc"}},
  };
  for (const Case& c : cases) {
    const Steps steps = ReadBytes("c.warc", c.bytes);
    CHECK_MESSAGE(Contents(steps) == c.contents, c.bytes.substr(0, 200));
    // "rubbish" behind a record makes that record's length a lie as well.
    CHECK_MESSAGE(Codes(steps) == c.codes, c.bytes.substr(0, 200));
  }
}

TEST_CASE("a damaged gzip member costs itself, a cut file its last record") {
  const std::string good = Pack(Response("http://x.example/a", "tốt"), false);
  std::string damaged = good;
  damaged[damaged.size() / 2] ^= 0x55;
  std::string wrong_sum = good;
  wrong_sum[wrong_sum.size() - 6] ^= 0x55;
  const Strings three = {"tốt", "tốt"};
  for (const std::string& bad : {damaged, wrong_sum}) {
    const Steps steps = ReadBytes("c.warc.gz", good + bad + good);
    CHECK(Contents(steps) == three);
    REQUIRE(steps.rejected.size() == 1);
    CHECK(steps.rejected[0].code == "bad-archive");
    CHECK(steps.rejected[0].offset == good.size());
  }
  const Steps cut =
      ReadBytes("c.warc.gz", good + good + good.substr(0, good.size() / 2));
  CHECK(Contents(cut) == three);
  REQUIRE(cut.rejected.size() == 1);
  CHECK(cut.rejected[0].code == "bad-archive");
  CHECK(cut.rejected[0].offset == 2 * good.size());
  // Zeros behind the last member, as a file system leaves after a crash.
  const Steps padded = ReadBytes("c.warc.gz", good + std::string(5000, '\0'));
  CHECK(Contents(padded) == Strings{"tốt"});
  CHECK(Codes(padded) == Strings{});
  CHECK(Codes(ReadBytes("c.warc.gz", "not packed")) == Strings{"bad-archive"});
  CHECK(Codes(ReadBytes("c.warc.gz", "")) == Strings{});
}

TEST_CASE("large records and bombs are passed over without being held") {
  const std::string good = Response("http://x.example/good", "tốt");
  ReadLimits limits;
  limits.max_page_bytes = 1 << 20;
  const std::string big =
      Under("big", Http(std::string(std::size_t{64} << 20, 'a')));
  const std::string film =
      Under("film", Http(std::string(std::size_t{64} << 20, 'a'), "video/mp4"));
  const Steps plain = ReadBytes("c.warc", good + big + film + good, limits);
  CHECK(Contents(plain) == Strings{"tốt", "tốt"});
  CHECK(Codes(plain) == Strings{"too-large"});
  CHECK(plain.rejected.at(0).offset == good.size());
  // 64 MB of one letter inflate a thousandfold: a bomb whatever its type.
  const Steps packed = ReadBytes(
      "c.warc.gz", Pack(good, false) + Pack(film, false) + Pack(good, false),
      limits);
  CHECK(Contents(packed) == Strings{"tốt", "tốt"});
  CHECK(Codes(packed) == Strings{"too-large"});
  CHECK(packed.rejected.at(0).offset == Pack(good, false).size());
  const std::string body_bomb =
      Under("bomb", Http(Pack(std::string(64 << 20, '\0'), false), "text/html",
                         "Content-Encoding: gzip\r\n"));
  const Steps bomb = ReadBytes("c.warc", good + body_bomb + good, limits);
  CHECK(Contents(bomb) == Strings{"tốt", "tốt"});
  CHECK(Codes(bomb) == Strings{"too-large"});
}

}  // namespace tracuu
