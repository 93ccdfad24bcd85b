#ifndef TRACUU_COMMON_BASE_ASCII_H_
#define TRACUU_COMMON_BASE_ASCII_H_

// Lower case for what is ASCII by its definition: names of hosts, header
// fields, charsets and HTML elements. Text goes through Analyze() instead.

#include <algorithm>
#include <string>
#include <string_view>

namespace tracuu {

constexpr char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return LowerAscii(c); });
  return lower;
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_ASCII_H_
