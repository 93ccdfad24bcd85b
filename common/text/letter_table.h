#ifndef TRACUU_COMMON_TEXT_LETTER_TABLE_H_
#define TRACUU_COMMON_TEXT_LETTER_TABLE_H_

// What each code point means in Vietnamese text. Internal to common/text.
//
// The alphabet has 12 vowel letters (a ă â e ê i o ô ơ u ư y) in 6 tones each,
// and đ. A letter is therefore kept as (plain ASCII letter, shape, tone), and
// every way of encoding it, composed or not, comes to the same three.
//
// The look-alikes are those met on Vietnamese pages: Ð (U+00D0) and its kin
// for Đ, dotless i, full-width ASCII; Cyrillic and Greek letters only inside a
// word that is otherwise Latin (see LetterReader).

#include <unicode/normalizer2.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace tracuu {

enum class CharClass : std::uint8_t {
  kUnknown,  // Not in the table: ICU knows.
  kSeparator,
  kLetter,      // Of the Vietnamese alphabet, or ASCII.
  kDigit,       // 0-9.
  kApostrophe,  // Joins the parts of a highland name: M'Drắk.
  kIgnored,     // Vanishes: zero-width characters, soft hyphens.
  kToneMark,    // Combining.
  kVowelMark,   // Combining circumflex, breve or horn.
  kForeignLetter,
  kForeignMark,
};

// How a letter differs from its plain ASCII letter.
enum class Shape : std::uint8_t { kPlain, kBreve, kCircumflex, kHorn, kStroke };

struct CharInfo {
  CharClass kind = CharClass::kUnknown;
  char plain = 0;  // Letters: lower-case ASCII. Digits: the digit.
  Shape shape = Shape::kPlain;
  std::uint8_t tone = 0;  // 0 to 5, see kToneCount.
  bool upper = false;
};

// The hyphen and what pages have for it.
constexpr bool IsDash(char32_t value) {
  return value == U'-' || (value >= 0x2010 && value <= 0x2015) ||
         value == 0x2212 || value == 0xFE63;
}

constexpr bool IsSlash(char32_t value) {
  return value == U'/' || value == 0x2044 || value == 0x2215;
}

// Tones: 0 ngang (no mark), 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng.
inline constexpr std::uint8_t kToneCount = 6;
inline constexpr std::uint8_t kHeavyTone = 5;

struct VowelRow {
  char plain;
  Shape shape;
  std::array<char16_t, kToneCount> lower;
  std::array<char16_t, kToneCount> upper;
};

inline constexpr std::array<VowelRow, 12> kVowelRows{{
    {'a',
     Shape::kPlain,
     {u'a', u'à', u'á', u'ả', u'ã', u'ạ'},
     {u'A', u'À', u'Á', u'Ả', u'Ã', u'Ạ'}},
    {'a',
     Shape::kBreve,
     {u'ă', u'ằ', u'ắ', u'ẳ', u'ẵ', u'ặ'},
     {u'Ă', u'Ằ', u'Ắ', u'Ẳ', u'Ẵ', u'Ặ'}},
    {'a',
     Shape::kCircumflex,
     {u'â', u'ầ', u'ấ', u'ẩ', u'ẫ', u'ậ'},
     {u'Â', u'Ầ', u'Ấ', u'Ẩ', u'Ẫ', u'Ậ'}},
    {'e',
     Shape::kPlain,
     {u'e', u'è', u'é', u'ẻ', u'ẽ', u'ẹ'},
     {u'E', u'È', u'É', u'Ẻ', u'Ẽ', u'Ẹ'}},
    {'e',
     Shape::kCircumflex,
     {u'ê', u'ề', u'ế', u'ể', u'ễ', u'ệ'},
     {u'Ê', u'Ề', u'Ế', u'Ể', u'Ễ', u'Ệ'}},
    {'i',
     Shape::kPlain,
     {u'i', u'ì', u'í', u'ỉ', u'ĩ', u'ị'},
     {u'I', u'Ì', u'Í', u'Ỉ', u'Ĩ', u'Ị'}},
    {'o',
     Shape::kPlain,
     {u'o', u'ò', u'ó', u'ỏ', u'õ', u'ọ'},
     {u'O', u'Ò', u'Ó', u'Ỏ', u'Õ', u'Ọ'}},
    {'o',
     Shape::kCircumflex,
     {u'ô', u'ồ', u'ố', u'ổ', u'ỗ', u'ộ'},
     {u'Ô', u'Ồ', u'Ố', u'Ổ', u'Ỗ', u'Ộ'}},
    {'o',
     Shape::kHorn,
     {u'ơ', u'ờ', u'ớ', u'ở', u'ỡ', u'ợ'},
     {u'Ơ', u'Ờ', u'Ớ', u'Ở', u'Ỡ', u'Ợ'}},
    {'u',
     Shape::kPlain,
     {u'u', u'ù', u'ú', u'ủ', u'ũ', u'ụ'},
     {u'U', u'Ù', u'Ú', u'Ủ', u'Ũ', u'Ụ'}},
    {'u',
     Shape::kHorn,
     {u'ư', u'ừ', u'ứ', u'ử', u'ữ', u'ự'},
     {u'Ư', u'Ừ', u'Ứ', u'Ử', u'Ữ', u'Ự'}},
    {'y',
     Shape::kPlain,
     {u'y', u'ỳ', u'ý', u'ỷ', u'ỹ', u'ỵ'},
     {u'Y', u'Ỳ', u'Ý', u'Ỷ', u'Ỹ', u'Ỵ'}},
}};

constexpr bool IsVowel(char plain) {
  return plain == 'a' || plain == 'e' || plain == 'i' || plain == 'o' ||
         plain == 'u' || plain == 'y';
}

// Returns the code point of `letter`. REQUIRES: kind is kLetter and the letter
// exists (see HasShape); only vowels have a tone.
char32_t ComposeLetter(const CharInfo& letter);

// True if the alphabet has `plain`, a letter from a to z, with `shape`: â but
// not î.
bool HasShape(char plain, Shape shape);

// Classes of the code points below kTableSize, built by the compiler.
inline constexpr std::size_t kTableSize = 0x2070;
extern const std::array<CharInfo, kTableSize> kCharTable;

// Returns what `value` is, from the table or from ICU. `*value` becomes what
// it stands for if it is a look-alike or has a canonical single equivalent
// (U+0341 is U+0301).
CharInfo Classify(char32_t* value);

// ICU's NFC normaliser.
const icu::Normalizer2& Nfc();

// Returns the Latin letter that a Cyrillic or Greek one passes for, or 0.
char32_t LatinTwin(char32_t value);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_LETTER_TABLE_H_
