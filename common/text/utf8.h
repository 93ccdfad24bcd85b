#ifndef TRACUU_COMMON_TEXT_UTF8_H_
#define TRACUU_COMMON_TEXT_UTF8_H_

// UTF-8, byte by byte: what both the analyzer and callers that must not cut a
// character in half need. Everything here is thread-safe and allocates only
// for what it returns.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

struct CodePoint {
  char32_t value = 0;    // U+FFFD if the bytes are broken.
  std::size_t size = 0;  // Bytes it takes; 1 for a broken byte.
  bool valid = false;
};

// Decodes the code point at text[offset]. REQUIRES: offset < text.size().
CodePoint DecodeUtf8(std::string_view text, std::size_t offset);

// Appends `value`, or U+FFFD if it is a surrogate or beyond U+10FFFF.
void AppendUtf8(char32_t value, std::string* out);

// Returns the offset of the first byte that is not valid UTF-8 (RFC 3629: no
// overlong forms, no surrogates), or nothing if all are.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);

// Number of code points; a broken byte counts as one.
std::size_t CountCodePoints(std::string_view text);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_UTF8_H_
