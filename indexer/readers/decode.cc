#include "indexer/readers/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::size_t kCharsetSearchBytes = 1024;

// Broken bytes that a page may hold and still be taken for UTF-8.
constexpr std::size_t kBrokenBytesAllowed = 8;
constexpr std::size_t kBrokenShareAllowed = 1000;  // One in a thousand.

bool MoreThanAFew(std::size_t count, std::size_t size) {
  return count > kBrokenBytesAllowed && count > size / kBrokenShareAllowed;
}

std::string Convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size =
      static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), INT32_MAX));
  const std::int32_t needed =
      ucnv_convert("UTF-8", charset, nullptr, 0, bytes.data(), size, &status);
  if (needed <= 0) return {};
  std::string out(static_cast<std::size_t>(needed), '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", charset, out.data(), needed, bytes.data(), size,
               &status);
  return out;
}

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool IsCharsetByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// Where UTF-8 breaks, and how often.
struct BrokenBytes {
  std::size_t first = 0;
  std::size_t count = 0;
};

BrokenBytes CountBrokenBytes(std::string_view text) {
  BrokenBytes broken;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::optional<std::size_t> next = FirstInvalidUtf8(text.substr(at));
    if (!next) break;
    at += *next;
    if (broken.count++ == 0) broken.first = at;
    ++at;
  }
  return broken;
}

Rejection NotUtf8(std::size_t offset) {
  Rejection rejection;
  rejection.offset = offset;
  rejection.code = "not-utf8";
  rejection.message =
      "not UTF-8: first broken byte at offset " + std::to_string(offset);
  rejection.hint =
      "convert the file to UTF-8; legacy Vietnamese encodings (TCVN3, VNI, "
      "VISCII) are not recognised yet";
  return rejection;
}

Rejection Binary(std::size_t offset) {
  Rejection rejection;
  rejection.offset = offset;
  rejection.code = "binary";
  rejection.message =
      "a binary file: it holds many NUL bytes, the first at "
      "offset " +
      std::to_string(offset);
  rejection.hint = "only text, HTML and JSONL are read";
  return rejection;
}

}  // namespace

std::string DeclaredCharset(std::string_view html) {
  std::string head(html.substr(0, kCharsetSearchBytes));
  std::transform(head.begin(), head.end(), head.begin(), LowerAscii);
  std::size_t at = 0;
  while ((at = head.find("<meta", at)) != std::string::npos) {
    const std::size_t tag_end = std::min(head.find('>', at), head.size());
    std::size_t value = head.find("charset", at);
    at = tag_end;
    if (value == std::string::npos || value >= tag_end) continue;
    value += std::string_view("charset").size();
    value = head.find_first_not_of(" \t\r\n=\"'", value);
    if (value == std::string::npos || value >= tag_end) continue;
    std::size_t end = value;
    while (end < tag_end && IsCharsetByte(head[end])) ++end;
    if (end > value) return head.substr(value, end - value);
  }
  return {};
}

std::variant<std::string, Rejection> DecodeToUtf8(std::string bytes,
                                                  PageFormat format) {
  if (bytes.starts_with(kUtf16LittleMark)) {
    bytes = Convert(std::string_view(bytes).substr(2), "UTF-16LE");
  } else if (bytes.starts_with(kUtf16BigMark)) {
    bytes = Convert(std::string_view(bytes).substr(2), "UTF-16BE");
  } else {
    const std::size_t mark =
        bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
    const auto nuls =
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
    if (MoreThanAFew(nuls, bytes.size())) return Binary(bytes.find('\0'));
    const BrokenBytes broken = CountBrokenBytes(bytes);
    if (broken.count > 0 && mark == 0 && format == PageFormat::kHtml &&
        DeclaredCharset(bytes) == "windows-1258") {
      bytes = Convert(bytes, "windows-1258");
    } else if (MoreThanAFew(broken.count, bytes.size())) {
      return NotUtf8(broken.first);
    }
    bytes.erase(0, mark);
  }
  std::replace(bytes.begin(), bytes.end(), '\0', ' ');
  return bytes;
}

}  // namespace tracuu
