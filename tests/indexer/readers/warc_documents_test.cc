// PDF and Word documents in a WARC.

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/reader.h"
#include "tests/indexer/readers/support/documents.h"
#include "tests/indexer/readers/support/files.h"
#include "tests/indexer/readers/support/warc.h"

namespace tracuu {

using test::Docx;
using test::HasPdftotext;
using test::Http;
using test::Pack;
using test::Pdf;
using test::ReadBytes;
using test::Record;
using test::Steps;
using test::WarcSpec;
using test::Zip;

namespace {

constexpr const char* kDocxType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* kVague = "application/octet-stream";

std::string Under(const std::string& name, const std::string& block) {
  WarcSpec spec;
  spec.url = "http://x.example/" + name;
  spec.block = block;
  return Record(spec);
}

std::string InChunks(const std::string& body) {
  char size[32];
  std::snprintf(size, sizeof size, "%zx\r\n", body.size());
  return size + body + "\r\n0\r\n\r\n";
}

// What a record gives: the page's text without its last line end, a rejection's
// code in brackets, or nothing.
std::string Given(const std::string& record, const ReadLimits& limits = {}) {
  const Steps steps = ReadBytes("c.warc", record, limits);
  if (steps.pages.size() + steps.rejected.size() > 1) return "several";
  if (!steps.rejected.empty()) {
    const Rejection& rejection = steps.rejected[0];
    CHECK(rejection.source == "docs/c.warc@0");
    CHECK_FALSE(rejection.message.empty());
    CHECK_FALSE(rejection.hint.empty());
    return "[" + rejection.code + "]";
  }
  if (steps.pages.empty()) return "";
  const Page& page = steps.pages[0];
  CHECK(page.format == PageFormat::kText);
  CHECK(page.stated.fetched_at == "2024-05-01T10:00:00Z");
  CHECK(page.url.starts_with("http://x.example/"));
  return page.content.substr(0, page.content.find('\n'));
}

}  // namespace

TEST_CASE("a Word document in a WARC is a page, whatever its name") {
  const std::string docx = Docx("<w:p><w:r><w:t>Chi bộ họp</w:t></w:r></w:p>");
  WarcSpec resource;
  resource.type = "resource";
  resource.url = "http://x.example/5";
  resource.fields = std::string("Content-Type: ") + kDocxType + "\r\n";
  resource.block = docx;
  struct Case {
    std::string record;
    const char* text;
  };
  const Case cases[] = {
      {Under("bai.docx", Http(docx, kDocxType)), "Chi bộ họp"},
      {Under("tai.aspx?id=5", Http(docx, kDocxType)), "Chi bộ họp"},
      {Under("a",
             Http(Pack(docx, false), kDocxType, "Content-Encoding: gzip\r\n")),
       "Chi bộ họp"},
      {Record(resource), "Chi bộ họp"},
      // The server says nothing: the bytes and the name do.
      {Under("bai.DOCX?x=1", Http(docx, kVague)), "Chi bộ họp"},
      {Under("bai.docx", Http(docx, "application/msword")), "Chi bộ họp"},
      {Under("bai.docx", Http(docx, "")), "Chi bộ họp"},
      {Under("bai.docx",
             Http(InChunks(docx), kVague, "Transfer-Encoding: chunked\r\n")),
       "Chi bộ họp"},
      {Under("bai.zip", Http(docx, kVague)), ""},
      {Under("bai.docx", Http("no archive", kVague)), ""},
      {Under("bai.doc", Http("\xD0\xCF\x11\xE0", "application/msword")), ""},
      {Under("bai.docx", Http("", kVague)), ""},
      {Under("bai.docx", Http(docx, "image/png")), ""},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(Given(c.record) == c.text, c.record.substr(0, 300));
  }
}

TEST_CASE("a PDF in a WARC is a page, whatever its name") {
  if (!HasPdftotext()) {
    MESSAGE("skipped: no program pdftotext");
    return;
  }
  const std::string pdf = Pdf("Chi bo hop ban");
  struct Case {
    std::string record;
    const char* text;
  };
  const Case cases[] = {
      {Under("tai.aspx?id=5", Http(pdf, "application/pdf; charset=x")),
       "Chi bo hop ban"},
      {Under("a", Http(Pack(pdf, false), "application/pdf",
                       "Content-Encoding: gzip\r\n")),
       "Chi bo hop ban"},
      {Under("a", Http(pdf, kVague)), "Chi bo hop ban"},
      {Under("a", Http(pdf, "")), "Chi bo hop ban"},
      {Under("a",
             Http(InChunks(pdf), kVague, "Transfer-Encoding: chunked\r\n")),
       "Chi bo hop ban"},
      {Under("a.pdf", Http("no PDF", kVague)), ""},
      {Under("a", Http(pdf, "image/png")), ""},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(Given(c.record) == c.text, c.record.substr(0, 300));
  }
}

TEST_CASE("a broken document in a WARC costs itself and says why") {
  const std::string docx = Docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>");
  const auto word = [](const std::string& bytes) {
    return Under("a", Http(bytes, kDocxType));
  };
  ReadLimits limits;
  limits.max_document_bytes = docx.size() - 1;
  CHECK(Given(word(docx), limits) == "[too-large]");
  limits.max_document_bytes = docx.size();
  CHECK(Given(word(docx), limits) == "a");
  limits.max_page_bytes = 1;  // Of its text.
  CHECK(Given(word(docx), limits) == "[too-large]");
  CHECK(Given(word(Pack(docx, false))) == "[bad-docx]");
  CHECK(Given(word("")) == "[bad-docx]");
  CHECK(Given(word("no archive")) == "[bad-docx]");
  CHECK(Given(word(docx.substr(0, docx.size() / 2))) == "[bad-docx]");
  CHECK(Given(word(Zip({{"word/document.xml", "<a>"}}))) == "[bad-docx]");
  if (!HasPdftotext()) {
    MESSAGE("skipped in part: no program pdftotext");
    return;
  }
  const auto pdf = [](const std::string& bytes) {
    return Under("a", Http(bytes, "application/pdf"));
  };
  CHECK(Given(pdf("")) == "[bad-pdf]");
  CHECK(Given(pdf("<html>Not found</html>")) == "[bad-pdf]");
  CHECK(Given(pdf(Pdf(""))) == "[no-text]");
  CHECK(Given(pdf(Pdf("a").substr(0, 60))) == "[bad-pdf]");
}

}  // namespace tracuu
