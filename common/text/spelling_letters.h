#ifndef TRACUU_COMMON_TEXT_SPELLING_LETTERS_H_
#define TRACUU_COMMON_TEXT_SPELLING_LETTERS_H_

// A word letter by letter, for comparing spellings.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tracuu {

// A letter as (plain ASCII letter, shape). Shapes only compare: 0 is the plain
// letter, others are the breve, circumflex, horn and stroke.
struct SpellingLetter {
  char plain = 0;
  std::uint8_t shape = 0;

  friend bool operator==(const SpellingLetter&,
                         const SpellingLetter&) = default;
};

struct Spelling {
  std::vector<SpellingLetter> letters;
  // 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng; the last one met.
  std::uint8_t tone = 0;
  // Which plain letters it has: bit 0 for a.
  std::uint32_t letter_set = 0;
};

// Takes `exact` (a Token::exact) apart. Empty letters if it holds anything but
// letters of the Vietnamese alphabet. Thread-safe.
Spelling SpellingOf(std::string_view exact);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_SPELLING_LETTERS_H_
