#include "server/search/document_facts.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("server/search/document_facts");

TEST_CASE("a value of the facet tells what kind of document it is") {
  struct Case {
    const char* value;
    DocumentType type;
    const char* symbol;
    int year;
    const char* kind;
    const char* issuer;
    const char* term;
  };
  static const Case kCases[] = {
      {"35-NQ/TW:2018", DocumentType::kDocument, "35-NQ/TW", 2018, "NQ",
       "Bộ Chính trị", "XII"},
      {"NQĐH-XIII", DocumentType::kCongress, "", 2021, "NQĐH", "Đại hội XIII",
       "XIII"},
      {"NQĐH-V", DocumentType::kCongress, "", 0, "NQĐH", "", "V"},
      {"35-CT/TW", DocumentType::kSymbol, "35-CT/TW", 0, "CT", "Trung ương",
       ""},
      {"05-NQ/TU", DocumentType::kSymbol, "05-NQ/TU", 0, "NQ",
       "Tỉnh ủy hoặc thành ủy trực thuộc Trung ương", ""},
      {"99-NQ/TW:2012", DocumentType::kDocument, "99-NQ/TW", 2012, "NQ",
       "Trung ương", ""},
      {"202/2025/QH15", DocumentType::kDocument, "202/2025/QH15", 2025, "",
       "Quốc hội khóa XV", ""},
      {"02/NQ-CP", DocumentType::kSymbol, "02/NQ-CP", 0, "NQ", "Chính phủ", ""},
      {"NQTW4-V", DocumentType::kPlenum, "", 0, "NQ", "Trung ương", "V"},
      {"NQTW-V", DocumentType::kOther, "", 0, "", "", ""},
      {"một văn bản nào đó", DocumentType::kOther, "", 0, "", "", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.value);
    const DocumentFacts facts = DescribeDocument(c.value);
    CHECK(facts.id == c.value);
    CHECK(DocumentTypeName(facts.type) ==
          std::string(DocumentTypeName(c.type)));
    CHECK(facts.symbol == c.symbol);
    CHECK(facts.year == c.year);
    CHECK(facts.kind == c.kind);
    CHECK(facts.issuer == c.issuer);
    CHECK(facts.term == c.term);
  }
}

TEST_CASE("a known document brings its row, an unknown one nothing made up") {
  const DocumentFacts known = DescribeDocument("35-NQ/TW:2018");
  REQUIRE(known.known != nullptr);
  CHECK(FormatIso(known.date) == "2018-10-22");
  CHECK(known.kind_name == "Nghị quyết");
  CHECK_FALSE(known.title.empty());
  const DocumentFacts unknown = DescribeDocument("99-NQ/TW:2012");
  CHECK(unknown.known == nullptr);
  CHECK(unknown.date.year == 0);
  CHECK(unknown.title.empty());
  CHECK(unknown.plenum == 0);
}

TEST_CASE("the documents of a plenum are all of them, oldest first") {
  const auto documents = DocumentsOfPlenum(6, "XII");
  CHECK(documents.size() >= 2);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CHECK(documents[i]->plenum == 6);
    CHECK(documents[i]->term == "XII");
    if (i > 0) CHECK_FALSE(documents[i]->date < documents[i - 1]->date);
  }
  CHECK(DocumentsOfPlenum(0, "XII").empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
