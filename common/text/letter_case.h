#ifndef TRACUU_COMMON_TEXT_LETTER_CASE_H_
#define TRACUU_COMMON_TEXT_LETTER_CASE_H_

// Writes a token's form back the way its writer wrote it.

#include <string>
#include <string_view>

#include "common/text/analyze.h"

namespace tracuu {

// `form` (a Token::exact) as kUpper or kCapital would have it: "ĐẢNG", "Đảng";
// itself for every other case. Letters of other alphabets stay as they are.
// Thread-safe.
std::string InCase(std::string_view form, LetterCase letter_case);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_LETTER_CASE_H_
