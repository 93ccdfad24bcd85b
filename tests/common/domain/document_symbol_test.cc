#include "common/domain/document_symbol.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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
      {"15/QĐ-BGD&ĐT", "15/QĐ-BGD&ĐT"},
      {"278/QĐ-BNN-BVTV", "278/QĐ-BNN-BVTV"},
      {"379-QĐ/UBKTTU", "379-QĐ/UBKTTU"},
      {"12-QĐ/QHKT", "12-QĐ/QHKT"},
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

// ASCII and đ, ư: all the letters symbols have.
std::string LowerCase(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= 'A' && text[i] <= 'Z') text[i] += 'a' - 'A';
    if (text.compare(i, 2, "Đ") == 0) text.replace(i, 2, "đ");
    if (text.compare(i, 2, "Ư") == 0) text.replace(i, 2, "ư");
  }
  return text;
}

// Every combination of number, kind, issuer and separators, right and wrong.
std::vector<std::string> ManySymbols() {
  std::vector<std::string> symbols;
  for (const char* number : {"1", "05", "9", "10", "35", "101", "1654"}) {
    for (const char* year : {"", "/2019"}) {
      for (const char* kind : {"NQ", "CT", "QĐ", "QĐi", "KL", "TTLT"}) {
        for (const char* issuer :
             {"TW",       "TƯ",    "T.Ư",   "TU",     "HU",      "ĐUK",
              "ĐUCA",     "BTGTW", "BTCTU", "ThU",    "CP",      "TTg",
              "HĐND",     "UBND",  "BTC",   "BGD&ĐT", "BTC-BNV", "QH15",
              "UBTVQH14", "QHKT",  "VPCP"}) {
          for (const char* separators : {"-/", "/-", "//", "--"}) {
            symbols.push_back(std::string(number) + year + separators[0] +
                              kind + separators[1] + issuer);
          }
        }
      }
    }
  }
  return symbols;
}

TEST_CASE("the analyzer and the domain write every symbol alike") {
  int compared = 0;
  for (const std::string& text : ManySymbols()) {
    const std::vector<Span> spans = Analyze(text).spans;
    if (spans.size() != 1 || spans[0].kind != SpanKind::kDocumentSymbol ||
        spans[0].begin != 0 || spans[0].end != text.size()) {
      continue;
    }
    CAPTURE(text);
    const auto symbol = ParseSymbol(text);
    CHECK(symbol);
    if (!symbol) continue;
    CHECK(LowerCase(FormatSymbol(*symbol)) == spans[0].canonical);
    ++compared;
  }
  CHECK(compared > 2000);
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
