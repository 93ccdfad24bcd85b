#include "common/base/log.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace tracuu {

TEST_SUITE_BEGIN("common/base/log");

TEST_CASE("text from outside cannot forge a log line") {
  struct Case {
    std::string_view text;
    std::string_view printable;
  };
  static constexpr Case kCases[] = {
      {"", ""},
      {"/tim?q=đảng", "/tim?q=đảng"},
      {"a\nb\r\t", "a\\x0ab\\x0d\\x09"},
      {"\x1B[31m", "\\x1b[31m"},
      {std::string_view("a\0b", 3), "a\\x00b"},
      {"\x7F", "\\x7f"},
      {"\\x0a", "\\x5cx0a"},          // Cannot pass for an escape.
      {"\u0085", "\\xc2\\x85"},       // C1 control
      {"\u2028", "\\xe2\\x80\\xa8"},  // Line separator
      {"\xFFz", "\\xffz"},
      {"z\xE1\xBA", "z\\xe1\\xba"},  // Cut short
      {"\xC0\xAF", "\\xc0\\xaf"},
  };
  for (const Case& c : kCases) {
    CAPTURE(std::string(c.printable));
    CHECK(Printable(c.text) == c.printable);
  }
}

TEST_CASE("surrogates and overlong forms are not printed") {
  CHECK(Printable("\xED\xA0\x80") == "\\xed\\xa0\\x80");
  CHECK(Printable("\xE0\x80\x8A") == "\\xe0\\x80\\x8a");
  CHECK(Printable("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
}

TEST_CASE("logging can be set up twice") {
  InitLog("off");
  InitLog("warn");
}

TEST_SUITE_END();

}  // namespace tracuu
