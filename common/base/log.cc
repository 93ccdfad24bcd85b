#include "common/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace tracuu {
namespace {

// Bytes of the UTF-8 sequence at text[i], or 0 if it is broken or a control
// character (C1 and the line separators U+2028/9 included).
std::size_t PrintableLength(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return static_cast<unsigned char>(text[k]);
  };
  const unsigned lead = byte(i);
  if (lead < 0x20 || lead == 0x7F || lead == '\\') return 0;
  if (lead < 0x80) return 1;
  const std::size_t n = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || i + n > text.size()) return 0;
  for (std::size_t k = 1; k < n; ++k) {
    if ((byte(i + k) & 0xC0U) != 0x80U) return 0;
  }
  // Overlong forms, surrogates and what is beyond U+10FFFF.
  const unsigned next = byte(i + 1);
  if ((lead == 0xE0 && next < 0xA0) || (lead == 0xED && next >= 0xA0) ||
      (lead == 0xF0 && next < 0x90) || (lead == 0xF4 && next >= 0x90)) {
    return 0;
  }
  if (lead == 0xC2 && byte(i + 1) < 0xA0) return 0;
  if (lead == 0xE2 && byte(i + 1) == 0x80 &&
      (byte(i + 2) == 0xA8 || byte(i + 2) == 0xA9)) {
    return 0;
  }
  return n;
}

}  // namespace

void InitLog(std::string_view level) {
  auto logger = spdlog::get("tracuu");
  if (!logger) logger = spdlog::stderr_logger_mt("tracuu");
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  logger->set_level(spdlog::level::from_str(std::string(level)));
  spdlog::set_default_logger(logger);
}

std::string Printable(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t n = PrintableLength(text, i); n > 0) {
      out.append(text, i, n);
      i += n;
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[i++]);
    out += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

}  // namespace tracuu
