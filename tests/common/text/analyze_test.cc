#include "common/text/analyze.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace tracuu {

TEST_SUITE_BEGIN("common/text/analyze");

TEST_CASE("every way of encoding a letter is the same letter") {
  struct Case {
    const char* written;
    const char* exact;
  };
  static constexpr Case kCases[] = {
      {"Đảng", "đảng"},
      {"ĐẢNG", "đảng"},
      {"\u00D0ảng", "đảng"},  // Eth
      {"\u0189ảng", "đảng"},  // African D
      {"\u00F0ảng", "đảng"},
      {"\u0256ảng", "đảng"},
      {"đa\u0309ng", "đảng"},
      {"e\u0302\u0301ch", "ếch"},
      {"e\u0301\u0302ch", "ếch"},  // Tone before circumflex.
      {"\u00EA\u0301ch", "ếch"},   // Half composed.
      {"\u00E9\u0302ch", "ếch"},
      {"\u1EBF\u0301ch", "ếch"},        // Tone twice.
      {"\u00EA\u0302\u0301ch", "ếch"},  // Circumflex twice.
      {"o\u0301\u031Bn", "ớn"},
      {"a\u0301\u0306c", "ắc"},
      {"a\u0306\u0301c", "ắc"},
      {"a\u0323\u0302p", "ập"},
      {"a\u0341p", "áp"},  // Old name of U+0301.
      {"a\u0340p", "àp"},
      {"T\u0131nh", "tinh"},
      {"\uFF34\uFF37", "tw"},  // Full width.
      {"nền\u200Btảng", "nềntảng"},
      {"tư\u00ADởng", "tưởng"},
      {"e\u200D\u0302ch", "êch"},  // Invisible before a mark.
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.written));
    CHECK(ExactKey(c.written) == c.exact);
  }
}

TEST_CASE("the tone goes to its classic place") {
  struct Case {
    const char* written;
    const char* exact;
  };
  static constexpr Case kCases[] = {
      {"hoà", "hòa"},       {"khoẻ", "khỏe"},   {"thuỷ", "thủy"},
      {"tuỳ", "tùy"},       {"uỷ", "ủy"},       {"UỶ", "ủy"},
      {"qúy", "quý"},       {"qùa", "quà"},     {"gía", "giá"},
      {"gĩữ", "giữ"},       {"gìưa", "giừa"},   {"lạị", "lại"},
      {"lưỡí", "lưỡi"},     {"hòan", "hoàn"},   {"ngòai", "ngoài"},
      {"mià", "mìa"},       {"muá", "múa"},     {"nứơc", "nước"},
      {"tuýêt", "tuyết"},   {"khủyu", "khuỷu"}, {"khoáI", "khoái"},
      {"hoa\u0300", "hòa"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.written));
    CHECK(ExactKey(c.written) == c.exact);
  }
}

TEST_CASE("syllables with one spelling are left alone") {
  for (const char* word :
       {"hoàn",  "ngoài", "khuỷu", "huế",  "thuở",  "tuyển", "mía",
        "múa",   "quý",   "quà",   "già",  "giữa",  "gì",    "gìn",
        "giếng", "hòa",   "thủy",  "nghị", "quyết", "người", "yếu",
        "oái",   "xoong", "coóc",  "quốc", "giàu"}) {
    CAPTURE(std::string(word));
    CHECK(ExactKey(word) == word);
  }
}

TEST_CASE("different words stay different") {
  struct Case {
    const char* one;
    const char* other;
  };
  static constexpr Case kCases[] = {
      {"đảng", "đang"}, {"đảng", "dảng"}, {"tư", "tu"},
      {"ban", "bàn"},   {"bàn", "bần"},   {"quy", "quỳ"},
      {"múa", "mua"},   {"mía", "mỉa"},   {"TƯ", "TU"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.one));
    CHECK(ExactKey(c.one) != ExactKey(c.other));
  }
}

TEST_CASE("words that are no syllables keep their marks") {
  CHECK(ExactKey("café résumé Noël España") == "café résumé noël españa");
  CHECK(FoldedKey("café résumé Noël España") == "cafe resume noel espana");
  CHECK(ExactKey("Μαρξ Ленин 中国 Straße") == "μαρξ ленин 中国 straße");
  CHECK(ExactKey("Noe\u0308l") == "noël");
  CHECK(FoldedKey("đ\u0308") == "d");
}

TEST_CASE("Cyrillic and Greek letters pass for Latin only among Latin ones") {
  CHECK(ExactKey("с\u1ED9ng") == "cộng");  // Cyrillic es.
  CHECK(ExactKey("сос") == "сос");         // Nothing Latin in it.
  CHECK(ExactKey("жac") == "жac");         // A letter that passes for nothing.
  CHECK(ExactKey("t\u03BFan") == "toan");  // Greek omicron.
}

TEST_CASE("folding takes all marks, and đ") {
  CHECK(FoldedKey("Đảng đang dâng") == "dang dang dang");
  CHECK(FoldedKey("ĂÂÊÔƠƯ ặậệộợự ỹ") == "aaeoou aaeoou y");
  CHECK(FoldedKey("M'Drắk") == "mdrak");
}

TEST_CASE("a token says whether it was marked and how it was capitalised") {
  struct Case {
    const char* written;
    bool marked;
    LetterCase letter_case;
  };
  static constexpr Case kCases[] = {
      {"đảng", true, LetterCase::kLower},
      {"Đảng", true, LetterCase::kCapital},
      {"ĐẢNG", true, LetterCase::kUpper},
      {"dang", false, LetterCase::kLower},
      {"Ở", true, LetterCase::kUpper},
      {"QĐi", true, LetterCase::kMixed},
      {"iPhone", false, LetterCase::kMixed},
      {"2021", false, LetterCase::kNone},
      {"H5N1", false, LetterCase::kUpper},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.written));
    const Analysis analysis = Analyze(c.written);
    REQUIRE(analysis.tokens.size() == 1);
    CHECK(analysis.tokens[0].marked == c.marked);
    CHECK(analysis.tokens[0].letter_case == c.letter_case);
  }
}

TEST_CASE("punctuation and every kind of space separate, apostrophes join") {
  struct Case {
    const char* text;
    const char* exact;
  };
  static constexpr Case kCases[] = {
      {"cán bộ, đảng viên", "cán bộ đảng viên"},
      {"“tự diễn biến”", "tự diễn biến"},
      {"Mác\u00A0-\u2003Lê\u3000nin", "mác lê nin"},
      {"In-tơ-nét", "in tơ nét"},
      {"TP.HCM", "tp hcm"},
      {"T.Ư", "t ư"},
      {"TƯ", "tư"},
      {"M'Drắk", "mdrắk"},
      {"H\u2019leo", "hleo"},
      {"'tự' ‘chuyển’ hóa'", "tự chuyển hóa"},
      {"toa.soan@bao.example/tin_tuc", "toa soan bao example tin tuc"},
      {"a\xFF"
       "b",
       "a b"},
      {"m²", "m"},
      {"", ""},
      {" \t\r\n.,;", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.text));
    CHECK(ExactKey(c.text) == c.exact);
  }
}

TEST_CASE("byte ranges are those of the text as given") {
  const std::string text = "Ho\u0301a, a\u0309nh\u200B \u00D0o\xFFx";
  std::vector<std::string> slices;
  for (const Token& token : Analyze(text).tokens) {
    slices.push_back(text.substr(token.begin, token.end - token.begin));
  }
  CHECK(slices ==
        std::vector<std::string>{"Ho\u0301a", "a\u0309nh", "\u00D0o", "x"});
}

TEST_CASE("a token that outgrows 64 bytes is cut between letters") {
  const std::string latin(1000, 'x');
  CHECK(Analyze(latin).tokens.size() == 16);
  std::string han;
  for (int i = 0; i < 50; ++i) han += "中";
  for (const Token& token : Analyze(han).tokens) {
    CHECK(token.exact.size() % 3 == 0);
    CHECK(token.exact.size() <= 64);
  }
  std::string piled = "b";
  for (int i = 0; i < 10000; ++i) piled += "\u0335";
  const Analysis analysis = Analyze(piled + "c");
  REQUIRE(analysis.tokens.size() == 1);
  CHECK(analysis.tokens[0].folded == "bc");
}

TEST_CASE("keys compare names whatever their case, form and punctuation") {
  CHECK(ExactKey("Đảng uỷ Khối") == ExactKey("đảng ủy - khối."));
  CHECK(ExactKey("Đảng uỷ Khối") == "đảng ủy khối");
  CHECK(FoldedKey("Bà Rịa – Vũng Tàu") == "ba ria vung tau");
}

TEST_SUITE_END();

}  // namespace tracuu
