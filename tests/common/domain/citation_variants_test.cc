// Every way to write one document's number, multiplied out: whatever stands
// between its parts, it is that document, and TU is never TW.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/domain/citation.h"
#include "common/domain/resolution.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/citation");

using Values = std::vector<std::string>;

const char* const kBeforeKind[] = {"-",  " - ", "–", " – ", "\u2011",
                                   "- ", " -",  "/", " ",   "_"};
const char* const kBeforeIssuer[] = {"/",  " / ", "-",     " - ",
                                     "/ ", " /",  "\u2215"};

Values ValuesIn(const std::string& text) {
  Values values;
  const Citations citations = FindCitations(text, Analyze(text), {});
  for (const Citation& citation : citations.found) {
    values.insert(values.end(), citation.values.begin(), citation.values.end());
  }
  return values;
}

TEST_CASE("a symbol is read with any separators, dashes and spaces") {
  for (const char* before_kind : kBeforeKind) {
    for (const char* before_issuer : kBeforeIssuer) {
      for (const char* issuer : {"TW", "TƯ", "T.Ư", "T.W"}) {
        const std::string symbol =
            std::string("35") + before_kind + "NQ" + before_issuer + issuer;
        for (const std::string& text :
             {"Nghị quyết số " + symbol + " ngày 22/10/2018",
              "NGHỊ QUYẾT SỐ " + symbol + ", NGÀY 22-10-2018",
              "nghị quyết " + symbol + " (22/10/2018) của Bộ chính trị",
              "NQ " + symbol + ", ngày 22 tháng 10 năm 2018",
              "Nghị quyết số: " + symbol + " năm 2018"}) {
          CAPTURE(text);
          CHECK(ValuesIn(text) == Values{"35-NQ/TW:2018"});
        }
      }
    }
  }
}

TEST_CASE("TU is a province's committee in every spelling") {
  for (const char* before_kind : kBeforeKind) {
    for (const char* before_issuer : kBeforeIssuer) {
      const std::string text = std::string("Nghị quyết số 35") + before_kind +
                               "NQ" + before_issuer +
                               "TU về bảo vệ nền tảng tư tưởng của Đảng";
      CAPTURE(text);
      for (const std::string& value : ValuesIn(text)) {
        CHECK(value == "35-NQ/TU");
      }
    }
  }
}

TEST_CASE("terms, issuers and plenums are read in any spelling and order") {
  for (const char* term :
       {"khóa XII", "khoá XII", "khóa 12", "Khóa XII", "KHÓA XII"}) {
    for (const char* issuer :
         {"Bộ Chính trị", "Bộ chính trị", "BỘ CHÍNH TRỊ", "BCT"}) {
      for (const std::string& text :
           {"Nghị quyết 35 của " + std::string(issuer) + " (" + term + ")",
            "Nghị quyết số 35 " + std::string(term) + " của " + issuer,
            "Nghị quyết số 35 của " + std::string(issuer) + ", " + term}) {
        CAPTURE(text);
        CHECK(ValuesIn(text) == Values{"35-NQ/TW:2018"});
      }
    }
    for (const char* plenum :
         {"Trung ương 4", "trung ương 4", "TW4", "TW 4", "T.Ư 4", "TƯ 4",
          "Trung ương IV", "Trung ương lần thứ 4", "Trung ương lần thứ tư",
          "Hội nghị Trung ương 4", "Hội nghị TW 4",
          "Hội nghị lần thứ tư Ban Chấp hành Trung ương",
          "Hội nghị lần thứ IV BCH Trung ương Đảng",
          "Hội nghị lần thứ 4 của Ban Chấp hành Trung ương Đảng"}) {
      for (const std::string& text :
           {"Nghị quyết " + std::string(plenum) + " " + term,
            "Nghị quyết " + std::string(plenum) + " (" + term + ")",
            "NQ " + std::string(plenum) + ", " + term}) {
        CAPTURE(text);
        CHECK(ValuesIn(text) == Values{"04-NQ/TW:2016"});
      }
    }
  }
}

// "Nghị quyết", "Chỉ thị" …; empty for kinds that are no facet value.
std::string KindWord(const std::string& kind) {
  if (kind == "NQ") return "Nghị quyết";
  if (kind == "CT") return "Chỉ thị";
  if (kind == "KL") return "Kết luận";
  if (kind.starts_with("QĐ") || kind == "QyĐ") return "Quy định";
  return {};
}

TEST_CASE("every document of the table is found by its number and date") {
  int cited = 0;
  for (const Resolution& document : AllResolutions()) {
    const std::string kind = KindWord(document.kind);
    if (document.number == 0 || kind.empty()) continue;
    ++cited;
    const std::string symbol = document.id.substr(0, document.id.find(':'));
    const std::string year = std::to_string(document.date.year);
    const Date& day = document.date;
    const std::string text =
        document.verified && day.is_day()
            ? kind + " số " + symbol + " ngày " + std::to_string(day.day) +
                  "/" + std::to_string(day.month) + "/" + year
            : kind + " số " + symbol + " năm " + year + " của " +
                  document.issuer + " khóa " + document.term;
    CAPTURE(text);
    CHECK(ValuesIn(text) == Values{document.id});
  }
  CHECK(cited > 130);
}

TEST_CASE("congresses are read in any spelling") {
  for (const char* congress :
       {"Đại hội XIII", "Đại hội XIII của Đảng", "Đại hội Đảng XIII",
        "Đại hội lần thứ XIII", "Đại hội lần thứ XIII của Đảng",
        "Đại hội Đảng lần thứ XIII", "Đại hội Đảng toàn quốc lần thứ XIII",
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Đại hội đại biểu toàn quốc lần thứ 13 của Đảng",
        "Đại hội đại biểu Đảng toàn quốc lần thứ XIII", "ĐH XIII",
        "ĐẠI HỘI XIII CỦA ĐẢNG"}) {
    for (const char* kind :
         {"Nghị quyết ", "nghị quyết ", "NQ ", "NGHỊ QUYẾT "}) {
      const std::string text = std::string(kind) + congress;
      CAPTURE(text);
      CHECK(ValuesIn(text) == Values{"NQĐH-XIII"});
    }
  }
}

TEST_CASE("lists name each of their documents") {
  const Values two = {"18-NQ/TW:2017", "19-NQ/TW:2017"};
  for (const char* text :
       {"Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017",
        "Nghị quyết 18-NQ/TW và 19-NQ/TW ngày 25/10/2017",
        "các Nghị quyết số 18-NQ/TW, số 19-NQ/TW ngày 25/10/2017",
        "Nghị quyết số 18 và số 19-NQ/TW ngày 25/10/2017",
        "Nghị quyết 18, 19 của Trung ương (khóa XII)",
        "NQ18, NQ19 của Trung ương khóa XII",
        "Nghị quyết 18 và Nghị quyết 19 của Ban Chấp hành Trung ương khóa XII",
        "Nghị quyết 18-NQ/TW, 19-NQ/TW (khóa XII)"}) {
    CAPTURE(std::string(text));
    CHECK(ValuesIn(text) == two);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
