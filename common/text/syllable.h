#ifndef TRACUU_COMMON_TEXT_SYLLABLE_H_
#define TRACUU_COMMON_TEXT_SYLLABLE_H_

// Where the tone mark sits in a syllable. Internal to common/text.
//
// Two placements are in use and readers do not notice the difference: the
// classic one (hòa, khỏe, thủy) and the modern one (hoà, khoẻ, thuỷ). Typing
// errors add others (qúy, gía, lạị). A syllable is known by its letters
// without the tone and its tone: no two words differ in the place alone. So
// the mark is put where the classic placement has it.

#include <cstdint>
#include <span>

#include "common/text/letter_table.h"

namespace tracuu {

// One letter of a token.
struct TokenLetter {
  CharInfo info;            // kLetter, kDigit or kForeignLetter.
  std::uint32_t begin = 0;  // Byte offset in the text.
  // Of a foreign letter: its lower-case NFC, in the tokenizer's pool.
  std::uint16_t foreign_begin = 0;
  std::uint8_t bytes = 0;  // Length of the canonical form.
};

// Moves the tone of `letters` to its classic place. Words that do not have the
// shape of a syllable (consonants, one to three vowels, consonants), such as
// "café" and "résumé", keep their marks.
// REQUIRES: all are kLetter.
void PlaceTone(std::span<TokenLetter> letters);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_SYLLABLE_H_
