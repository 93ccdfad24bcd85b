#ifndef TRACUU_INDEXER_ENCODING_WINDOWS_1252_H_
#define TRACUU_INDEXER_ENCODING_WINDOWS_1252_H_

// Windows-1252, byte by byte and without loss: as browsers have it, the five
// bytes that it does not define are the control characters U+0081 and so on.
// What a program makes of bytes that it does not know is nearly always this.
// ISO-8859-1 differs in bytes 80 to 9F only. Thread-safe.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

// The code point of `byte`.
char32_t FromWindows1252(unsigned char byte);

// The byte of `value`, also if ISO-8859-1 has made it of one.
std::optional<unsigned char> ToWindows1252(char32_t value);

// All bytes of `bytes`, as UTF-8.
std::string ReadAsWindows1252(std::string_view bytes);

// Back again; nothing if a character of `text` has no byte.
std::optional<std::string> WriteAsWindows1252(std::string_view text);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_ENCODING_WINDOWS_1252_H_
