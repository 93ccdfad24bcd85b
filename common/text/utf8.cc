#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool IsContinuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// Length announced by the first byte, or 0 if none can start with it. 0xC0,
// 0xC1 (overlong) and 0xF5-0xFF (beyond Unicode) start nothing.
constexpr std::size_t SequenceLength(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  if (first < 0xF5) return 4;
  return 0;
}

constexpr bool IsSurrogate(char32_t value) {
  return value >= 0xD800 && value <= 0xDFFF;
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[offset + i]);
  };
  constexpr CodePoint kBroken{kReplacement, 1, false};

  const std::size_t length = SequenceLength(byte(0));
  if (length == 1) return {byte(0), 1, true};
  if (length == 0 || text.size() - offset < length) return kBroken;

  char32_t value = byte(0) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation(byte(i))) return kBroken;
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kLeast[length] || value > 0x10FFFF || IsSurrogate(value)) {
    return kBroken;
  }
  return {value, length, true};
}

void AppendUtf8(char32_t value, std::string* out) {
  if (value > 0x10FFFF || IsSurrogate(value)) value = kReplacement;
  const auto push = [out](char32_t byte) {
    out->push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (value < 0x80) {
    push(value);
    return;
  }
  if (value < 0x800) {
    push(0xC0 | (value >> 6));
  } else {
    if (value < 0x10000) {
      push(0xE0 | (value >> 12));
    } else {
      push(0xF0 | (value >> 18));
      push(0x80 | ((value >> 12) & 0x3F));
    }
    push(0x80 | ((value >> 6) & 0x3F));
  }
  push(0x80 | (value & 0x3F));
}

std::optional<std::size_t> FirstInvalidUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint code_point = DecodeUtf8(text, i);
    if (!code_point.valid) return i;
    i += code_point.size;
  }
  return std::nullopt;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    i += DecodeUtf8(text, i).size;
  }
  return count;
}

}  // namespace tracuu
