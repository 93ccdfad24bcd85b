#include "indexer/reading/capital_font.h"

#include <algorithm>
#include <cstddef>

#include "common/base/ascii.h"
#include "common/text/letter_case.h"
#include "indexer/reading/html_metadata.h"

namespace tracuu {
namespace {

// The first of a list of fonts, without quotes.
std::string FirstFamily(std::string_view families) {
  constexpr std::string_view kAround = " \t\r\n\"'";
  families = families.substr(0, families.find(','));
  const std::size_t begin = families.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = families.find_last_not_of(kAround);
  return std::string(families.substr(begin, end + 1 - begin));
}

// The value of font-family in a style; nothing if it has none. Word writes
// "mso-ascii-font-family" beside it.
std::optional<std::string_view> FontFamilyOf(std::string_view style) {
  constexpr std::string_view kProperty = "font-family";
  const std::string lower = LowerAscii(style);
  for (std::size_t at = lower.find(kProperty); at != std::string::npos;
       at = lower.find(kProperty, at + 1)) {
    const std::size_t before = lower.find_last_not_of(" \t\r\n", at - 1);
    const bool is_whole =
        at == 0 || before == std::string::npos || lower[before] == ';';
    const std::size_t colon =
        lower.find_first_not_of(" \t\r\n", at + kProperty.size());
    if (!is_whole || colon == std::string::npos || lower[colon] != ':')
      continue;
    const std::string_view value = style.substr(colon + 1);
    return value.substr(0, value.find(';'));
  }
  return std::nullopt;
}

}  // namespace

bool IsCapitalFont(std::string_view family) {
  const std::string lower = LowerAscii(family);
  if (!lower.starts_with(".vn")) return false;
  return family.ends_with('H') || lower == ".vntimeh" || lower == ".vnarialh";
}

std::optional<std::string> StatedFont(const GumboElement& element) {
  if (const auto family = FontFamilyOf(AttributeOf(element, "style"))) {
    return FirstFamily(*family);
  }
  if (element.tag != GUMBO_TAG_FONT) return std::nullopt;
  const std::string_view face = AttributeOf(element, "face");
  if (face.empty()) return std::nullopt;
  return FirstFamily(face);
}

std::string TakeCapitalMarks(std::string_view text, bool is_tcvn3) {
  constexpr char kMarks[] = {kCapitalsBegin, kCapitalsEnd, '\0'};
  if (text.find_first_of(kMarks) == std::string_view::npos) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find(kCapitalsBegin), text.size());
    const std::size_t end =
        std::min(text.find(kCapitalsEnd, begin), text.size());
    out += text.substr(0, begin);
    if (begin == text.size()) break;
    const std::string_view drawn = text.substr(begin + 1, end - begin - 1);
    out += is_tcvn3 ? InCase(drawn, LetterCase::kUpper) : std::string(drawn);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::erase(out, kCapitalsBegin);
  std::erase(out, kCapitalsEnd);
  return out;
}

}  // namespace tracuu
