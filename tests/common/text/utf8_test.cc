#include "common/text/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_SUITE_BEGIN("common/text/utf8");

TEST_CASE("every code point survives the trip through UTF-8") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string bytes;
    AppendUtf8(value, &bytes);
    const CodePoint decoded = DecodeUtf8(bytes, 0);
    const bool same =
        decoded.valid && decoded.value == value && decoded.size == bytes.size();
    if (!same) FAIL_CHECK("code point " << static_cast<unsigned>(value));
  }
}

TEST_CASE("what RFC 3629 forbids is broken, one byte at a time") {
  for (const char* bytes :
       {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x80\xAF", "\xED\xA0\x80",
        "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
        "\xE1\xBA", "\xC3", "\xE1z"}) {
    CAPTURE(std::string(bytes));
    const CodePoint decoded = DecodeUtf8(bytes, 0);
    CHECK_FALSE(decoded.valid);
    CHECK(decoded.size == 1);
    CHECK(decoded.value == 0xFFFD);
    CHECK(FirstInvalidUtf8(std::string("a") + bytes) == 1);
  }
  CHECK_FALSE(FirstInvalidUtf8("Đảng 中 \xF0\x9F\x98\x80"));
}

TEST_CASE("what is no code point is appended as U+FFFD") {
  std::string out;
  AppendUtf8(0xD800, &out);
  AppendUtf8(0x110000, &out);
  CHECK(out == "\uFFFD\uFFFD");
}

TEST_CASE("a broken byte counts as one code point") {
  CHECK(CountCodePoints("") == 0);
  CHECK(CountCodePoints("đảng") == 4);
  CHECK(CountCodePoints("a\xFF\xE1\xBA") == 4);
}

TEST_SUITE_END();

}  // namespace tracuu
