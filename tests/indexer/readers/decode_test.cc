#include "indexer/readers/decode.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

namespace tracuu {
namespace {

using namespace std::string_literals;

std::string Decoded(std::string bytes, PageFormat format = PageFormat::kText) {
  auto result = DecodeToUtf8(std::move(bytes), format);
  const auto* decoded = std::get_if<DecodedText>(&result);
  return decoded != nullptr ? decoded->text
                            : "rejected: " + std::get<Rejection>(result).code;
}

}  // namespace

TEST_CASE("text is decoded by its byte-order mark or taken for UTF-8") {
  struct Case {
    std::string bytes;
    std::string text;
  };
  const Case cases[] = {
      {"", ""},
      {"Đảng bộ xã", "Đảng bộ xã"},
      {"\xEF\xBB\xBF"
       "Đảng",
       "Đảng"},
      {"\xFF\xFE\x10\x01\xA3\x1E"s, "Đả"},
      {"\xFE\xFF\x01\x10\x1E\xA3"s, "Đả"},
      {"\xFF\xFE"s, ""},
      {"\xFF\xFE\x10"s, "\xEF\xBF\xBD"},  // Half a code unit.
      {"\xFF\xFE\x00\xD8\x61\x00"s,
       "\xEF\xBF\xBD"
       "a"},  // Lone surrogate.
      {"a\0b"s, "a b"},
      {"xã \xC4", "xã \xC4"},  // Cut by a crawler; repaired later.
  };
  for (const Case& c : cases) CHECK(Decoded(c.bytes) == c.text);
}

TEST_CASE("a file with more than a few broken bytes is not UTF-8") {
  CHECK(Decoded("abc" + std::string(8, '\xFF')) ==
        "abc" + std::string(8, '\xFF'));
  const auto result =
      DecodeToUtf8("abc" + std::string(9, '\xFF'), PageFormat::kText);
  REQUIRE(std::holds_alternative<Rejection>(result));
  CHECK(std::get<Rejection>(result).code == "not-utf8");
  CHECK(std::get<Rejection>(result).offset == 3);
  // One in a thousand is let pass in a long text.
  std::string text(20'000, 'a');
  for (std::size_t i = 0; i < 19; ++i) text[i * 1000] = '\xFF';
  CHECK(Decoded(text) == text);
}

TEST_CASE("a file with many NUL bytes is binary") {
  const auto result =
      DecodeToUtf8("PK" + std::string(100, '\0') + "data", PageFormat::kText);
  REQUIRE(std::holds_alternative<Rejection>(result));
  CHECK(std::get<Rejection>(result).code == "binary");
  CHECK(std::get<Rejection>(result).offset == 2);
}

TEST_CASE("the charset of a page is found in its meta elements") {
  struct Case {
    std::string html;
    std::string charset;
  };
  const Case cases[] = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CharSet='Windows-1258'>", "windows-1258"},
      {"<meta http-equiv=Content-Type content=\"text/html; charset=UTF-8\">",
       "utf-8"},
      {"<meta name=a><meta charset = \"utf-16\">", "utf-16"},
      {"<p>charset=x", ""},
      {"<meta charset", ""},
      {"<meta charset=>", ""},
      {std::string(2000, ' ') + "<meta charset=utf-8>", ""},
  };
  for (const Case& c : cases) CHECK(DeclaredCharset(c.html) == c.charset);
}

TEST_CASE("a page that declares its charset is decoded from it") {
  const std::string head = "<meta charset=windows-1258><p>";
  // Đ, a and its hook above as this code page writes them.
  CHECK(Decoded(head + "\xD0\x61\xD2ng", PageFormat::kHtml) ==
        head + "Đa\xCC\x89ng");
  // Whatever name of a charset is declared, it is told by one.
  for (const char* name : {"windows-1251", "CP1251", "windows1251"}) {
    const auto decoded = DecodeToUtf8(
        "<meta charset=" + std::string(name) + ">\xCC\xEE\xF1\xEA\xE2\xE0",
        PageFormat::kHtml);
    REQUIRE(std::holds_alternative<DecodedText>(decoded));
    CHECK(std::get<DecodedText>(decoded).text.ends_with("Москва"));
    CHECK(std::get<DecodedText>(decoded).repair == "windows-1251");
  }
  // Declared so, but UTF-8 all the same.
  CHECK(Decoded(head + "Đảng", PageFormat::kHtml) == head + "Đảng");
}

}  // namespace tracuu
