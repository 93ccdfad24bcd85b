#include "common/domain/synonyms.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>

#include "common/domain/table.h"

namespace tracuu {
namespace {

// "BCĐ = Ban Chỉ đạo; NQ = Nghị quyết"
std::string Find(std::string_view query) {
  const auto tokens = Analyze(query).tokens;
  std::string text;
  for (const SynonymMatch& match : FindSynonyms(tokens)) {
    text += text.empty() ? "" : "; ";
    const Token& last = tokens[match.first + match.count - 1];
    text += query.substr(tokens[match.first].begin,
                         last.end - tokens[match.first].begin);
    for (const Synonym& other : match.others) text += " = " + other.text;
  }
  return text;
}

TEST_SUITE_BEGIN("common/domain/synonyms");

TEST_CASE("abbreviations and full names, both ways") {
  struct Case {
    const char* query;
    const char* found;
  };
  constexpr std::array<Case, 21> kCases{{
      {"BCĐ 35 Quảng Trị", "BCĐ = Ban Chỉ đạo"},
      {"bcd 35 quang tri", "bcd = Ban Chỉ đạo"},
      {"Ban Chỉ đạo 35", "Ban Chỉ đạo = BCĐ"},
      {"ban chi dao 35", "ban chi dao = BCĐ"},
      {"UBND tỉnh", "UBND = Ủy ban nhân dân"},
      {"uỷ ban nhân dân tỉnh", "uỷ ban nhân dân = UBND"},
      {"ủy bản nhân dân", ""},
      {"CNH, HĐH nông thôn", "CNH, HĐH = công nghiệp hóa, hiện đại hóa"},
      {"kinh tế - xã hội", "kinh tế - xã hội = KT-XH"},
      {"Lênin", "Lênin = Lê-nin"},
      {"Lê-nin", "Lê-nin = Lênin"},
      {"QĐ 217", "QĐ = Quyết định = Quy định"},
      {"QĐ", ""},
      {"CT 05", "CT = Chỉ thị"},
      {"ct thăng long", ""},
      {"BTC Tỉnh ủy", "BTC = Ban Tổ chức"},
      {"BTC giải bóng đá", ""},
      {"TT 02", "TT = Thông tư"},
      {"tw", "tw = Trung ương"},
      {"tu", ""},
      {"", ""},
  }};
  for (const Case& c : kCases) {
    CAPTURE(c.query);
    CHECK(Find(c.query) == c.found);
  }
}

TEST_CASE("TƯ is Trung ương beside a body's words, in any case of letters") {
  for (const char* yes :
       {"Ban Tuyên giáo TƯ", "ban tuyên giáo tư", "Hội nghị TƯ 4 khóa XII",
        "BCH TƯ Đảng", "nghị quyết TƯ", "TƯ Đoàn", "TƯ 8", "cấp TƯ",
        "Ban Tổ chức TƯ hướng dẫn", "thành phố trực thuộc TƯ"}) {
    CAPTURE(yes);
    CHECK(Find(yes).find("= Trung ương") != std::string::npos);
  }
  for (const char* no :
       {"TƯ TƯỞNG", "tư tưởng", "NỀN TẢNG TƯ TƯỞNG CỦA ĐẢNG", "kinh tế tư nhân",
        "KINH TẾ TƯ NHÂN", "hội nghị tư vấn", "công tác tư tưởng của Đảng",
        "lần thứ tư", "đầu tư", "vật tư", "Thông tư", "tư cách đảng viên",
        "đảng viên tư cách", "cơ quan tư pháp", "TƯ", "tu dưỡng",
        "ban tuyen giao tu"}) {
    CAPTURE(no);
    CHECK(Find(no).find("= Trung ương") == std::string::npos);
  }
}

TEST_CASE("only what means the same is a synonym") {
  CHECK(Find("không gian mạng") == "");
  CHECK(Find("Ban Chỉ đạo 94") == "Ban Chỉ đạo = BCĐ");
  CHECK(Find("nghị quyết") == "");
}

TEST_CASE("abbreviations are known with and without marks") {
  for (const char* yes : {"ubnd", "hđnd", "hdnd", "qđ", "nqtw", "mttq"}) {
    CAPTURE(yes);
    CHECK(IsAbbreviation(yes));
  }
  for (const char* no : {"đảng", "internet", "lenin", "", "video"}) {
    CAPTURE(no);
    CHECK_FALSE(IsAbbreviation(no));
  }
}

TEST_CASE("no row of the table stands twice") {
  const Table& table = EmbeddedTable("synonyms.tsv");
  CHECK(table.size() > 100);
  std::set<std::string> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    const std::string key = ExactKey(row["left"]) + " = " +
                            ExactKey(row["right"]) + " if " +
                            std::string(row["condition"]);
    CAPTURE(key);
    CHECK(rows.insert(key).second);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
