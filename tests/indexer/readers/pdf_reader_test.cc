#include "indexer/readers/pdf_reader.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "indexer/readers/child_process.h"
#include "tests/indexer/readers/support/documents.h"
#include "tests/indexer/readers/support/files.h"

namespace tracuu {

using test::HasPdftotext;
using test::Pdf;

namespace {

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
