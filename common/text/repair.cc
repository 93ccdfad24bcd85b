#include <string>

#include "common/text/analyze.h"
#include "common/text/letter_reader.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// Control characters but \n and \t, and the no-break space, become a space.
char32_t ShownAs(char32_t value) {
  if (value == U'\n' || value == U'\t') return value;
  const bool is_control = value < 0x20 || (value >= 0x7F && value < 0xA0);
  return is_control || value == 0xA0 ? U' ' : value;
}

}  // namespace

std::string RepairUnicode(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  LetterReader reader(text);
  for (std::size_t pos = 0; pos < text.size();) {
    const Cluster cluster = reader.Read(pos);
    const CharInfo& info = cluster.info;
    if (info.kind == CharClass::kLetter) {
      AppendUtf8(ComposeLetter(info), &repaired);
    } else if (cluster.size == 1 &&
               static_cast<unsigned char>(text[pos]) < 0x80) {
      const bool is_line_end = text.substr(pos, 2) == "\r\n";
      if (!is_line_end) {
        AppendUtf8(ShownAs(static_cast<unsigned char>(text[pos])), &repaired);
      }
    } else if (info.kind != CharClass::kIgnored) {
      for (const char32_t value : reader.raw()) {
        AppendUtf8(ShownAs(value), &repaired);
      }
    }
    pos += cluster.size;
  }
  return repaired;
}

}  // namespace tracuu
