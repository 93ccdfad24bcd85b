#include "common/text/letter_reader.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

// Marks read before a letter is cut to kMaxCodePoints.
constexpr std::size_t kMaxRawCodePoints = 64;

bool IsMark(CharClass kind) {
  return kind == CharClass::kToneMark || kind == CharClass::kVowelMark ||
         kind == CharClass::kForeignMark;
}

bool IsLatin(char32_t value) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(value), &status) ==
         USCRIPT_LATIN;
}

// Greek and Cyrillic start with the bytes CE to D4 in UTF-8.
bool MayHoldTwins(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xCE && byte <= 0xD4;
  });
}

}  // namespace

LetterReader::LetterReader(std::string_view text) : text_(text) {
  if (MayHoldTwins(text)) FindDisguisedWords();
}

std::size_t LetterReader::SkipIgnored(std::size_t pos) const {
  while (MayContinue(pos)) {
    CodePoint code_point = DecodeUtf8(text_, pos);
    if (!code_point.valid ||
        Classify(&code_point.value).kind != CharClass::kIgnored) {
      break;
    }
    pos += code_point.size;
  }
  return pos;
}

Cluster LetterReader::ReadSlowly(std::size_t pos) {
  CodePoint base = DecodeUtf8(text_, pos);
  Cluster cluster;
  cluster.size = base.size;
  if (!base.valid) {
    cluster.info.kind = CharClass::kSeparator;
    raw_.assign(1, base.value);
    return cluster;
  }
  cluster.info = Classify(&base.value);
  if (cluster.info.kind == CharClass::kIgnored) return cluster;
  if (cluster.info.kind == CharClass::kLetter &&
      !MayContinue(pos + base.size)) {
    return cluster;
  }

  raw_.assign(1, base.value);
  const std::size_t end = CollectMarks(pos + base.size);
  cluster.size = end - pos;
  if (cluster.info.kind == CharClass::kLetter && ApplyMarks(&cluster.info)) {
    return cluster;
  }
  return ReadForeign(pos, cluster.size, cluster.info);
}

// Appends the marks from `pos` on to raw_ and returns where the last one ends.
std::size_t LetterReader::CollectMarks(std::size_t pos) {
  std::size_t end = pos;
  while (MayContinue(pos)) {
    CodePoint mark = DecodeUtf8(text_, pos);
    if (!mark.valid) break;
    const CharClass kind = Classify(&mark.value).kind;
    pos += mark.size;
    if (kind == CharClass::kIgnored) continue;
    if (!IsMark(kind)) break;
    if (raw_.size() < kMaxRawCodePoints) raw_.push_back(mark.value);
    end = pos;
  }
  return end;
}

// Puts the marks of raw_ on `letter`, in any order. Returns false if the
// result is not a Vietnamese letter. Of two tones the dot below wins, because
// normalisation moves it to the front; otherwise the first.
bool LetterReader::ApplyMarks(CharInfo* letter) const {
  CharInfo result = *letter;
  for (std::size_t i = 1; i < raw_.size(); ++i) {
    char32_t value = raw_[i];
    const CharInfo mark = Classify(&value);
    if (mark.kind == CharClass::kToneMark) {
      if (!IsVowel(result.plain)) return false;
      if (result.tone == 0 || mark.tone == kHeavyTone) result.tone = mark.tone;
    } else if (mark.kind == CharClass::kVowelMark) {
      if (result.shape == mark.shape) continue;
      if (result.shape != Shape::kPlain) return false;
      if (!HasShape(result.plain, mark.shape)) return false;
      result.shape = mark.shape;
    } else {
      return false;
    }
  }
  *letter = result;
  return true;
}

Cluster LetterReader::ReadForeign(std::size_t pos, std::size_t size,
                                  CharInfo base) {
  NormalizeRaw();
  const char32_t twin = LatinTwin(raw_[0]);
  if (twin != 0 && IsInDisguisedWord(pos)) {
    raw_[0] = twin;
    NormalizeRaw();
  }

  char32_t first = raw_[0];
  CharInfo info = Classify(&first);
  if (info.kind == CharClass::kLetter) {
    if (ApplyMarks(&info)) return {info, size};
    info.kind = CharClass::kForeignLetter;
  }
  if (base.kind == CharClass::kDigit) info = base;
  if (IsMark(info.kind)) info.kind = CharClass::kSeparator;
  if (info.kind == CharClass::kForeignLetter) {
    const auto c = static_cast<UChar32>(first);
    info.upper = u_isupper(c) || u_istitle(c);
  }
  return {info, size};
}

void LetterReader::NormalizeRaw() {
  const auto* code_points = reinterpret_cast<const UChar32*>(raw_.data());
  const auto source = icu::UnicodeString::fromUTF32(
      code_points, static_cast<std::int32_t>(raw_.size()));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = Nfc().normalize(source, status);
  if (U_FAILURE(status)) return;
  raw_.clear();
  for (std::int32_t i = 0;
       i < composed.length() && raw_.size() < kMaxCodePoints;
       i = composed.moveIndex32(i, 1)) {
    raw_.push_back(static_cast<char32_t>(composed.char32At(i)));
  }
}

// Finds the words in Latin letters that hold Cyrillic or Greek look-alikes
// and no other letter of those scripts.
void LetterReader::FindDisguisedWords() {
  Range word{0, 0};
  bool has_latin = false;
  bool has_twin = false;
  bool has_other = false;
  const auto finish = [&](std::size_t next) {
    if (has_latin && has_twin && !has_other) disguised_words_.push_back(word);
    word = {next, next};
    has_latin = has_twin = has_other = false;
  };
  for (std::size_t pos = 0; pos < text_.size();) {
    const Cluster cluster = Read(pos);
    pos += cluster.size;
    if (cluster.info.kind == CharClass::kLetter) {
      has_latin = true;
    } else if (cluster.info.kind == CharClass::kForeignLetter) {
      const bool twin = LatinTwin(raw_[0]) != 0;
      const bool latin = IsLatin(raw_[0]);
      has_twin |= twin;
      has_latin |= latin;
      has_other |= !twin && !latin;
    } else if (cluster.info.kind != CharClass::kIgnored) {
      finish(pos);
      continue;
    }
    word.end = pos;
  }
  finish(text_.size());
}

bool LetterReader::IsInDisguisedWord(std::size_t pos) const {
  const auto after =
      std::upper_bound(disguised_words_.begin(), disguised_words_.end(), pos,
                       [](std::size_t value, const Range& range) {
                         return value < range.begin;
                       });
  return after != disguised_words_.begin() && pos < std::prev(after)->end;
}

}  // namespace tracuu
