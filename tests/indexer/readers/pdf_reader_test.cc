#include "indexer/readers/pdf_reader.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/readers/child_process.h"
#include "tests/indexer/readers/support/files.h"

namespace tracuu {
namespace {

bool HasPdftotext() { return std::system("pdftotext -v >/dev/null 2>&1") == 0; }

// A PDF of one page that shows `text`, with more entries in its trailer.
std::string Pdf(const std::string& text, const std::string& trailer = "") {
  const std::string content =
      text.empty() ? "" : "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
      "/Resources<</Font<</F1 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content +
          "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  };
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer<</Size 6/Root 1 0 R" + trailer +
         ">>\nstartxref\n" + start + "\n%%EOF\n";
}

Result<ChildOutput> Run(const std::string& command, const ChildLimits& limits) {
  const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  auto result = RunLimited(command, null, limits);
  ::close(null);
  return result;
}

}  // namespace

TEST_CASE("a program runs within its limits and is gone afterwards") {
  ChildLimits limits;
  limits.max_time = std::chrono::seconds(2);
  limits.max_output_bytes = 1000;
  const auto done = Run("sh -c 'printf out; printf err >&2; exit 3'", limits);
  REQUIRE(done);
  CHECK(done->output == "out");
  CHECK(done->errors == "err");
  CHECK(done->exit_code == 3);
  const auto missing = Run("tracuu-no-such-program", limits);
  REQUIRE(missing);
  CHECK(missing->exit_code == 127);
  for (const char* command :
       {"sleep 60", "yes", "sh -c 'sleep 60 & sleep 60'"}) {
    const auto start = std::chrono::steady_clock::now();
    const auto failed = Run(command, limits);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::kTooLarge);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

TEST_CASE("the lines of a paragraph in a PDF are joined") {
  CHECK(
      JoinPdfLines("CHI BỘ THÔN ĐÔNG\n\nNgày 12/3 chi bộ họp bàn về việc học\n"
                   "tập và làm theo Bác, thống nhất nhiều việc.\nĐồng chí bí "
                   "thư kết luận hội nghị tại đây.\n") ==
      "CHI BỘ THÔN ĐÔNG\n\nNgày 12/3 chi bộ họp bàn về việc học tập và làm "
      "theo Bác, thống nhất nhiều việc.\nĐồng chí bí thư kết luận hội nghị tại "
      "đây.\n");
  CHECK(JoinPdfLines("").empty());
  CHECK(JoinPdfLines("a\r\nB\n") == "a B\n");
}

TEST_CASE("the text layer of a PDF is read") {
  if (!HasPdftotext()) {
    MESSAGE("skipped: no program pdftotext");
    return;
  }
  const test::Steps steps = test::ReadBytes("a.pdf", Pdf("Chi bo hop ban"));
  REQUIRE(steps.pages.size() == 1);
  CHECK(steps.pages[0].content.find("Chi bo hop ban") != std::string::npos);
  CHECK(steps.pages[0].source == "docs/a.pdf");
}

TEST_CASE("a PDF that cannot be read is rejected with a reason") {
  if (!HasPdftotext()) {
    MESSAGE("skipped: no program pdftotext");
    return;
  }
  const std::string key(32, 'x');
  const std::string locked = "/Encrypt<</Filter/Standard/V 1/R 2/O(" + key +
                             ")/U(" + key + ")/P -4>>/ID[(" + key + ")(" + key +
                             ")]";
  struct Case {
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"", "bad-pdf"},
      {"no PDF at all", "bad-pdf"},
      {Pdf(""), "no-text"},
      {Pdf("secret", locked), "encrypted"},
  };
  for (const Case& c : cases) {
    const test::Steps steps = test::ReadBytes("a.pdf", c.bytes);
    CHECK(steps.pages.empty());
    REQUIRE(steps.rejected.size() == 1);
    CHECK_MESSAGE(steps.rejected[0].code == c.code, steps.rejected[0].message);
    CHECK_FALSE(steps.rejected[0].hint.empty());
  }
}

}  // namespace tracuu
