#ifndef TRACUU_TESTS_COMMON_TEXT_KEYBOARD_H_
#define TRACUU_TESTS_COMMON_TEXT_KEYBOARD_H_

// Types Vietnamese as raw Telex or VNI keystrokes, in the ways people do.

#include <string>
#include <string_view>

#include "common/text/keystrokes.h"
#include "common/text/letter_table.h"
#include "common/text/utf8.h"

namespace tracuu::test {

// When the keys that are no letters of their own are struck.
enum class Habit {
  kInPlace,    // Marks with their letter, the tone at the end: neenf, ddangr.
  kToneEarly,  // The tone right after its vowel: neefn, ddarng.
  kMarksLate,  // Horns, strokes and digits at the end: tuongwr, dangdr.
};

// `text` may have capitals; tones and marks become keys, all else stays.
inline std::string TypeRaw(std::string_view text, InputMethod method,
                           Habit habit) {
  const bool telex = method == InputMethod::kTelex;
  constexpr std::string_view kTelexTones = " fsrxj";
  constexpr std::string_view kVniTones = " 21345";
  std::string out;
  std::string late;
  char tone = 0;
  const auto end_word = [&] {
    out += late;
    if (tone != 0) out += tone;
    late.clear();
    tone = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeUtf8(text, i);
    i += point.size;
    char32_t value = point.value;
    const CharInfo info = Classify(&value);
    if (info.kind != CharClass::kLetter) {
      end_word();
      AppendUtf8(value, &out);
      continue;
    }
    const char plain =
        info.upper ? static_cast<char>(info.plain - 'a' + 'A') : info.plain;
    out += plain;
    std::string mark;
    switch (info.shape) {
      case Shape::kPlain:
        break;
      case Shape::kCircumflex:
        mark = telex ? std::string(1, info.plain) : "6";
        break;
      case Shape::kStroke:
        mark = telex ? "d" : "9";
        break;
      case Shape::kHorn:
        mark = telex ? "w" : "7";
        break;
      case Shape::kBreve:
        mark = telex ? "w" : "8";
        break;
    }
    // ươ takes one w; a second vowel typed late would be a new one.
    const bool same = telex && late.find('w') != std::string::npos;
    const bool doubles = telex && info.shape == Shape::kCircumflex;
    if (habit != Habit::kMarksLate || doubles) {
      out += mark;
    } else if (mark != "w" || !same) {
      if (late.find(mark) == std::string::npos || mark.empty()) late += mark;
    }
    if (info.tone != 0) tone = (telex ? kTelexTones : kVniTones)[info.tone];
    if (tone != 0 && habit == Habit::kToneEarly) {
      out += tone;
      tone = 0;
    }
  }
  end_word();
  return out;
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_COMMON_TEXT_KEYBOARD_H_
