#include "indexer/reading/html_prescan.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer/reading/support/pages.h"

namespace tracuu {

using test::Repeat;

TEST_CASE("markup that people write passes the look at the tags") {
  const HtmlLimits limits;
  const std::string good[] = {
      "",
      "plain text < 3 and > 2",
      Repeat("<p>đoạn", 5000),
      Repeat("<ul><li>một<li>hai</ul>", 2000),
      "<table>" + Repeat("<tr><td>a<td>b", 3000) + "</table>",
      Repeat("<div><p><b>đậm</b><br></div>", 3000),
      Repeat("<br><img src=a><hr>", 3000),
      Repeat("<p><b>đậm<p>", 300),
      Repeat("<div>", 500) + Repeat("</div>", 500),
      "<script>" + Repeat("'<div>'", 3000) + "</script>",
      "<!--" + Repeat("<div>", 3000) + "-->",
      "<" + Repeat("a ", 3) + "/><",
      "<a href='<div><div>'>x</a>",
  };
  for (const std::string& html : good) {
    const Status status = PrescanHtml(html, limits);
    CHECK_MESSAGE(status.has_value(), html.substr(0, 60));
  }
}

TEST_CASE("markup that is built to hurt is refused, naming the limit") {
  const HtmlLimits limits;
  struct Case {
    std::string html;
    const char* word;
  };
  const Case cases[] = {
      {Repeat("<div>", 10'000), "nested"},
      {Repeat("<div><span>", 300), "nested"},
      {Repeat("<table><tr><td>", 1000), "nested"},
      {"<p " + Repeat("a=1 ", 1000) + ">", "attributes"},
      {"<p " + Repeat("a", 1) + Repeat(" b", 100'000), "attributes"},
      {Repeat("<p><font size=1>", 3000), "formatting"},
      {Repeat("<font size=1>", 500) + Repeat("<p>a</p>", 1000), "formatting"},
  };
  for (const Case& c : cases) {
    const Status status = PrescanHtml(c.html, limits);
    REQUIRE(!status);
    CHECK(status.error().code == ErrorCode::kTooLarge);
    CHECK_MESSAGE(status.error().message.find(c.word) != std::string::npos,
                  status.error().message);
  }
  HtmlLimits small;
  small.max_html_bytes = 10;
  CHECK(!PrescanHtml("01234567890", small));
}

}  // namespace tracuu
