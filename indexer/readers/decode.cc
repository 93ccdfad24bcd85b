#include "indexer/readers/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/text/utf8.h"
#include "indexer/encoding/doctor.h"
#include "indexer/encoding/windows_1252.h"

namespace tracuu {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::size_t kCharsetSearchBytes = 1024;

// Broken bytes that a page may hold and still be taken for UTF-8.
constexpr std::size_t kBrokenBytesAllowed = 8;
constexpr std::size_t kBrokenShareAllowed = 1000;  // One in a thousand.

// Fewer tell nothing.
constexpr std::size_t kLeastUtf16Units = 16;

bool MoreThanAFew(std::size_t count, std::size_t size) {
  return count > kBrokenBytesAllowed && count > size / kBrokenShareAllowed;
}

// Empty if ICU knows no such charset.
std::string Convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size =
      static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), INT32_MAX));
  const std::int32_t needed = ucnv_convert("UTF-8", charset.c_str(), nullptr, 0,
                                           bytes.data(), size, &status);
  if (needed <= 0) return {};
  std::string out(static_cast<std::size_t>(needed), '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", charset.c_str(), out.data(), needed, bytes.data(), size,
               &status);
  return out;
}

// One name for a charset, whichever of its names a page declares, so that they
// can be counted.
std::string PlainName(const std::string& charset) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const name =
        ucnv_getStandardName(charset.c_str(), standard, &status);
    if (name != nullptr && U_SUCCESS(status)) return LowerAscii(name);
  }
  return charset;
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

std::size_t CountHighBytes(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(),
      [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

// "UTF-16LE" or "UTF-16BE" if the bytes are that without saying so: most
// characters of our texts are ASCII, whose upper byte is NUL.
const char* UnmarkedUtf16(std::string_view bytes) {
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++nuls[i & 1];
  }
  const std::size_t units = bytes.size() / 2;
  if (units < kLeastUtf16Units) return nullptr;
  for (const std::size_t upper : {1U, 0U}) {
    // Some: the lower byte of a combining grave accent is NUL too.
    if (nuls[upper] * 3 > units && nuls[1 - upper] * 8 <= nuls[upper]) {
      return upper == 1 ? "UTF-16LE" : "UTF-16BE";
    }
  }
  return nullptr;
}

template <typename Take>
void ForEachLine(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    take(text.substr(0, size));
    text.remove_prefix(size);
  }
}

// Decodes what is not UTF-8 as the doctor says: the lines that are not, if the
// others clearly are, as new pages have old ones inside; else all. Nothing if
// the doctor does not know.
std::optional<DecodedText> DecodeByContent(std::string_view bytes) {
  std::string ill;
  std::string others;
  ForEachLine(bytes, [&](std::string_view line) {
    (FirstInvalidUtf8(line) ? ill : others) += line;
  });
  const Treatment treatment = Diagnose(ReadAsWindows1252(ill));
  if (treatment.is_none()) return std::nullopt;
  DecodedText decoded;
  decoded.repair = treatment.Name();
  if (!HoldsWellWords(others)) {
    decoded.text = Treat(ReadAsWindows1252(bytes), treatment);
    return decoded;
  }
  decoded.text.reserve(bytes.size() * 2);
  ForEachLine(bytes, [&](std::string_view line) {
    if (FirstInvalidUtf8(line)) {
      decoded.text += Treat(ReadAsWindows1252(line), treatment);
    } else {
      decoded.text += line;
    }
  });
  return decoded;
}

// Nothing if the charset is not known or is UTF-8, which the bytes are not.
std::optional<DecodedText> DecodeAsDeclared(std::string_view bytes,
                                            const std::string& charset) {
  if (charset.empty() || charset.starts_with("utf-8") || charset == "utf8") {
    return std::nullopt;
  }
  // As browsers do: what calls itself Latin-1 is windows-1252.
  const bool is_latin = charset == "iso-8859-1" || charset == "windows-1252" ||
                        charset == "us-ascii";
  std::string text =
      is_latin ? ReadAsWindows1252(bytes) : Convert(bytes, charset);
  if (text.empty()) return std::nullopt;
  return DecodedText{std::move(text),
                     is_latin ? "windows-1252" : PlainName(charset)};
}

Rejection NotUtf8(std::size_t offset) {
  Rejection rejection;
  rejection.offset = offset;
  rejection.code = "not-utf8";
  rejection.message =
      "not UTF-8: first broken byte at offset " + std::to_string(offset);
  rejection.hint =
      "convert the file to UTF-8; it is in none of the encodings that are "
      "recognised, or has too few words to tell";
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
  rejection.hint = "name the file by what it holds, or leave it out";
  return rejection;
}

// Bytes that are not UTF-16.
std::variant<DecodedText, Rejection> DecodeBytes(std::string bytes,
                                                 PageFormat format,
                                                 std::string_view declared) {
  const auto nuls =
      static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  if (MoreThanAFew(nuls, bytes.size())) return Binary(bytes.find('\0'));
  const bool is_marked = bytes.starts_with(kUtf8Mark);
  const BrokenBytes broken = CountBrokenBytes(bytes);
  const bool has_few = !MoreThanAFew(broken.count, bytes.size());
  // In UTF-8 with a few lost bytes most of the high ones are sound.
  const bool is_utf8 =
      has_few && (is_marked || broken.count * 2 <= CountHighBytes(bytes));
  if (!is_utf8) {
    if (auto decoded = DecodeByContent(bytes)) return *std::move(decoded);
    std::string charset(declared);
    if (charset.empty() && format == PageFormat::kHtml) {
      charset = DeclaredCharset(bytes);
    }
    if (auto decoded = DecodeAsDeclared(bytes, charset)) {
      return *std::move(decoded);
    }
    if (!has_few) return NotUtf8(broken.first);
  }
  if (is_marked) bytes.erase(0, kUtf8Mark.size());
  return DecodedText{std::move(bytes), ""};
}

}  // namespace

std::string DeclaredCharset(std::string_view html) {
  const std::string head = LowerAscii(html.substr(0, kCharsetSearchBytes));
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

void SetDecoded(DecodedText decoded, Page* page) {
  page->content = std::move(decoded.text);
  if (!decoded.repair.empty()) {
    page->repairs.push_back(std::move(decoded.repair));
  }
}

std::variant<DecodedText, Rejection> DecodeToUtf8(std::string bytes,
                                                  PageFormat format,
                                                  std::string_view declared) {
  DecodedText decoded;
  const char* const unmarked = UnmarkedUtf16(bytes);
  if (bytes.starts_with(kUtf16LittleMark)) {
    decoded.text = Convert(std::string_view(bytes).substr(2), "UTF-16LE");
  } else if (bytes.starts_with(kUtf16BigMark)) {
    decoded.text = Convert(std::string_view(bytes).substr(2), "UTF-16BE");
  } else if (unmarked != nullptr) {
    decoded = {Convert(bytes, unmarked), "utf-16"};
  } else {
    auto read = DecodeBytes(std::move(bytes), format, declared);
    if (std::holds_alternative<Rejection>(read)) return read;
    decoded = std::get<DecodedText>(std::move(read));
  }
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
  return decoded;
}

}  // namespace tracuu
