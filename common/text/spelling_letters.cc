#include "common/text/spelling_letters.h"

#include "common/text/letter_table.h"
#include "common/text/utf8.h"

namespace tracuu {

Spelling SpellingOf(std::string_view exact) {
  Spelling spelling;
  for (std::size_t i = 0; i < exact.size();) {
    const CodePoint point = DecodeUtf8(exact, i);
    i += point.size;
    char32_t value = point.value;
    const CharInfo info = Classify(&value);
    if (info.kind != CharClass::kLetter) return {};
    if (info.tone != 0) spelling.tone = info.tone;
    spelling.letter_set |= std::uint32_t{1} << (info.plain - 'a');
    spelling.letters.push_back(
        {info.plain, static_cast<std::uint8_t>(info.shape)});
  }
  return spelling;
}

}  // namespace tracuu
