#include "common/text/letter_case.h"

#include "common/text/letter_table.h"
#include "common/text/utf8.h"

namespace tracuu {

std::string InCase(std::string_view form, LetterCase letter_case) {
  const bool all = letter_case == LetterCase::kUpper;
  if (!all && letter_case != LetterCase::kCapital) return std::string(form);
  std::string out;
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint point = DecodeUtf8(form, i);
    char32_t value = point.value;
    CharInfo info = Classify(&value);
    info.upper = all || i == 0;
    AppendUtf8(info.kind == CharClass::kLetter ? ComposeLetter(info) : value,
               &out);
    i += point.size;
  }
  return out;
}

}  // namespace tracuu
