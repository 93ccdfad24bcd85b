#include "common/domain/document_symbol.h"

#include <doctest/doctest.h>

#include <string>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/document_symbol");

TEST_CASE("variants of a symbol are read as the printed form") {
  struct Case {
    const char* text;
    const char* symbol;
  };
  static constexpr Case kCases[] = {
      {"35-NQ/TW", "35-NQ/TW"},
      {"35 - NQ/TW", "35-NQ/TW"},
      {"35 – NQ / TW", "35-NQ/TW"},
      {"35/NQ-TW", "35-NQ/TW"},
      {"35-NQ/T.Ư", "35-NQ/TW"},
      {"35-NQ/TƯ", "35-NQ/TW"},
      {"35-nq/tw", "35-NQ/TW"},
      {"NQ35-NQ/TW", "35-NQ/TW"},
      {"Số: 35-NQ/TW", "35-NQ/TW"},
      {"35-NQ/TU", "35-NQ/TU"},
      {"5-CT/TW", "05-CT/TW"},
      {"217 QĐ/TW", "217-QĐ/TW"},
      {"41/QĐ/TW", "41-QĐ/TW"},
      {"08-qđi/tw", "08-QĐi/TW"},
      {"12-TB/HU", "12-TB/HU"},
      {"03-HD/BTGTW", "03-HD/BTGTW"},
      {"03-HD/BTGTƯ", "03-HD/BTGTW"},
      {"18/NQ-CP", "18/NQ-CP"},
      {"18/nq-cp", "18/NQ-CP"},
      {"800/QĐ-TTg", "800/QĐ-TTg"},
      {"1654/NQ-UBTVQH15", "1654/NQ-UBTVQH15"},
      {"202/2025/QH15", "202/2025/QH15"},
      {"46/2019/TT-BTC", "46/2019/TT-BTC"},
      {"19-2018/NQ-CP", "19/2018/NQ-CP"},
      {"653/2019-UBTVQH14", "653/2019/UBTVQH14"},
      {"11/2006/NQ-HĐND", "11/2006/NQ-HĐND"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const auto symbol = ParseSymbol(c.text);
    REQUIRE(symbol);
    CHECK(FormatSymbol(*symbol) == c.symbol);
    CHECK(ParseSymbol(FormatSymbol(*symbol)) == symbol);
  }
}

TEST_CASE("what is no symbol is refused") {
  for (const char* text :
       {"", "35", "NQ/TW", "22/10/2018", "35-NQ", "-NQ/TW", "35-NQ/TW và",
        "0-NQ/TW", "abc", "35-XY/ZZ\xff", "24/7", "5/2018", "18, 19-NQ/TW"}) {
    CAPTURE(text);
    CHECK_FALSE(ParseSymbol(text));
  }
}

TEST_CASE("every symbol span of the analyzer is a symbol") {
  const std::string text =
      "Nghị quyết số 35-NQ/TW, 05-CT/TW, 18/NQ-CP, 202/2025/QH15, 12-TB/HU, "
      "5-CT/TW, 217/QĐ-TW, 08-QĐi/TW, 46/2019/TT-BTC, 35-NQ/T.Ư, 02/NQ-CP.";
  for (const Span& span : Analyze(text).spans) {
    if (span.kind != SpanKind::kDocumentSymbol) continue;
    CAPTURE(span.canonical);
    CHECK(ParseSymbol(span.canonical));
    CHECK(ParseSymbol(text.substr(span.begin, span.end - span.begin)));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
