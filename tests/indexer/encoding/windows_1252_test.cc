#include "indexer/encoding/windows_1252.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_CASE("all bytes come back from windows-1252") {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  const std::string text = ReadAsWindows1252(bytes);
  CHECK(WriteAsWindows1252(text) == bytes);
  CHECK(ReadAsWindows1252("\x93\x85\x94\xE9") == "“…”é");
}

TEST_CASE("what ISO-8859-1 made of a byte is that byte too") {
  for (char32_t value = 0; value < 256; ++value) {
    CHECK(ToWindows1252(value) == static_cast<unsigned char>(value));
  }
  CHECK_FALSE(ToWindows1252(U'ạ'));
  CHECK_FALSE(WriteAsWindows1252("é ạ"));
  CHECK_FALSE(WriteAsWindows1252("\xC3"));
}

}  // namespace tracuu
