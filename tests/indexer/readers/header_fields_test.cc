#include "indexer/readers/header_fields.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_CASE("fields are read whatever the ends and folds of their lines") {
  const auto fields = ParseHeaderFields(
      "Content-Type:text/html\r\nX-Long: one\r\n  two\nbroken line\n"
      "EMPTY:\r\n\r\nBehind: the head\r\n");
  REQUIRE(fields.size() == 3);
  CHECK(FieldValue(fields, "content-type") == "text/html");
  CHECK(FieldValue(fields, "x-long") == "one two");
  CHECK(FieldValue(fields, "empty").empty());
  CHECK(FieldValue(fields, "behind").empty());
}

TEST_CASE("a head ends with its first empty line") {
  CHECK(HeadSize("A: b\r\n\r\nbody") == 8);
  CHECK(HeadSize("A: b\n\nbody") == 6);
  CHECK(HeadSize("A: b\n\r\nbody") == 7);
  CHECK_FALSE(HeadSize("A: b\r\n"));
  CHECK_FALSE(HeadSize(""));
}

TEST_CASE("media types are read with their charset") {
  struct Case {
    const char* value;
    const char* type;
    const char* charset;
  };
  const Case cases[] = {
      {"text/html", "text/html", ""},
      {"Text/HTML; Charset=UTF-8", "text/html", "utf-8"},
      {"text/html;charset=\"windows-1258\"; x=y", "text/html", "windows-1258"},
      {"text/html; charset='utf-8'", "text/html", "utf-8"},
      {"text/html; charset=", "text/html", ""},
      {"text/html, text/plain", "text/html", ""},
      {"", "", ""},
  };
  for (const Case& c : cases) {
    CHECK(ParseMediaType(c.value).type == c.type);
    CHECK(ParseMediaType(c.value).charset == c.charset);
  }
}

TEST_CASE("the head of a response says how its body is packed") {
  const std::string text =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
      "Content-Encoding: identity, GZIP\r\nTransfer-Encoding: chunked\r\n\r\n";
  const auto head = ParseHttpHead(text + "body");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->size == text.size());
  CHECK(head->media.charset == "utf-8");
  CHECK(head->content_codings == std::vector<std::string>{"gzip"});
  CHECK(head->transfer_codings == std::vector<std::string>{"chunked"});
}

TEST_CASE("what is no response has no head") {
  for (const char* bytes :
       {"", "HTTP/1.1 200 OK\r\n", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 2x0\r\n\r\n", "HTTP/1.1 20\r\n\r\n", "<html>\n\n"}) {
    CHECK_FALSE(ParseHttpHead(bytes));
  }
  CHECK(ParseHttpHead("HTTP/2 404\n\n")->status == 404);
}

}  // namespace tracuu
