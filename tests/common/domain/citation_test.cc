#include "common/domain/citation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/domain/document_symbol.h"
#include "common/domain/resolution.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/citation");

Citations In(const std::string& text, const Date& date = {}) {
  return FindCitations(text, Analyze(text), date);
}

// All values, in text order.
std::vector<std::string> ValuesIn(const std::string& text,
                                  const Date& date = {}) {
  std::vector<std::string> values;
  for (const Citation& citation : In(text, date).found) {
    values.insert(values.end(), citation.values.begin(), citation.values.end());
  }
  return values;
}

using Values = std::vector<std::string>;

TEST_CASE("lists share what is said after the last") {
  CHECK(ValuesIn("Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017") ==
        Values{"18-NQ/TW:2017", "19-NQ/TW:2017"});
  CHECK(ValuesIn("các nghị quyết 18, 19, 20 của Trung ương khóa XII") ==
        Values{"18-NQ/TW:2017", "19-NQ/TW:2017", "20-NQ/TW:2017"});
  CHECK(ValuesIn("Nghị quyết số 18 và Nghị quyết số 19 ngày 25/10/2017 của Ban "
                 "Chấp hành Trung ương Đảng khóa XII") ==
        Values{"18-NQ/TW:2017", "19-NQ/TW:2017"});
  CHECK(ValuesIn("Nghị quyết Trung ương 4 khóa XI và khóa XII") ==
        Values{"12-NQ/TW:2012", "04-NQ/TW:2016"});
  CHECK(ValuesIn("các Nghị quyết Trung ương 5, 6 khóa XII") ==
        Values{"NQTW5-XII", "NQTW6-XII"});
  CHECK(ValuesIn("Nghị quyết 18,19 – NQ, TW của trung ương khóa XII") ==
        Values{"18-NQ/TW:2017", "19-NQ/TW:2017"});
}

TEST_CASE("plenums are read in every form") {
  for (const char* text : {
           "NQTW4 khóa XII",
           "Nghị quyết T.Ư 4 khóa XII",
           "Nghị quyết Hội nghị Trung ương 4 khóa XII",
           "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII",
           "Nghị quyết Hội nghị lần thứ 4 BCH Trung ương Đảng (khóa XII)",
           "nghị quyết Trung ương bốn khóa XII và nghị quyết TW4 khóa 12",
       }) {
    CAPTURE(std::string(text));
    const Values values = ValuesIn(text);
    REQUIRE_FALSE(values.empty());
    CHECK(values.back() == "04-NQ/TW:2016");
  }
  CHECK(ValuesIn("Nghị quyết Trung ương 8 (khóa XI) về Chiến lược bảo vệ Tổ "
                 "quốc") == Values{"28-NQ/TW:2013"});
  CHECK(ValuesIn("Nghị quyết Trung ương 9 khóa X") == Values{"NQTW9-X"});
  CHECK(ValuesIn("Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương Đoàn "
                 "khóa XI")
            .empty());
}

TEST_CASE("congresses of the Party are told from others") {
  CHECK(ValuesIn("Nghị quyết Đại hội Đảng toàn quốc lần thứ XII và Đại hội "
                 "Đảng bộ tỉnh lần thứ XVIII") == Values{"NQĐH-XII"});
  CHECK(ValuesIn("Nghị quyết Đại hội XII, XIII của Đảng") ==
        Values{"NQĐH-XII", "NQĐH-XIII"});
  for (const char* text : {
           "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIII",
           "Nghị quyết Đại hội XIII Đảng bộ khối các cơ quan",
           "Nghị quyết Đại hội Đoàn toàn quốc lần thứ XI",
           "Nghị quyết Đại hội XII Công đoàn Việt Nam",
           "Nghị quyết Đại hội lần thứ XIII, nhiệm kỳ 2020 - 2025",
           "Nghị quyết Đại hội lần thứ XXII",
       }) {
    CAPTURE(std::string(text));
    CHECK(ValuesIn(text).empty());
  }
  CHECK(ValuesIn("Nghị quyết Đại hội lần thứ XIV", {2020, 9, 1}).empty());
}

TEST_CASE("documents of others keep their own symbols") {
  CHECK(ValuesIn("Nghị quyết số 18-NQ/TU của Tỉnh ủy") == Values{"18-NQ/TU"});
  CHECK(ValuesIn("Nghị quyết số 02/NQ-CP") == Values{"02/NQ-CP"});
  CHECK(ValuesIn("Nghị quyết 202/2025/QH15") == Values{"202/2025/QH15"});
  CHECK(ValuesIn("Nghị quyết 11/2006/NQ-HĐND") == Values{"11/2006/NQ-HĐND"});
  for (const char* text :
       {"Nghị định 30/2020/NĐ-CP", "Quyết định số 800/QĐ-TTg",
        "Thông tư 46/2019/TT-BTC", "Công văn 12-CV/TU", "Kế hoạch 15-KH/HU",
        "Luật số 24/2018/QH14", "Quyết định số 439-QĐNS/TW",
        "Quyết định 662/QĐ-UBND", "Chỉ thị 05/CT-TTg"}) {
    CAPTURE(std::string(text));
    CHECK(ValuesIn(text).empty());
  }
}

TEST_CASE("an unknown document of the centre is its bare symbol") {
  CHECK(ValuesIn("Chỉ thị số 33-CT/TW ngày 18/3/2019 của Ban Bí thư") ==
        Values{"33-CT/TW"});
  CHECK(ValuesIn("Kết luận số 24 ngày 5/6/2012 của Bộ Chính trị khóa XI") ==
        Values{"24-KL/TW"});
  // Of a term we know no document of that number from.
  CHECK(ValuesIn("Nghị quyết số 28-NQ/TW của Bộ Chính trị (khóa X)") ==
        Values{"28-NQ/TW"});
}

TEST_CASE("a bare number means what the article named in full") {
  CHECK(ValuesIn("Chỉ thị số 35-CT/TW ngày 30/5/2019. Chỉ thị 35 yêu cầu.") ==
        Values{"35-CT/TW:2019", "35-CT/TW:2019"});
  CHECK(ValuesIn("Sơ kết Nghị quyết 35. Nghị quyết số 35-NQ/TW nêu rõ.") ==
        Values{"35-NQ/TW:2018", "35-NQ/TW:2018"});
  // Another kind of the same number is another document.
  CHECK(ValuesIn("Chỉ thị số 35-CT/TW ngày 30/5/2019. Nghị quyết 35 nêu.") ==
        Values{"35-CT/TW:2019"});
  CHECK(ValuesIn("Nghị quyết Trung ương 4 khóa XII. Nghị quyết Trung ương 4 "
                 "nêu rõ.") == Values{"04-NQ/TW:2016", "04-NQ/TW:2016"});
}

TEST_CASE("subject and date choose between documents of one number") {
  CHECK(ValuesIn("Nghị quyết số 18-NQ/TW về quản lý và sử dụng đất") ==
        Values{"18-NQ/TW:2022"});
  CHECK(ValuesIn("Nghị quyết số 18-NQ/TW về tổ chức bộ máy tinh gọn") ==
        Values{"18-NQ/TW:2017"});
  CHECK(ValuesIn("Nghị quyết số 18-NQ/TW", {2019, 1, 1}) ==
        Values{"18-NQ/TW:2017"});
  CHECK(ValuesIn("Nghị quyết số 18-NQ/TW", {2024, 1, 1}) == Values{"18-NQ/TW"});
  CHECK(ValuesIn("Quy định những điều đảng viên không được làm",
                 {2015, 1, 1}) == Values{"47-QĐ/TW:2011"});
  CHECK(ValuesIn("Quy định những điều đảng viên không được làm",
                 {2023, 1, 1}) == Values{"37-QĐ/TW:2021"});
}

TEST_CASE("the plenum that is named chooses between documents of one number") {
  CHECK(ValuesIn("Nghị quyết Trung ương 6 khóa XII: Nghị quyết số 18-NQ/TW và "
                 "Nghị quyết số 19-NQ/TW",
                 {2022, 10, 5}) ==
        Values{"NQTW6-XII", "18-NQ/TW:2017", "19-NQ/TW:2017"});
  CHECK(ValuesIn("Nghị quyết Trung ương 7 khóa XII: Nghị quyết số 18-NQ/TW",
                 {2022, 10, 5}) == Values{"NQTW7-XII", "18-NQ/TW"});
}

TEST_CASE("contradictions are flagged") {
  const Citations term = In(
      "Nghị quyết 35 của Bộ Chính trị (khóa XI) về bảo vệ nền tảng tư tưởng");
  REQUIRE(term.found.size() == 1);
  CHECK(term.found[0].term_mismatch);
  const Citations date = In("Nghị quyết 35-NQ/TW ngày 25/10/2018");
  REQUIRE(date.found.size() == 1);
  CHECK(date.found[0].date_mismatch);
  CHECK(date.found[0].values == Values{"35-NQ/TW:2018"});
}

TEST_CASE("an unverified document is a suggestion and overrules nothing") {
  const Resolution* row = FindResolution("181-QĐ/TW:2013");
  REQUIRE(row != nullptr);
  REQUIRE_FALSE(row->verified);
  // Nothing confirms it: the symbol stays bare, the document a candidate.
  const Citations bare = In("Quy định số 181-QĐ/TW");
  REQUIRE(bare.found.size() == 1);
  CHECK(bare.found[0].status == CitationStatus::kUnresolved);
  CHECK(bare.found[0].values == Values{"181-QĐ/TW"});
  CHECK(bare.found[0].candidates == Values{"181-QĐ/TW:2013"});
  // Its subject, or its issuer and term, confirm it.
  CHECK(ValuesIn("Quy định 181-QĐ/TW về xử lý kỷ luật đảng viên vi phạm") ==
        Values{"181-QĐ/TW:2013"});
  CHECK(ValuesIn("Quy định số 181-QĐ/TW của Bộ Chính trị khóa XI") ==
        Values{"181-QĐ/TW:2013"});
  // Of the same year the text knows the day better.
  const Citations dated = In("Quy định 181-QĐ/TW ngày 3/4/2013 (khóa XI)");
  REQUIRE(dated.found.size() == 1);
  CHECK(dated.found[0].values == Values{"181-QĐ/TW:2013"});
  CHECK(dated.found[0].status == CitationStatus::kResolved);
  CHECK_FALSE(dated.found[0].date_mismatch);
  CHECK_FALSE(dated.found[0].term_mismatch);
  // What the text states beats the subject.
  for (const char* text :
       {"Quy định 181-QĐ/TW ngày 3/4/2009 về xử lý kỷ luật đảng viên",
        "Quy định 181-QĐ/TW khóa X về xử lý kỷ luật đảng viên",
        "Quy định số 181-QĐ/TW của Ban Bí thư về xử lý kỷ luật đảng viên"}) {
    CAPTURE(std::string(text));
    CHECK(ValuesIn(text) == Values{"181-QĐ/TW"});
  }
  // A verified document outranks a wrong term, as before.
  CHECK(ValuesIn("Nghị quyết 35-NQ/TW khóa XI về bảo vệ nền tảng tư tưởng") ==
        Values{"35-NQ/TW:2018"});
}

TEST_CASE("what is no citation is refused with a reason") {
  for (const char* text :
       {"Ban Chỉ đạo 35 họp", "BCĐ35 họp", "lực lượng 35 của huyện",
        "phát biểu kết luận hội nghị", "quán triệt nghị quyết của Đảng",
        "chủ đề tăng cường bảo vệ nền tảng tư tưởng của Đảng, đấu tranh"}) {
    CAPTURE(std::string(text));
    const Citations citations = In(text);
    CHECK(citations.found.empty());
    REQUIRE_FALSE(citations.refused.empty());
    CHECK_FALSE(citations.refused[0].reason.empty());
  }
  for (const char* text :
       {"nghị quyết 6 tháng đầu năm", "kết luận 5 vụ việc",
        "Nghị quyết năm 2019", "Đại hội XIII của Đảng thành công",
        "quyết định khen thưởng 12 đồng chí", "đúng 35 năm",
        "xã kỷ luật 4 đảng viên", "sổ tay pháp luật 12"}) {
    CAPTURE(std::string(text));
    CHECK(In(text).found.empty());
  }
}

TEST_CASE("the range runs from the kind word to the last thing said") {
  const std::string text =
      "Theo Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị (khóa XII) "
      "về công tác tư tưởng.";
  const Citations citations = In(text);
  REQUIRE(citations.found.size() == 1);
  const Citation& citation = citations.found[0];
  CHECK(text.substr(citation.begin, citation.end - citation.begin) ==
        "Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị (khóa XII)");
}

TEST_CASE("any text gives ranges inside it, in order, with known values") {
  const std::vector<std::string> pieces = {
      "Nghị quyết", "số",          " ",        "35",
      "-NQ/TW",     "/",           "NQ",       "TW4",
      "khóa XII",   "(",           ")",        ", ",
      "của",        "18",          "và",       "Đại hội",
      "lần thứ",    "XI",          "\xff",     "Trung ương",
      "ngày",       "22/10/2018",  "Chỉ thị",  "Bộ Chính trị",
      "\n",         "Ban Chỉ đạo", "Kết luận", "T.Ư",
      ";"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 25; i > 0; --i) {
      text += pieces[random() % pieces.size()];
      if (random() % 2 == 0) text += ' ';
    }
    CAPTURE(text);
    std::uint32_t end = 0;
    for (const Citation& citation : In(text).found) {
      CHECK(citation.begin >= end);
      CHECK(citation.begin < citation.end);
      CHECK(citation.end <= text.size());
      end = citation.end;
      CHECK_FALSE(citation.reason.empty());
      if (citation.status == CitationStatus::kResolved) {
        CHECK_FALSE(citation.values.empty());
      }
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
