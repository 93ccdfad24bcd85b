#include "indexer/reading/capital_font.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "common/text/utf8.h"
#include "indexer/encoding/windows_1252.h"
#include "indexer/readers/decode.h"
#include "indexer/reading/html_extract.h"
#include "tests/indexer/encoding/support/encode.h"
#include "tests/indexer/reading/support/pages.h"

namespace tracuu {
namespace {

using test::MakePage;
using test::MustRead;

constexpr const char* kTitle = "Đảng bộ xã Bình Minh họp bàn kế hoạch quý ba";
constexpr const char* kCapitals =
    "ĐẢNG BỘ XÃ BÌNH MINH HỌP BÀN KẾ HOẠCH QUÝ BA";

// The bytes of a page in TCVN3; its title stands in `element`.
std::string Tcvn3Page(const std::string& element) {
  const std::string html = "<html><body><p><" + element + ">" + kTitle + "</" +
                           element.substr(0, element.find(' ')) + "></p><p>" +
                           test::kSecond + "</p><p>" + test::kThird +
                           "</p></body></html>";
  return test::Encode(test::Carriable(html, LegacyCharset::kTcvn3),
                      LegacyCharset::kTcvn3);
}

// As a reader of files leaves it.
Page FromBytes(const std::string& bytes) {
  Page page = MakePage(PageFormat::kHtml, "");
  auto decoded = DecodeToUtf8(bytes, PageFormat::kHtml);
  REQUIRE(std::holds_alternative<DecodedText>(decoded));
  SetDecoded(std::get<DecodedText>(std::move(decoded)), &page);
  return page;
}

std::string AsEntities(const std::string& bytes) {
  std::string out;
  const std::string text = ReadAsWindows1252(bytes);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    if (point.value < 0x80) {
      out += text[i];
    } else {
      out += "&#" + std::to_string(static_cast<unsigned>(point.value)) + ";";
    }
    i += point.size;
  }
  return out;
}

}  // namespace

TEST_CASE("fonts of capitals are known by their names") {
  for (const char* name : {".VnTimeH", ".VnArialH", ".VnAvantH", ".vntimeh",
                           ".VNTIMEH", ".VnArial NarrowH"}) {
    CHECK_MESSAGE(IsCapitalFont(name), std::string(name));
  }
  for (const char* name : {".VnTime", "VnTimeH", "Arial", "", ".Vn", "H",
                           ".VnEnglisch", "Times New Roman"}) {
    CHECK_FALSE_MESSAGE(IsCapitalFont(name), std::string(name));
  }
}

TEST_CASE("text in a font of capitals is marked, and no other") {
  struct Case {
    const char* html;
    const char* text;
  };
  const Case cases[] = {
      {"<p>a <font face='.VnTimeH'>b c</font> d", "a \vb c \fd"},
      {"<p><font face=\".VnTimeH, Arial\">b</font>", "\vb\f"},
      {"<p style=\"font-family: '.VnTimeH'; color: red\">a<br>b", "\va\nb\f"},
      {"<p style='color:red;FONT-FAMILY :.VnArialH'>a", "\va\f"},
      {"<div style='font-family:.VnTimeH'><p>a <font "
       "face='.VnTime'>b</font></div>",
       "\va \fb"},
      {"<p style='mso-ascii-font-family:.VnTimeH'>a", "a"},
      {"<p style='font-family:.VnTime,.VnTimeH'>a", "a"},
      {"<p style='font-family'>a", "a"},
      {"<p class='.VnTimeH'>a", "a"},
      {"<p>a\vb\fc&#12;d", "a\uFFFDb c d"},
  };
  for (const Case& c : cases) {
    const HtmlPage page = ExtractHtmlPage(c.html);
    REQUIRE_MESSAGE(page.blocks.size() == 1, std::string(c.html));
    CHECK_MESSAGE(page.blocks[0].text == c.text, std::string(c.html));
  }
}

TEST_CASE("marks are taken, whether they are in order or not") {
  struct Case {
    const char* text;
    const char* plain;
    const char* capitals;
  };
  const Case cases[] = {
      {"", "", ""},
      {"a ả", "a ả", "a ả"},
      {"a \vđảng bộ 1\f b", "a đảng bộ 1 b", "a ĐẢNG BỘ 1 b"},
      {"\va\fb\vc\f", "abc", "AbC"},
      {"\va", "a", "A"},
      {"a\fb", "ab", "ab"},
      {"\f\v", "", ""},
      {"\va\vb\fc\f", "abc", "ABc"},
  };
  for (const Case& c : cases) {
    CHECK(TakeCapitalMarks(c.text, false) == c.plain);
    CHECK(TakeCapitalMarks(c.text, true) == c.capitals);
  }
}

TEST_CASE("TCVN3 gets the capitals that only its font drew") {
  HtmlSandbox sandbox;
  for (const char* element :
       {"font face='.VnTimeH'", "span style=\"font-family:.VnTimeH\""}) {
    const std::string bytes = Tcvn3Page(element);
    const std::string as_text = ReadAsWindows1252(bytes);
    const Page pages[] = {FromBytes(bytes),
                          MakePage(PageFormat::kHtml, as_text),
                          MakePage(PageFormat::kHtml, AsEntities(bytes))};
    for (const Page& page : pages) {
      const Article article = MustRead(page, sandbox);
      CHECK(article.repairs == std::vector<std::string>{"tcvn3"});
      CHECK_MESSAGE(article.text.starts_with(kCapitals), article.text);
      CHECK(article.text.find(test::kSecond) != std::string::npos);
      CHECK(article.text.find_first_of("\v\f") == std::string::npos);
    }
  }
  const Article other =
      MustRead(FromBytes(Tcvn3Page("font face='.VnTime'")), sandbox);
  CHECK(other.text.starts_with(kTitle));
}

TEST_CASE("Unicode in a font of capitals stays as it is") {
  HtmlSandbox sandbox;
  const Article article =
      MustRead(MakePage(PageFormat::kHtml,
                        "<p><font face='.VnTimeH'>" + std::string(kTitle) +
                            "</font></p><p>" + test::kSecond + "</p>"),
               sandbox);
  CHECK(article.repairs.empty());
  CHECK(article.text.starts_with(kTitle));
  CHECK(article.text.find_first_of("\v\f") == std::string::npos);
}

}  // namespace tracuu
