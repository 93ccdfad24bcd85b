#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/docx_text.h"
#include "tests/indexer/readers/support/documents.h"
#include "tests/indexer/readers/support/files.h"

namespace tracuu {

using test::Document;
using test::Docx;
using test::Zip;

namespace {

std::string Code(const test::Steps& steps) {
  return steps.rejected.size() == 1 ? steps.rejected[0].code : "";
}

}  // namespace

TEST_CASE("the paragraphs of a Word document are lines of text") {
  struct Case {
    const char* body;
    const char* text;
  };
  const Case cases[] = {
      {"<w:p><w:r><w:t>Chi bộ</w:t></w:r><w:r><w:t xml:space=\"preserve\"> "
       "họp</w:t></w:r></w:p><w:p/>",
       "Chi bộ họp\n\n"},
      {"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
       "<w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
       "a\tb\nc-d\n"},
      {"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc>"
       "<w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
       "a\nb\n"},
      {"<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r>"
       "<w:t>mới</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
       "</w:p>",
       "mới\n"},
      {"<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>hộp</w:t></w:r></w:p>"
       "</mc:Choice><mc:Fallback><w:p><w:r><w:t>hộp</w:t></w:r></w:p>"
       "</mc:Fallback></mc:AlternateContent>",
       "hộp\n"},
      {"<w:p><w:r><w:t>a &amp; b &#7897; &lt;</w:t></w:r></w:p>",
       "a & b ộ <\n"},
      {"<t xmlns=\"other\">x</t>", ""},
  };
  for (const Case& c : cases) {
    const test::Steps steps = test::ReadBytes("a.docx", Docx(c.body));
    REQUIRE_MESSAGE(steps.pages.size() == 1, c.body);
    CHECK(steps.pages[0].content == c.text);
    CHECK(steps.pages[0].source == "docs/a.docx");
    CHECK(steps.pages[0].format == PageFormat::kText);
  }
}

TEST_CASE("the text does not depend on how the XML is cut") {
  const std::string xml = Document(
      "<w:p><w:r><w:t>Chi bộ thôn Đông &amp; thôn Tây</w:t></w:r></w:p>");
  for (std::size_t step = 1; step < 9; ++step) {
    DocxText text(1000);
    for (std::size_t at = 0; at < xml.size(); at += step) {
      REQUIRE(text.Add(std::string_view(xml).substr(at, step)));
    }
    const auto finished = text.Finish();
    REQUIRE(finished);
    CHECK(*finished == "Chi bộ thôn Đông & thôn Tây\n");
  }
}

TEST_CASE("what is no Word document is rejected") {
  const std::string good = Docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
  struct Case {
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"", "bad-docx"},
      {"no archive", "bad-docx"},
      {"\xD0\xCF\x11\xE0 an old .doc", "bad-docx"},
      {Zip({{"other.xml", "<a/>"}}), "bad-docx"},
      {Zip({{"word/document.xml", "<a>"}}), "bad-docx"},
      {Zip({{"word/document.xml", ""}}), "bad-docx"},
      {good.substr(0, good.size() / 2), "bad-docx"},
  };
  for (const Case& c : cases) {
    const test::Steps steps = test::ReadBytes("a.docx", c.bytes);
    CHECK(steps.pages.empty());
    CHECK_MESSAGE(Code(steps) == c.code, c.bytes.substr(0, 40));
  }
}

TEST_CASE("bombs in a Word document are given up early") {
  ReadLimits limits;
  limits.max_page_bytes = std::size_t{1} << 20;
  std::string attributes = "<w:p";
  for (int i = 0; i < 100'000; ++i) {
    attributes += " a" + std::to_string(i) + "='>'";
  }
  std::string entities = "<!DOCTYPE a [<!ENTITY a0 'aaaaaaaaaa'>";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner +
                inner + inner + inner + inner + inner + inner + "'>";
  }
  struct Case {
    std::string xml;
    const char* code;
  };
  const Case cases[] = {
      {Document("<w:p><w:r><w:t>" + std::string(2 << 20, 'a') +
                "</w:t></w:r></w:p>"),
       "too-large"},
      {Document(std::string(8 << 20, ' ')), "too-large"},
      {Document(attributes + "/>"), "bad-docx"},
      {entities + "]><a>&a9;</a>", "bad-docx"},
      {Document([] {
         std::string deep;
         for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
         return deep;
       }()),
       "bad-docx"},
  };
  for (const Case& c : cases) {
    const test::Steps steps =
        test::ReadBytes("a.docx", Zip({{"word/document.xml", c.xml}}), limits);
    CHECK(steps.pages.empty());
    CHECK_MESSAGE(Code(steps) == c.code, c.xml.substr(0, 300));
  }
}

}  // namespace tracuu
