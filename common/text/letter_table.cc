#include "common/text/letter_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace tracuu {
namespace {

using Table = std::array<CharInfo, kTableSize>;

constexpr CharInfo Of(CharClass kind) {
  CharInfo info;
  info.kind = kind;
  return info;
}

constexpr CharInfo Letter(char plain, Shape shape, std::uint8_t tone,
                          bool upper) {
  return {CharClass::kLetter, plain, shape, tone, upper};
}

constexpr void SetRange(Table* table, std::size_t first, std::size_t last,
                        CharClass kind) {
  for (std::size_t i = first; i <= last; ++i) (*table)[i] = Of(kind);
}

constexpr void SetLetters(Table* table) {
  for (char c = 'a'; c <= 'z'; ++c) {
    const std::size_t lower = static_cast<unsigned char>(c);
    (*table)[lower] = Letter(c, Shape::kPlain, 0, false);
    (*table)[lower - 32] = Letter(c, Shape::kPlain, 0, true);
  }
  for (char c = '0'; c <= '9'; ++c) {
    (*table)[static_cast<unsigned char>(c)] = {CharClass::kDigit, c,
                                               Shape::kPlain, 0, false};
  }
  for (const VowelRow& row : kVowelRows) {
    for (std::uint8_t tone = 0; tone < kToneCount; ++tone) {
      (*table)[row.lower[tone]] = Letter(row.plain, row.shape, tone, false);
      (*table)[row.upper[tone]] = Letter(row.plain, row.shape, tone, true);
    }
  }
  for (const char16_t c : {u'đ', u'ð', u'ɖ'}) {
    (*table)[c] = Letter('d', Shape::kStroke, 0, false);
  }
  for (const char16_t c : {u'Đ', u'Ð', u'Ɖ'}) {
    (*table)[c] = Letter('d', Shape::kStroke, 0, true);
  }
  (*table)[u'ı'] = Letter('i', Shape::kPlain, 0, false);
}

constexpr void SetMarks(Table* table) {
  // Tone marks in the order of the tones; U+0340 and U+0341 are old names of
  // U+0300 and U+0301.
  constexpr char16_t kTones[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
  for (std::uint8_t tone = 1; tone < kToneCount; ++tone) {
    (*table)[kTones[tone]] = Of(CharClass::kToneMark);
    (*table)[kTones[tone]].tone = tone;
  }
  (*table)[0x340] = (*table)[0x300];
  (*table)[0x341] = (*table)[0x301];

  for (const std::size_t c : {0x302, 0x306, 0x31B}) {
    (*table)[c] = Of(CharClass::kVowelMark);
  }
  (*table)[0x302].shape = Shape::kCircumflex;
  (*table)[0x306].shape = Shape::kBreve;
  (*table)[0x31B].shape = Shape::kHorn;
}

constexpr Table MakeTable() {
  Table table{};
  SetRange(&table, 0, 0xA9, CharClass::kSeparator);
  SetRange(&table, 0x2000, 0x206F, CharClass::kSeparator);
  SetLetters(&table);
  SetMarks(&table);
  for (const std::size_t c :
       {0x27, 0x60, 0xB4, 0x2B9, 0x2BC, 0x2018, 0x2019, 0x201B}) {
    table[c] = Of(CharClass::kApostrophe);
  }
  table[0xAD] = Of(CharClass::kIgnored);
  table[0x34F] = Of(CharClass::kIgnored);
  SetRange(&table, 0x200B, 0x200F, CharClass::kIgnored);
  SetRange(&table, 0x202A, 0x202E, CharClass::kIgnored);
  SetRange(&table, 0x2060, 0x2064, CharClass::kIgnored);
  SetRange(&table, 0x2066, 0x206F, CharClass::kIgnored);
  return table;
}

// What ICU says of a code point that is not in the table.
CharClass AskIcu(char32_t value) {
  if ((value >= 0xFE00 && value <= 0xFE0F) || value == 0xFEFF) {
    return CharClass::kIgnored;
  }
  const auto c = static_cast<UChar32>(value);
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & U_GC_M_MASK) != 0 || !Nfc().hasBoundaryBefore(c)) {
    return CharClass::kForeignMark;
  }
  if ((category & (U_GC_L_MASK | U_GC_ND_MASK)) != 0) {
    return CharClass::kForeignLetter;
  }
  return CharClass::kSeparator;
}

// Full-width ASCII, and letters that Unicode encodes twice.
char32_t SimpleEquivalent(char32_t value) {
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  icu::UnicodeString decomposed;
  if (!Nfc().getRawDecomposition(static_cast<UChar32>(value), decomposed) ||
      decomposed.countChar32() != 1) {
    return value;
  }
  return static_cast<char32_t>(decomposed.char32At(0));
}

// The code points of one case, by CompositionIndex; 0 for what does not exist.
constexpr std::size_t kShapeCount = 5;
constexpr std::size_t kLetterCount = 26;
using Compositions =
    std::array<char16_t, kLetterCount * kShapeCount * kToneCount>;

constexpr std::size_t CompositionIndex(char plain, Shape shape,
                                       std::uint8_t tone) {
  const auto letter = static_cast<std::size_t>(plain - 'a');
  return (letter * kShapeCount + static_cast<std::size_t>(shape)) * kToneCount +
         tone;
}

constexpr Compositions MakeCompositions(bool upper) {
  Compositions table{};
  for (char c = 'a'; c <= 'z'; ++c) {
    table[CompositionIndex(c, Shape::kPlain, 0)] =
        static_cast<char16_t>(upper ? c - 32 : c);
  }
  for (const VowelRow& row : kVowelRows) {
    for (std::uint8_t tone = 0; tone < kToneCount; ++tone) {
      table[CompositionIndex(row.plain, row.shape, tone)] =
          upper ? row.upper[tone] : row.lower[tone];
    }
  }
  table[CompositionIndex('d', Shape::kStroke, 0)] = upper ? u'Đ' : u'đ';
  return table;
}

constexpr Compositions kLowerCompositions = MakeCompositions(false);
constexpr Compositions kUpperCompositions = MakeCompositions(true);

}  // namespace

constinit const Table kCharTable = MakeTable();

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFC data");
    return *nfc;
  }();
  return instance;
}

bool HasShape(char plain, Shape shape) {
  return kLowerCompositions[CompositionIndex(plain, shape, 0)] != 0;
}

char32_t ComposeLetter(const CharInfo& letter) {
  const Compositions& table =
      letter.upper ? kUpperCompositions : kLowerCompositions;
  return table[CompositionIndex(letter.plain, letter.shape, letter.tone)];
}

CharInfo Classify(char32_t* value) {
  if (*value < kTableSize && kCharTable[*value].kind != CharClass::kUnknown) {
    return kCharTable[*value];
  }
  *value = SimpleEquivalent(*value);
  if (*value < kTableSize && kCharTable[*value].kind != CharClass::kUnknown) {
    return kCharTable[*value];
  }
  CharInfo info;
  info.kind = AskIcu(*value);
  return info;
}

char32_t LatinTwin(char32_t value) {
  switch (value) {
    case U'\u0430':
    case U'\u03B1':
      return U'a';
    case U'\u0435':
      return U'e';
    case U'\u043E':
    case U'\u03BF':
      return U'o';
    case U'\u0441':
      return U'c';
    case U'\u0440':
      return U'p';
    case U'\u0445':
      return U'x';
    case U'\u0443':
      return U'y';
    case U'\u0410':
      return U'A';
    case U'\u0415':
      return U'E';
    case U'\u041E':
    case U'\u039F':
      return U'O';
    case U'\u0421':
      return U'C';
    case U'\u0420':
      return U'P';
    case U'\u0425':
      return U'X';
    case U'\u0423':
      return U'Y';
    default:
      return 0;
  }
}

}  // namespace tracuu
