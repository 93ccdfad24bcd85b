#include "server/search/query_lexer.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

std::string Print(std::string_view query) {
  std::string out;
  for (const Lexeme& lexeme : LexQuery(query)) {
    if (!out.empty()) out += ' ';
    out += std::string(LexemeName(lexeme.kind)) + "(" +
           std::string(lexeme.text) + ")";
  }
  return out;
}

struct Case {
  const char* query;
  const char* lexemes;
};

}  // namespace

TEST_SUITE_BEGIN("server/search/query_lexer");

TEST_CASE("a query falls apart as its reader means it") {
  static constexpr Case kCases[] = {
      {"", ""},
      {"  \t\n ", ""},
      {"xây dựng", "word(xây) word(dựng)"},
      {"\"nền tảng\"", "phrase(nền tảng)"},
      {"“nền tảng” tư", "phrase(nền tảng) word(tư)"},
      {"-bóng", "minus(-) word(bóng)"},
      {"-\"bóng đá\"", "minus(-) phrase(bóng đá)"},
      {"=đảng", "exact(=) word(đảng)"},
      {"-=đảng", "minus(-) exact(=) word(đảng)"},
      {"35-NQ/TW", "word(35-NQ/TW)"},
      {"35 - NQ", "word(35) word(-) word(NQ)"},
      {"tập*", "prefix(tập)"},
      {"*", "word(*)"},
      {"a OR b", "word(a) or(OR) word(b)"},
      {"a HOẶC b", "word(a) or(HOẶC) word(b)"},
      {"a hoặc b", "word(a) word(hoặc) word(b)"},
      {"a AND b", "word(a) and(AND) word(b)"},
      {"(a b)", "open(() word(a) word(b) close())"},
      {"tỉnh:Huế", "field(tỉnh) word(Huế)"},
      {"tinh:hue", "field(tinh) word(hue)"},
      {"tiêu-đề:\"a b\"", "field(tiêu-đề) phrase(a b)"},
      {"đơn_vị:x", "field(đơn_vị) word(x)"},
      {"province:x", "field(province) word(x)"},
      {"-tỉnh:Huế", "minus(-) field(tỉnh) word(Huế)"},
      {"Chủ:đề", "word(Chủ:đề)"},
      {"https://a.vn/b", "word(https://a.vn/b)"},
      {"tỉnh: Huế", "word(tỉnh:) word(Huế)"},
      {"\"mở", "open-quote(\") word(mở)"},
      {"--", "word(--)"},
      {"a\u00A0b", "word(a) word(b)"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.query);
    CHECK(Print(c.query) == c.lexemes);
  }
}

TEST_CASE("broken UTF-8 is lexed without harm") {
  for (const char* query : {"\xff", "\"\xc3", "a\xe1\xba", "-\x80", "\xf4*"}) {
    for (const Lexeme& lexeme : LexQuery(query)) {
      CHECK(lexeme.end <= std::string_view(query).size());
    }
  }
}

TEST_SUITE_END();

}  // namespace tracuu
