// DecodeSyllable() of keystrokes.h: one word, key by key.

#include <algorithm>
#include <cstddef>

#include "common/text/keystrokes.h"
#include "common/text/letter_table.h"
#include "common/text/syllable.h"
#include "common/text/syllable_grammar.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// The longest syllable has seven letters (nghiêng), four more keys.
constexpr std::size_t kMaxKeys = 12;

// What the keys typed so far have made. A method returns false if the key
// cannot be meant as a keystroke there.
class Composer {
 public:
  bool HasVowel() const {
    return std::any_of(letters_.begin(), letters_.end(),
                       [](const auto& l) { return IsVowel(l.plain); });
  }

  void Letter(char plain) {
    CharInfo letter;
    letter.kind = CharClass::kLetter;
    letter.plain = plain;
    letters_.push_back(letter);
  }

  // A second tone key is a correction, which raw typing has no use for.
  bool Tone(std::uint8_t tone) {
    if (tone_ != 0 || !HasVowel()) return false;
    tone_ = tone;
    return keyed_ = true;
  }

  bool NoTone() {
    if (tone_ == 0) return false;
    tone_ = 0;
    return true;
  }

  bool Stroke() {
    if (letters_.empty() || letters_[0].plain != 'd' ||
        letters_[0].shape != Shape::kPlain) {
      return false;
    }
    letters_[0].shape = Shape::kStroke;
    return keyed_ = true;
  }

  // `plain`: the vowel meant, or 0 for the last one that can take it. Not
  // after the tone: "here" is English.
  bool Circumflex(char plain) {
    for (std::size_t i = letters_.size(); i > NucleusBegin(); --i) {
      CharInfo& letter = letters_[i - 1];
      const bool meant = plain == 0 ? HasShape(letter.plain, Shape::kCircumflex)
                                    : letter.plain == plain;
      if (!meant || letter.shape != Shape::kPlain) continue;
      letter.shape = Shape::kCircumflex;
      return keyed_ = true;
    }
    return false;
  }
  bool has_tone() const { return tone_ != 0; }

  bool Breve() { return Shapen('a', Shape::kBreve); }

  // uo → ươ, ua → ưa, else the last o or u.
  bool Horn() {
    const std::size_t begin = NucleusBegin();
    for (std::size_t i = begin; i + 1 < letters_.size(); ++i) {
      if (letters_[i].plain != 'u') continue;
      const char next = letters_[i + 1].plain;
      const bool free = letters_[i].shape == Shape::kPlain;
      if (next == 'o' && letters_[i + 1].shape == Shape::kPlain) {
        letters_[i].shape = letters_[i + 1].shape = Shape::kHorn;
        return keyed_ = true;
      }
      if ((next == 'a' || next == 'u') && free) {
        letters_[i].shape = Shape::kHorn;
        return keyed_ = true;
      }
    }
    for (std::size_t i = letters_.size(); i > begin; --i) {
      CharInfo& letter = letters_[i - 1];
      if ((letter.plain != 'o' && letter.plain != 'u') ||
          letter.shape != Shape::kPlain) {
        continue;
      }
      letter.shape = Shape::kHorn;
      return keyed_ = true;
    }
    return false;
  }

  // Telex w: breve (oa → oă) or horn, or ư itself if there is no vowel yet.
  bool W() {
    if (!HasVowel()) {
      Letter('u');
      letters_.back().shape = Shape::kHorn;
      return keyed_ = true;
    }
    for (std::size_t i = 1; i < letters_.size(); ++i) {
      if (letters_[i - 1].plain == 'o' && letters_[i].plain == 'a') {
        return Breve();
      }
    }
    return Horn() || Breve();
  }

  // Nothing if no key was a keystroke or the result is no syllable.
  std::optional<std::string> Take() {
    if (!keyed_) return std::nullopt;
    SettleHorns();
    std::vector<TokenLetter> letters;
    for (const CharInfo& info : letters_) letters.push_back({info, 0, 0, 0});
    const auto vowel =
        std::find_if(letters.begin(), letters.end(),
                     [](const auto& l) { return IsVowel(l.info.plain); });
    if (vowel == letters.end()) return std::nullopt;
    vowel->info.tone = tone_;
    PlaceTone(letters);
    std::string syllable;
    for (const TokenLetter& letter : letters) {
      AppendUtf8(ComposeLetter(letter.info), &syllable);
    }
    if (!IsSyllable(syllable)) return std::nullopt;
    return syllable;
  }

 private:
  // The first letter that may take a vowel mark: not the u of "qu".
  std::size_t NucleusBegin() const {
    const bool qu = letters_.size() > 1 && letters_[0].plain == 'q' &&
                    letters_[1].plain == 'u';
    return qu ? 2 : 0;
  }

  bool Shapen(char plain, Shape shape) {
    for (std::size_t i = letters_.size(); i > NucleusBegin(); --i) {
      CharInfo& letter = letters_[i - 1];
      if (letter.plain != plain || letter.shape != Shape::kPlain) continue;
      letter.shape = shape;
      return keyed_ = true;
    }
    return false;
  }

  // ươ never ends a syllable, uơ does (thuở); a lone ư before o means ươ.
  void SettleHorns() {
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      if (letters_[i].plain != 'u' || letters_[i + 1].plain != 'o') continue;
      if (letters_[i].shape != Shape::kHorn) continue;
      const bool open = i + 2 == letters_.size();
      if (open) letters_[i].shape = Shape::kPlain;
      letters_[i + 1].shape = Shape::kHorn;
    }
  }

  std::vector<CharInfo> letters_;
  std::uint8_t tone_ = 0;
  bool keyed_ = false;
};

constexpr std::string_view kTelexTones = "fsrxj";  // From tone 1 on.

// `late`: a vowel doubles one further back, too ("tanaf"), unless that was the
// plain vowel of a rime like oao.
struct TelexHabit {
  bool late = true;
};

bool TypeTelex(char key, char before, TelexHabit habit, Composer* out) {
  if (out->HasVowel()) {
    const std::size_t tone = kTelexTones.find(key);
    if (tone != std::string_view::npos) {
      return out->Tone(static_cast<std::uint8_t>(tone + 1));
    }
    if (key == 'z') return out->NoTone();
  }
  if (key == 'w') return out->W();
  if (key == 'd' && (before == 'd' || out->HasVowel())) return out->Stroke();
  const bool doubles = key == 'a' || key == 'e' || key == 'o';
  const bool may_double = habit.late ? !out->has_tone() : before == key;
  if (doubles && may_double && out->Circumflex(key)) return true;
  out->Letter(key);
  return true;
}

bool TypeVni(char key, Composer* out) {
  switch (key) {
    case '0':
      return out->NoTone();
    case '1':
      return out->Tone(2);
    case '2':
      return out->Tone(1);
    case '3':
    case '4':
    case '5':
      return out->Tone(static_cast<std::uint8_t>(key - '0'));
    case '6':
      return out->Circumflex(0);
    case '7':
      return out->Horn();
    case '8':
      return out->Breve();
    case '9':
      return out->Stroke();
    default:
      out->Letter(key);
      return true;
  }
}

std::optional<std::string> Decode(std::string_view word, bool telex,
                                  TelexHabit habit) {
  Composer composer;
  char before = 0;
  for (const char key : word) {
    const bool letter = key >= 'a' && key <= 'z';
    const bool digit = key >= '0' && key <= '9';
    if (!letter && (telex || !digit)) return std::nullopt;
    const bool typed = telex ? TypeTelex(key, before, habit, &composer)
                             : TypeVni(key, &composer);
    if (!typed) return std::nullopt;
    before = key;
  }
  return composer.Take();
}

}  // namespace

std::optional<std::string> DecodeSyllable(std::string_view word,
                                          InputMethod method) {
  if (word.size() < 2 || word.size() > kMaxKeys) return std::nullopt;
  const bool telex = method == InputMethod::kTelex;
  auto syllable = Decode(word, telex, {.late = true});
  if (!syllable && telex) syllable = Decode(word, telex, {.late = false});
  return syllable;
}

}  // namespace tracuu
