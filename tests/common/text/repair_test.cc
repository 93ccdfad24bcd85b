#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/text/analyze.h"
#include "common/text/utf8.h"

namespace tracuu {

TEST_SUITE_BEGIN("common/text/repair");

TEST_CASE("text becomes NFC without odd characters and keeps its spelling") {
  struct Case {
    const char* crawled;
    const char* repaired;
  };
  static constexpr Case kCases[] = {
      {"hoà Hoà HÒA", "hoà Hoà HÒA"},  // The writer's placement stays.
      {"Nghi\u0323 Quye\u0302\u0301t", "Nghị Quyết"},
      {"E\u0301\u0302ch", "Ếch"},
      {"\u00D0ảng \u0256ang", "Đảng đang"},
      {"nền\u200B tảng\uFEFF", "nền tảng"},
      {"tư\u00ADởng", "tưởng"},
      {"a\u00A0b", "a b"},
      {"a\r\nb\rc\nd\te", "a\nb c\nd\te"},
      {"a\x01\x7F\u0085z", "a   z"},
      {"a\xFFz\xC3", "a\uFFFDz\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"с\u1ED9ng сос", "cộng сос"},
      {"Noe\u0308l 中国 “x” – …", "Noël 中国 “x” – …"},
      {"İstanbul", "İstanbul"},
      {"\uFF2E\uFF31", "NQ"},
      {"", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.crawled));
    CHECK(RepairUnicode(c.crawled) == c.repaired);
    CHECK(RepairUnicode(c.repaired) == c.repaired);
    CHECK(ExactKey(c.crawled) == ExactKey(c.repaired));
  }
}

TEST_CASE("NUL becomes a space") {
  CHECK(RepairUnicode(std::string_view("a\0b", 3)) == "a b");
}

TEST_SUITE_END();

}  // namespace tracuu
