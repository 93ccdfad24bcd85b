// Every text of the sample corpus comes back from every encoding, and none
// that is well is changed; nor is any of the real articles, where present.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <variant>

#include "indexer/encoding/doctor.h"
#include "indexer/encoding/windows_1252.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/reader.h"
#include "tests/indexer/encoding/support/encode.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

void CheckDecoded(const std::string& bytes, const std::string& text,
                  std::string_view repair) {
  const auto result = DecodeToUtf8(bytes, PageFormat::kText);
  REQUIRE(std::holds_alternative<DecodedText>(result));
  CHECK(std::get<DecodedText>(result).text == text);
  CHECK(std::get<DecodedText>(result).repair == repair);
}

}  // namespace

TEST_CASE("the whole corpus comes back from each legacy encoding") {
  for (const LegacyCharset charset : kLegacyCharsets) {
    const std::string_view name = CharsetName(charset);
    CAPTURE(name);
    for (const std::string& original : test::CorpusTexts()) {
      const std::string text = test::Carriable(original, charset);
      const std::string bytes = test::Encode(text, charset);
      CheckDecoded(bytes, text, name);
      // The same, once somebody has stored it as UTF-8.
      const std::string stored = ReadAsWindows1252(bytes);
      CheckDecoded(stored, stored, "");
      const Treatment treatment = Diagnose(stored);
      CHECK(treatment.Name() == name);
      CHECK(Treat(stored, treatment) == text);
    }
  }
}

TEST_CASE("the whole corpus comes back from UTF-16") {
  for (const std::string& text : test::CorpusTexts()) {
    CheckDecoded("\xFF\xFE" + test::Utf16(text, true), text, "");
    CheckDecoded("\xFE\xFF" + test::Utf16(text, false), text, "");
    CheckDecoded(test::Utf16(text, true), text, "utf-16");
    CheckDecoded(test::Utf16(text, false), text, "utf-16");
  }
}

TEST_CASE("the whole corpus comes back from UTF-8 read as windows-1252") {
  for (const std::string& text : test::CorpusTexts()) {
    std::string ill = text;
    for (int rounds = 1; rounds <= 3; ++rounds) {
      ill = ReadAsWindows1252(ill);
      const Treatment treatment = Diagnose(ill);
      CHECK(treatment.utf8_rounds == rounds);
      CHECK_FALSE(treatment.legacy);
      CHECK(Treat(ill, treatment) == text);
    }
  }
}

TEST_CASE("the corpus is well") {
  for (const std::string& text : test::CorpusTexts()) {
    CHECK(Diagnose(text).is_none());
    CheckDecoded(text, text, "");
  }
}

TEST_CASE("no real article is changed") {
  const auto bulk = test::SharedDir() / "real/bulk.jsonl.gz";
  if (!std::filesystem::exists(bulk)) {
    MESSAGE("skipped: no real articles beside the project");
    return;
  }
  const auto reader = OpenReader({bulk, "bulk.jsonl.gz", 0}, {});
  std::size_t articles = 0;
  for (;;) {
    const ReadStep step = reader->Next();
    if (std::holds_alternative<EndOfInput>(step)) break;
    const auto* page = std::get_if<Page>(&step);
    if (page == nullptr) continue;
    ++articles;
    const Treatment treatment = Diagnose(page->content);
    CHECK_MESSAGE(treatment.is_none(), page->id, " ", treatment.Name());
  }
  CHECK(articles > 10'000);
}

}  // namespace tracuu
