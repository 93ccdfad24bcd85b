#include <doctest/doctest.h>

#include <string>

#include "common/text/analyze.h"

namespace tracuu {

TEST_SUITE_BEGIN("common/text/numbers and labels");

TEST_CASE("numbers as Vietnamese writes them are one token") {
  struct Case {
    const char* text;
    const char* exact;
  };
  static constexpr Case kCases[] = {
      {"1.234.567", "1.234.567"},
      {"3,5", "3,5"},
      {"1.234,56", "1.234,56"},
      {"1,234,567", "1,234,567"},
      {"12,5%", "12,5"},
      {"3,5ha", "3,5 ha"},
      {"1.500m2", "1.500 m2"},
      {"7.1", "7 1"},            // A day.
      {"1.1.2016", "1 1 2016"},  // A date.
      {"1.1.234", "1 1 234"},    // A numbered heading.
      {"1,2,3", "1 2 3"},
      {"18,19-NQ/TW", "18 19 nq tw"},  // A list.
      {"0233.385.0123", "0233 385 0123"},
      {"26/11/2021", "26 11 2021"},
      {"năm 2021.", "năm 2021"},
      {"14:05", "14 05"},
      {"\uFF11\uFF12", "12"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(ExactKey(c.text) == c.exact);
  }
  CHECK(Analyze("1.234.567").tokens[0].numeric);
  CHECK(Analyze("3,5").tokens[0].numeric);
  CHECK_FALSE(Analyze("lop5").tokens[0].numeric);
}

TEST_CASE("a number splits from the label of a document, not from a word") {
  struct Case {
    const char* text;
    const char* exact;
  };
  static constexpr Case kCases[] = {
      {"NQ35", "nq 35"},
      {"nq35", "nq 35"},
      {"35NQ", "35 nq"},
      {"CT05", "ct 05"},
      {"KL21", "kl 21"},
      {"QĐ217", "qđ 217"},
      {"TW4", "tw 4"},
      {"TƯ4", "tư 4"},
      {"NQTW4", "nqtw 4"},
      {"lop5", "lop5"},
      {"a4", "a4"},
      {"H5N1", "h5n1"},
      {"QH15", "qh15"},
      {"bo65", "bo65"},      // bộ in raw VNI
      {"D9ang3", "d9ang3"},  // Đảng in raw VNI
      {"NQ123456", "nq123456"},
      {"2021-11-29T11:02", "2021 11 29 t11 02"},
      {"29T11", "29t11"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(ExactKey(c.text) == c.exact);
  }
}

TEST_CASE("a long run of digits and dots takes linear time") {
  std::string run;
  for (int i = 0; i < 200000; ++i) run += "1.";
  CHECK(Analyze(run).tokens.size() == 200000);
  std::string digits(500000, '7');
  CHECK(Analyze(digits).tokens.size() == 7813);  // 64 at a time
}

TEST_SUITE_END();

}  // namespace tracuu
