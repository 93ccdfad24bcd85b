#include "indexer/readers/json_record.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <variant>

namespace tracuu {
namespace {

Page Parsed(std::string_view line) {
  auto result = ParseJsonRecord(line, {});
  if (const auto* rejection = std::get_if<Rejection>(&result)) {
    FAIL(rejection->code << ": " << rejection->message);
  }
  return std::get<Page>(std::move(result));
}

Rejection Rejected(std::string_view line, const ReadLimits& limits = {}) {
  auto result = ParseJsonRecord(line, limits);
  REQUIRE(std::holds_alternative<Rejection>(result));
  return std::get<Rejection>(std::move(result));
}

}  // namespace

TEST_CASE("a record fills the page and what it states") {
  const Page page =
      Parsed(R"({"id":"a1","url":"https://x.example/1","text":"Nội dung.",)"
             R"("title":"Tiêu đề","published":"2021-11-29T11:02:00+07:00",)"
             R"("fetched_at":"2022-01-02","province":"Quảng Trị",)"
             R"("units":["Chi bộ A","Chi bộ B"],"resolution":["35-NQ/TW"],)"
             R"("year":2021,"source":"Sở A","unknown":{"deep":[1,{"id":2}]}})");
  CHECK(page.id == "a1");
  CHECK(page.url == "https://x.example/1");
  CHECK(page.format == PageFormat::kText);
  CHECK(page.content == "Nội dung.");
  CHECK(page.stated.title == "Tiêu đề");
  CHECK(page.stated.published == Date{2021, 11, 29});
  CHECK(page.stated.published_minute == 11 * 60 + 2);
  CHECK(page.stated.fetched_at == "2022-01-02");
  CHECK(page.stated.provinces == std::vector<std::string>{"Quảng Trị"});
  CHECK(page.stated.units == std::vector<std::string>{"Chi bộ A", "Chi bộ B"});
  CHECK(page.stated.resolutions == std::vector<std::string>{"35-NQ/TW"});
  CHECK(page.stated.year == 2021);
  CHECK(page.stated.publisher == "Sở A");
}

TEST_CASE("fields have second names and may be null, numbers or empty") {
  const Page page = Parsed(
      R"({"id":17,"html":"<p>a</p>","text":null,"title":"",)"
      R"("date":"29/11/2021","provinces":["A",null,"B"],"year":"2020"})");
  CHECK(page.id == "17");
  CHECK(page.format == PageFormat::kHtml);
  CHECK(!page.stated.title);
  CHECK(page.stated.published == Date{2021, 11, 29});
  CHECK(page.stated.provinces == std::vector<std::string>{"A", "B"});
  CHECK(page.stated.year == 2020);
}

TEST_CASE("a date that cannot be read is ignored and the article kept") {
  for (const char* date : {"yesterday", "31/02/2021", "", "2021-13-01"}) {
    const Page page = Parsed(R"({"id":"a","text":"b","published":")" +
                             std::string(date) + R"("})");
    CHECK(!page.stated.published);
  }
}

TEST_CASE("a bad record is rejected with a code and a place") {
  struct Case {
    std::string line;
    const char* code;
    std::uint64_t offset;
  };
  const Case cases[] = {
      {R"({"id":"a","text":"b")", "bad-json", 20},
      {R"({"id":"a",,"text":"b"})", "bad-json", 10},
      {"nonsense", "bad-json", 1},
      {R"([{"id":"a","text":"b"}])", "bad-json", 0},
      {R"("text")", "bad-json", 0},
      {"17", "bad-json", 0},
      {R"({"id":"a","text":"b","id":"c"})", "bad-json", 0},
      {R"({"id":"a","text":[["b"]]})", "bad-record", 0},
      {R"({"id":"a","text":{"b":1}})", "bad-record", 0},
      {R"({"id":"a","body":{"b":1}})", "no-text", 0},
      {R"({"id":"a","text":true})", "bad-record", 0},
      {R"({"id":"a","text":7})", "bad-record", 0},
      {R"({"id":{"a":1},"text":"b"})", "bad-record", 0},
      {R"({"id":"a","text":"b","units":[["c"]]})", "bad-record", 0},
      {R"({"id":"a","text":"b","units":{"c":1}})", "bad-record", 0},
      {R"({"id":"a","text":"b","year":"soon"})", "bad-record", 0},
      {R"({"id":"a"})", "no-text", 0},
      {R"({"id":"a","text":""})", "no-text", 0},
      {R"({"text":"b"})", "no-id", 0},
      {"{\"id\":\"a\",\"text\":\"b\xFF\"}", "not-utf8", 19},
      {R"({"id":"a","text":"\ud800"})", "bad-json", 24},
      {std::string("{\"id\":\"a\",\"text\":\"b\"}\0{}", 24), "bad-json", 21},
  };
  for (const Case& c : cases) {
    const Rejection rejection = Rejected(c.line);
    CHECK_MESSAGE(rejection.code == c.code, c.line << " " << rejection.message);
    CHECK_MESSAGE(rejection.offset == c.offset, c.line);
  }
}

TEST_CASE("broken UTF-8 is told wherever it stands, before all else") {
  const std::string places[][2] = {
      {R"({"id":"a","text":"b","x":")", R"("})"},
      {R"({"id":"a","text":"b","x":[{"y":")", R"("}]})"},
      {R"({"id":"a","text":"b",")", R"(":1})"},
      {R"({"id":"a","text":"b"})", ""},
      {std::string("{\"id\":\"a\",\"text\":\"b\"}\0", 22), ""},
      {"", R"({"id":"a","text":"b"})"},
      {R"({"id":"a",)", R"("text":"b"})"},
      {R"({"id":"a","id":"c","text":")", R"("})"},
      {R"({"text":7,"id":")", R"("})"},
  };
  // Overlong, a surrogate, beyond Unicode, cut short, a byte of none.
  for (const std::string bytes :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xE1\xBB", "\x80", "\xFE"}) {
    for (const auto& [before, after] : places) {
      const std::string line = before + bytes + after;
      CAPTURE(line);
      const Rejection rejection = Rejected(line);
      CHECK(rejection.code == "not-utf8");
      CHECK(rejection.offset == before.size());
    }
  }
}

TEST_CASE("records are read as Scrapy writes them") {
  struct Case {
    const char* line;
    const char* content;
    PageFormat format;
  };
  const Case cases[] = {
      {R"({"id":["a","z"],"text":["Một.","Hai."]})", "Một.\nHai.",
       PageFormat::kText},
      {R"({"id":"a","text":["Đảng bộ","xã","Nam Hải họp."]})",
       "Đảng bộ xã\nNam Hải họp.", PageFormat::kText},
      {R"({"id":"a","html":["<p>Một","<p>Hai"]})", "<p>Một<p>Hai",
       PageFormat::kHtml},
      {R"({"id":"a","body":"Một"})", "Một", PageFormat::kText},
      {R"({"id":"a","body":" <p>Một"})", " <p>Một", PageFormat::kHtml},
      {R"({"id":"a","body":"< 5 người"})", "< 5 người", PageFormat::kText},
      {R"({"id":"a","content":"<!DOCTYPE html>Một"})", "<!DOCTYPE html>Một",
       PageFormat::kHtml},
      {R"({"id":"a","content":"Hai","body":null,"text":"Một"})", "Một",
       PageFormat::kText},
      {R"({"id":"a","content":[{"x":1}],"text":"Một"})", "Một",
       PageFormat::kText},
      {R"({"id":"a","text":[],"body":"Hai"})", "Hai", PageFormat::kText},
  };
  for (const Case& c : cases) {
    const auto parsed = ParseJsonRecord(c.line, {});
    REQUIRE_MESSAGE(std::holds_alternative<Page>(parsed), std::string(c.line));
    const Page& page = std::get<Page>(parsed);
    CHECK(page.id == "a");
    CHECK(page.content == c.content);
    CHECK(page.format == c.format);
  }
}

TEST_CASE("the time of fetching has several names and forms") {
  struct Case {
    const char* fields;
    std::optional<std::string> fetched_at;
  };
  const Case cases[] = {
      {R"("fetched_at":"2024-05-01")", "2024-05-01"},
      {R"("timestamp":1714557600)", "2024-05-01T10:00:00Z"},
      {R"("timestamp":1714557600.25)", "2024-05-01T10:00:00Z"},
      {R"("timestamp":["2024-05-01 10:00:00"])", "2024-05-01 10:00:00"},
      {R"("scraped_at":"2024-05-01T10:00:00Z")", "2024-05-01T10:00:00Z"},
      {R"("crawled_at":"1","fetched_at":"2024-05-01")", "2024-05-01"},
      {R"("timestamp":{"$date":1})", std::nullopt},
  };
  for (const Case& c : cases) {
    const auto parsed = ParseJsonRecord(
        R"({"id":"a","text":"b",)" + std::string(c.fields) + "}", {});
    REQUIRE(std::holds_alternative<Page>(parsed));
    CHECK_MESSAGE(std::get<Page>(parsed).stated.fetched_at == c.fetched_at,
                  std::string(c.fields));
  }
}

TEST_CASE("the address of a record is the canonical one") {
  const auto parsed = ParseJsonRecord(
      R"({"url":"HTTPS://X.example:443/a?utm_source=b#c","text":"d"})", {});
  REQUIRE(std::holds_alternative<Page>(parsed));
  CHECK(std::get<Page>(parsed).url == "https://x.example/a");
}

TEST_CASE("nesting, list length and page size are capped") {
  const std::string deep(100, '[');
  CHECK(Rejected(R"({"id":"a","x":)" + deep).code == "bad-json");
  // Ten million brackets must not take ten million levels of anything.
  CHECK(Rejected(R"({"x":)" + std::string(10'000'000, '[')).code == "bad-json");
  std::string list = R"({"id":"a","text":"b","units":["u")";
  for (int i = 0; i < 300; ++i) list += R"(,"u")";
  CHECK(Rejected(list + "]}").code == "bad-record");
  ReadLimits limits;
  limits.max_page_bytes = 3;
  CHECK(Rejected(R"({"id":"a","text":"abcd"})", limits).code == "too-large");
}

}  // namespace tracuu
