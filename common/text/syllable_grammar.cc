#include "common/text/syllable_grammar.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/text/analyze.h"
#include "common/text/letter_table.h"
#include "common/text/syllable_table.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::uint8_t kAcuteTone = 2;

struct Parts {
  std::string letters;  // Without the tone, NFC.
  std::uint8_t tone = 0;
};

// Empty letters if `exact` is not made of Vietnamese letters alone.
Parts Split(std::string_view exact) {
  Parts parts;
  for (std::size_t i = 0; i < exact.size();) {
    const CodePoint point = DecodeUtf8(exact, i);
    i += point.size;
    char32_t value = point.value;
    CharInfo info = Classify(&value);
    if (info.kind != CharClass::kLetter) return {};
    if (info.tone != 0) parts.tone = info.tone;
    info.tone = 0;
    AppendUtf8(ComposeLetter(info), &parts.letters);
  }
  return parts;
}

using Set = std::unordered_set<std::string>;

std::string Folded(std::string_view letters) { return FoldedKey(letters); }

struct Grammar {
  // Every onset joined with every rime it takes, without tones.
  Set spelt;
  Set folded;
};

bool IsFrontVowel(std::string_view rime) {
  return rime.starts_with('e') || rime.starts_with("ê") ||
         rime.starts_with('i') || rime.starts_with('y');
}

// c, g, ng and k, gh, ngh share out the vowels between them.
bool Joins(std::string_view onset, std::string_view rime) {
  const bool front = IsFrontVowel(rime);
  if (onset == "k" || onset == "gh" || onset == "ngh") return front;
  if (onset == "c" || onset == "g" || onset == "ng") return !front;
  // The glide is written y only where no consonant stands before it.
  if (rime.size() > 1 && rime.starts_with('y')) return onset.empty();
  return true;
}

Grammar MakeGrammar() {
  Grammar grammar;
  const auto add = [&](std::string_view onset, std::string_view rime) {
    std::string letters(onset);
    letters += rime;
    grammar.folded.insert(Folded(letters));
    grammar.spelt.insert(std::move(letters));
  };
  for (const std::string_view onset : kOnsets) {
    for (const std::string_view rime : kRimes) {
      if (Joins(onset, rime)) add(onset, rime);
    }
  }
  for (const std::string_view rime : kRimesAfterQu) add("qu", rime);
  for (const std::string_view rime : kRimesAfterGi) add("gi", rime);
  for (const std::string_view syllable : kPlaceSyllables) add(syllable, "");
  return grammar;
}

const Grammar& TheGrammar() {
  static const Grammar* const kGrammar = new Grammar(MakeGrammar());
  return *kGrammar;
}

bool EndsInStop(std::string_view letters) {
  return letters.ends_with('c') || letters.ends_with("ch") ||
         letters.ends_with('p') || letters.ends_with('t');
}

}  // namespace

bool IsSyllable(std::string_view exact) {
  const Parts parts = Split(exact);
  if (parts.letters.empty()) return false;
  if (!TheGrammar().spelt.contains(parts.letters)) return false;
  return !EndsInStop(parts.letters) || parts.tone == kAcuteTone ||
         parts.tone == kHeavyTone;
}

bool IsFoldedSyllable(std::string_view folded) {
  return TheGrammar().folded.contains(std::string(folded));
}

}  // namespace tracuu
