#include "common/text/syllable.h"

#include <algorithm>
#include <cstddef>

namespace tracuu {
namespace {

bool IsVowelLetter(const TokenLetter& letter) {
  return IsVowel(letter.info.plain);
}

bool IsPlain(const TokenLetter& letter, char plain) {
  return letter.info.plain == plain && letter.info.shape == Shape::kPlain;
}

bool IsForeignConsonant(const TokenLetter& letter) {
  const char c = letter.info.plain;
  return c == 'f' || c == 'j' || c == 'w' || c == 'z';
}

// The vowels of a syllable: letters [begin, end). Empty if it is none.
struct Nucleus {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Nucleus FindNucleus(std::span<const TokenLetter> letters) {
  const auto first =
      std::find_if(letters.begin(), letters.end(), IsVowelLetter);
  const auto last = std::find_if_not(first, letters.end(), IsVowelLetter);
  if (std::any_of(last, letters.end(), IsVowelLetter)) return {};
  if (std::any_of(letters.begin(), letters.end(), IsForeignConsonant)) {
    return {};
  }
  Nucleus nucleus{static_cast<std::size_t>(first - letters.begin()),
                  static_cast<std::size_t>(last - letters.begin())};
  // The u of "qu" and the i of "gi" belong to the consonant, unless no other
  // vowel follows: quý, già, but gì.
  if (nucleus.begin == 1 && nucleus.end > 2) {
    const bool is_qu = IsPlain(letters[0], 'q') && IsPlain(letters[1], 'u');
    const bool is_gi = IsPlain(letters[0], 'g') && IsPlain(letters[1], 'i');
    if (is_qu || is_gi) nucleus.begin = 2;
  }
  return nucleus;
}

// The vowel that bears the tone: the last one with a vowel mark (ươ: ơ), else
// the middle one of three, else the second of two before a consonant (hoàn),
// else the first (hòa, mía).
std::size_t ToneBearer(std::span<const TokenLetter> letters,
                       const Nucleus& nucleus) {
  for (std::size_t i = nucleus.end; i > nucleus.begin; --i) {
    if (letters[i - 1].info.shape != Shape::kPlain) return i - 1;
  }
  const std::size_t count = nucleus.end - nucleus.begin;
  const bool is_closed = nucleus.end < letters.size();
  if (count == 3 || (count == 2 && is_closed)) return nucleus.begin + 1;
  return nucleus.begin;
}

}  // namespace

void PlaceTone(std::span<TokenLetter> letters) {
  const auto has_tone = [](const TokenLetter& letter) {
    return letter.info.tone != 0;
  };
  const auto toned = std::find_if(letters.begin(), letters.end(), has_tone);
  if (toned == letters.end()) return;

  const Nucleus nucleus = FindNucleus(letters);
  const std::size_t count = nucleus.end - nucleus.begin;
  if (count == 0 || count > 3) return;

  const std::size_t bearer = ToneBearer(letters, nucleus);
  std::uint8_t tone = letters[bearer].info.tone;
  if (tone == 0) tone = toned->info.tone;
  for (TokenLetter& letter : letters) letter.info.tone = 0;
  letters[bearer].info.tone = tone;
}

}  // namespace tracuu
