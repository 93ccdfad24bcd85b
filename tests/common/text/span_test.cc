#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

std::vector<std::string> Spans(const std::string& text, SpanKind kind) {
  std::vector<std::string> found;
  for (const Span& span : Analyze(text).spans) {
    if (span.kind == kind) found.push_back(span.canonical);
  }
  return found;
}

// The canonical forms of the symbols in `text`, joined by spaces.
std::string Symbols(const std::string& text) {
  std::string joined;
  for (const auto& s : Spans(text, SpanKind::kDocumentSymbol)) {
    joined += joined.empty() ? s : " " + s;
  }
  return joined;
}

std::string Dates(const std::string& text) {
  std::string joined;
  for (const auto& s : Spans(text, SpanKind::kDate)) {
    joined += joined.empty() ? s : " " + s;
  }
  return joined;
}

struct Case {
  const char* text;
  const char* canonical;
};

}  // namespace

TEST_SUITE_BEGIN("common/text/spans");

TEST_CASE("party symbols are found in every way of writing them") {
  static constexpr Case kCases[] = {
      {"35-NQ/TW", "35-nq/tw"},
      {"35 - NQ/TW", "35-nq/tw"},
      {"35 – NQ / TW", "35-nq/tw"},
      {"35\u2011NQ/TW", "35-nq/tw"},
      {"35\u00A0-\u00A0NQ/TW", "35-nq/tw"},
      {"35/NQ-TW", "35-nq/tw"},
      {"35-NQ/TƯ", "35-nq/tw"},
      {"35-NQ/T.Ư", "35-nq/tw"},
      {"35-NQ/Tw", "35-nq/tw"},
      {"35-nq/tw", "35-nq/tw"},
      {"35-nq/tư", "35-nq/tw"},
      {"35 nq tw", "35-nq/tw"},
      {"35 NQ TƯ", "35-nq/tw"},
      {"35-\nNQ/TW", "35-nq/tw"},
      {"35-NQ/\n TW", "35-nq/tw"},
      {"NQ35-NQ/TW", "35-nq/tw"},
      {"35NQ/TW", "35-nq/tw"},
      {"217 QĐ/TW", "217-qđ/tw"},
      {"217/QĐ-TW", "217-qđ/tw"},
      {"41/QĐ/TW", "41-qđ/tw"},
      {"37-QD/TW", "37-qđ/tw"},
      {"37-Q\u00D0/TW", "37-qđ/tw"},
      {"08-QĐi/TW", "08-qđi/tw"},
      {"5-CT/TW", "05-ct/tw"},
      {"005-CT/TW", "05-ct/tw"},
      {"35-NQ/TU", "35-nq/tu"},
      {"35 - nq / tu", "35-nq/tu"},
      {"12-TB/HU", "12-tb/hu"},
      {"05-HD/BTCTW", "05-hd/btctw"},
      {"05-HD/BTGTƯ", "05-hd/btgtw"},
      {"12-KH/ĐTN", "12-kh/đtn"},
      {"\uFF13\uFF15\uFF0DNQ\uFF0FTW", "35-nq/tw"},
      {"3\u200B5-NQ\u00AD/TW", "35-nq/tw"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Symbols(c.text) == c.canonical);
    CHECK(Symbols(RepairUnicode(c.text)) == c.canonical);
  }
}

TEST_CASE("state symbols and laws keep their own order") {
  static constexpr Case kCases[] = {
      {"18/NQ-CP", "18/nq-cp"},
      {"18-NQ/CP", "18/nq-cp"},
      {"01/NQ-CP", "01/nq-cp"},
      {"1/NQ-CP", "01/nq-cp"},
      {"1654/NQ-UBTVQH15", "1654/nq-ubtvqh15"},
      {"800/QĐ-TTg", "800/qđ-ttg"},
      {"12/QĐ-UBND", "12/qđ-ubnd"},
      {"15/QĐ-BGD&ĐT", "15/qđ-bgd&đt"},
      {"202/2025/QH15", "202/2025/qh15"},
      {"46/2019/TT-BTC", "46/2019/tt-btc"},
      {"30 / 2020 / NĐ - CP", "30/2020/nđ-cp"},
      {"01/2016/TTLT-BTC-BNV", "01/2016/ttlt-btc-bnv"},
      {"35/2021/QH15", "35/2021/qh15"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Symbols(c.text) == c.canonical);
    CHECK(Dates(c.text).empty());
  }
}

TEST_CASE("what only looks like a symbol is none") {
  for (const char* text :
       {"Nghị quyết 35", "NQ 35", "Ban Chỉ đạo 35", "35 CT tư", "12-3/TW",
        "giai đoạn 2021-2025", "10-ct/m", "35\nNQ\nTW", "0-NQ/TW",
        "123456-NQ/TW", "35-NQ, TW", "35-NQ", "22/10/2018", "1/35-NQ/TW",
        "37-QD/ABC", "35 kh tu"}) {
    CAPTURE(std::string(text));
    CHECK(Symbols(text).empty());
  }
}

TEST_CASE("TƯ is the centre, TU a provincial committee") {
  CHECK(Symbols("12-NQ/TƯ") != Symbols("12-NQ/TU"));
  CHECK(Symbols("12-NQ/T\u01AF") == Symbols("12-NQ/TU\u031B"));
}

TEST_CASE("numbers that share a kind and an issuer are symbols of their own") {
  static constexpr Case kCases[] = {
      {"18, 19-NQ/TW", "18-nq/tw 19-nq/tw"},
      {"Nghị quyết số 18,19-NQ/TW", "18-nq/tw 19-nq/tw"},
      {"Nghị quyết 18; 19 và 20-NQ/TW", "18-nq/tw 19-nq/tw 20-nq/tw"},
      {"các số 5 và 20-NQ/TW", "05-nq/tw 20-nq/tw"},
      // The 4 is that of a plenum, the 2018 a year.
      {"Trung ương 4, 35-NQ/TW", "35-nq/tw"},
      {"số 2018, 35-NQ/TW", "35-nq/tw"},
      {"số 18, 19/NQ-CP", "19/nq-cp"},
      {"15-CT/TW, 19-NQ/TW", "15-ct/tw 19-nq/tw"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Symbols(c.text) == c.canonical);
  }
  const Analysis analysis = Analyze("số 18, 19-NQ/TW");
  REQUIRE(analysis.spans.size() == 2);
  CHECK(analysis.spans[0].first == 1);
  CHECK(analysis.spans[0].count == 1);
  CHECK(analysis.spans[1].first == 2);
  CHECK(analysis.spans[1].count == 3);
}

TEST_CASE("whole dates are found, day first") {
  static constexpr Case kCases[] = {
      {"26/11/2021", "2021-11-26"},
      {"6/1/2021", "2021-01-06"},
      {"29-11-2021 11:02", "2021-11-29"},
      {"29 – 11 – 2021", "2021-11-29"},
      {"1.1.2016", "2016-01-01"},
      {"Ngày 01.12.2016.", "2016-12-01"},
      {"ngày 22 tháng 10 năm 2018", "2018-10-22"},
      {"ngày 22 tháng 10, năm 2018", "2018-10-22"},
      {"22 THÁNG 10 NĂM 2018", "2018-10-22"},
      {"ngay 22 thang 10 nam 2018", "2018-10-22"},
      {"2021-11-29T11:02:00+07:00", "2021-11-29"},
      {"20/11/2021-26/11/2021", "2021-11-20 2021-11-26"},
      {"29/2/2024", "2024-02-29"},
      {"19/5/1890", "1890-05-19"},
      {"35-NQ/TW ngày 22/10/2018", "2018-10-22"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(Dates(c.text) == c.canonical);
  }
}

TEST_CASE("what only looks like a date is none") {
  for (const char* text :
       {"31/02/2023", "29/2/2023", "29/2/1900", "0/1/2021", "1/13/2021", "24/8",
        "tháng 8/2024", "1.2.2016.4", "12-11-2021-55", "0912-11-2021",
        "26/11-2021", "26/11/21", "1/1/9999", "11/26/2021/5",
        "ngày 22 tháng 10", "202/2025/QH15", "1/1\n/2021"}) {
    CAPTURE(std::string(text));
    CHECK(Dates(text).empty());
  }
}

TEST_CASE("a span covers its tokens and its bytes") {
  const std::string text = "theo Nghị quyết 35 - NQ/T.Ư ngày 22/10/2018.";
  const Analysis analysis = Analyze(text);
  REQUIRE(analysis.spans.size() == 2);
  const Span& symbol = analysis.spans[0];
  CHECK(symbol.first == 3);
  CHECK(symbol.count == 4);
  CHECK(text.substr(symbol.begin, symbol.end - symbol.begin) == "35 - NQ/T.Ư");
  const Span& date = analysis.spans[1];
  CHECK(text.substr(date.begin, date.end - date.begin) == "22/10/2018");
}

TEST_SUITE_END();

}  // namespace tracuu
