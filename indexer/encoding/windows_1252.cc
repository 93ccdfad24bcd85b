#include "indexer/encoding/windows_1252.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr unsigned char kFirst = 0x80;

// Bytes 80 to 9F.
constexpr std::array<char16_t, 32> kHighControls = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

}  // namespace

char32_t FromWindows1252(unsigned char byte) {
  const bool is_special =
      byte >= kFirst && byte < kFirst + kHighControls.size();
  return is_special ? kHighControls[byte - kFirst] : byte;
}

std::optional<unsigned char> ToWindows1252(char32_t value) {
  if (value < 0x100) return static_cast<unsigned char>(value);
  const auto* found =
      std::find(kHighControls.begin(), kHighControls.end(), value);
  if (found == kHighControls.end()) return std::nullopt;
  return static_cast<unsigned char>(kFirst + (found - kHighControls.begin()));
}

std::string ReadAsWindows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 4);
  for (const char c : bytes) {
    AppendUtf8(FromWindows1252(static_cast<unsigned char>(c)), &text);
  }
  return text;
}

std::optional<std::string> WriteAsWindows1252(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    const auto byte = point.valid ? ToWindows1252(point.value) : std::nullopt;
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    i += point.size;
  }
  return bytes;
}

}  // namespace tracuu
