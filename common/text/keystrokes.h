#ifndef TRACUU_COMMON_TEXT_KEYSTROKES_H_
#define TRACUU_COMMON_TEXT_KEYSTROKES_H_

// Keystrokes of the Telex and VNI input methods that reached us raw, because
// the method was off: "baor veej neenf tangr" is "bảo vệ nền tảng", and so is
// "bao3 ve65 ne62n ta3ng". For queries only: documents are never decoded.
//
//   Telex  s f r x j: sắc huyền hỏi ngã nặng, anywhere after the vowel; z: none
//          aa ee oo: â ê ô; dd: đ; aw ow uw: ă ơ ư; uow: ươ; w alone: ư
//   VNI    1 2 3 4 5: the same tones, 0: none; 6: â ê ô; 7: ơ ư; 8: ă; 9: đ
//
// The second d, the w and the second vowel may also follow the consonants
// ("dangd", "tuongw", "tanaf").
//
// An unmarked Vietnamese syllable hardly ever looks like keystrokes (16 of
// 1,682, all like "boong"), but English does ("box", "six", "queen": 521 of
// 73,445 words), and so do Roman numerals ("ix") and labels ("lop5", "to1").
// So one word decides nothing; ReadKeystrokes() looks at the whole query.
//
// Pure functions, thread-safe.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

enum class InputMethod : std::uint8_t { kTelex, kVni };

// Decodes one word, lower-case ASCII. Returns the syllable, spelt as
// Token::exact spells it; nothing if the word has no keystrokes or they make
// no syllable (IsSyllable).
//
//   Telex: "neenf" → "nền", "tuowngr" → "tưởng"; "text", "dang" → nothing
std::optional<std::string> DecodeSyllable(std::string_view word,
                                          InputMethod method);

// Tells of a word, without marks and in lower case, whether it is one of the
// project's own, such as an abbreviation ("ubnd").
using IsOwnWord = std::function<bool(std::string_view word)>;

struct KeystrokeReading {
  InputMethod method = InputMethod::kTelex;
  // Is the evidence good enough to search for the reading? If not, it may only
  // be offered.
  bool certain = false;
  // The pieces given, decoded; what is no keystroke is as it was.
  std::vector<std::string> pieces;
};

// Reads the texts of one query (its words, the insides of its phrases) as
// keystrokes. Returns nothing unless
//
//   - no word has a mark already,
//   - every word with keystrokes makes a syllable, and at least one of these
//     is neither a common English word nor a numbered label,
//   - every other word is an unmarked syllable, a number, a Roman numeral, a
//     document symbol, an abbreviation in capitals or a word of our own.
//
// The reading is certain if two words or more have keystrokes.
std::optional<KeystrokeReading> ReadKeystrokes(
    std::span<const std::string_view> pieces, const IsOwnWord& is_own_word);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_KEYSTROKES_H_
