#include "indexer/encoding/doctor.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_set>

#include "common/text/analyze.h"
#include "common/text/syllable_grammar.h"
#include "common/text/utf8.h"
#include "indexer/encoding/windows_1252.h"

namespace tracuu {
namespace {

// See doctor.h.
constexpr double kLeastValid = 0.8;
constexpr double kLeastGain = 0.3;
// The best treatment must stand out from the next by so much.
constexpr double kLeastLead = 0.1;
// Different words to judge by: fewer are a foreign name, more teach nothing.
constexpr std::size_t kLeastWords = 4;
constexpr std::size_t kMostWords = 400;
// Characters that Vietnamese text has no use for, of all that are not ASCII.
constexpr std::size_t kSuspectShare = 50;
constexpr int kMaxRounds = 3;

bool IsLetterByte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

// Controls are letters in VISCII and VPS.
bool IsWordByte(unsigned char c) {
  const bool is_blank = c == ' ' || (c >= '\t' && c <= '\r');
  return c >= 0x80 || IsLetterByte(c) || (c < 0x20 && !is_blank);
}

bool IsPlainByte(unsigned char c) { return c < 0x80 && c >= 0x20; }

// Calls `take(word, is_plain)` for the stretches of `text` that are words, or
// are between words. A word that is not plain holds more than ASCII.
template <typename Take>
void ForEachStretch(std::string_view text, Take take) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool is_word = IsWordByte(static_cast<unsigned char>(text[at]));
    bool is_plain = true;
    std::size_t end = at;
    for (; end < text.size(); ++end) {
      const auto c = static_cast<unsigned char>(text[end]);
      if (IsWordByte(c) != is_word) break;
      if (is_word && !IsPlainByte(c)) is_plain = false;
    }
    take(text.substr(at, end - at), is_plain);
    at = end;
  }
}

// True for the letters of Latin-1 and windows-1252 that are Vietnamese, and
// for the signs that Vietnamese text uses.
bool IsCommon(char32_t value) {
  constexpr std::u32string_view kCommon =
      U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
      U"\u00A0\u00AB\u00BB\u00B0\u00B7\u00A9\u00AE\u00D7"
      U"\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u2122\u20AC";
  return kCommon.find(value) != std::u32string_view::npos;
}

// Characters that come of bytes and stand in few Vietnamese texts.
bool LooksIll(std::string_view text) {
  std::size_t others = 0;
  std::size_t suspects = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (IsPlainByte(byte) || (byte >= '\t' && byte <= '\r')) {
      ++i;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, i);
    i += point.size;
    ++others;
    if (ToWindows1252(point.value) && !IsCommon(point.value)) ++suspects;
  }
  return suspects > 1 && suspects * kSuspectShare >= others;
}

// One word as the treatment has it; the word itself where it does not apply.
std::string TreatWord(std::string_view word, const Treatment& treatment) {
  std::string text(word);
  for (int round = 0; round < treatment.utf8_rounds; ++round) {
    std::optional<std::string> bytes = WriteAsWindows1252(text);
    if (!bytes || FirstInvalidUtf8(*bytes)) return std::string(word);
    text = *std::move(bytes);
  }
  if (!treatment.legacy) return text;
  const std::optional<std::string> bytes = WriteAsWindows1252(text);
  return bytes ? DecodeLegacy(*bytes, treatment.charset) : std::string(word);
}

enum class Verdict { kNeither, kValid, kInvalid };

// Punctuation that may stand inside a word of ours, as it is not ASCII.
bool IsPunctuation(char32_t value) {
  constexpr std::u32string_view kSigns =
      U"\u00A0\u00AB\u00BB\u00B7\u2010\u2011\u2012\u2013\u2014\u2018\u2019"
      U"\u201C\u201D\u2022\u2026\u00AD\uFEFF\u200B";
  return kSigns.find(value) != std::u32string_view::npos;
}

Verdict Judge(std::string_view word) {
  const Analysis analysis = Analyze(word);
  std::size_t at = 0;
  bool any = false;
  const auto only_signs = [&](std::size_t end) {
    while (at < end) {
      const CodePoint point = DecodeUtf8(word, at);
      if (!point.valid || !IsPunctuation(point.value)) return false;
      at += point.size;
    }
    return true;
  };
  for (const Token& token : analysis.tokens) {
    if (!only_signs(token.begin)) return Verdict::kInvalid;
    at = token.end;
    const bool is_plain =
        token.exact == token.folded &&
        std::all_of(token.exact.begin(), token.exact.end(), [](char c) {
          return IsPlainByte(static_cast<unsigned char>(c));
        });
    if (is_plain) continue;
    if (!IsSyllable(token.exact)) return Verdict::kInvalid;
    any = true;
  }
  if (!only_signs(word.size())) return Verdict::kInvalid;
  return any ? Verdict::kValid : Verdict::kNeither;
}

struct Score {
  std::size_t valid = 0;
  std::size_t invalid = 0;

  void Add(Verdict verdict) {
    if (verdict == Verdict::kValid) ++valid;
    if (verdict == Verdict::kInvalid) ++invalid;
  }
  double share() const {
    const std::size_t all = valid + invalid;
    return all == 0 ? 0 : static_cast<double>(valid) / static_cast<double>(all);
  }
};

using Words = std::vector<std::string_view>;

// Different words of `text` that hold more than ASCII, spread over it.
Words SampleWords(std::string_view text) {
  Words words;
  std::unordered_set<std::string_view> seen;
  ForEachStretch(text, [&](std::string_view word, bool is_plain) {
    if (is_plain || seen.size() >= kMostWords * 16) return;
    if (seen.insert(word).second) words.push_back(word);
  });
  const std::size_t step = words.size() / kMostWords + 1;
  Words sample;
  for (std::size_t i = 0; i < words.size(); i += step) {
    sample.push_back(words[i]);
  }
  return sample;
}

Score ScoreOf(const Words& words, const Treatment& treatment) {
  Score score;
  for (const std::string_view word : words) {
    score.Add(Judge(TreatWord(word, treatment)));
  }
  return score;
}

std::vector<Treatment> AllTreatments() {
  std::vector<Treatment> all;
  for (int rounds = 0; rounds <= kMaxRounds; ++rounds) {
    Treatment treatment;
    treatment.utf8_rounds = rounds;
    if (rounds > 0) all.push_back(treatment);
    treatment.legacy = true;
    for (const LegacyCharset charset : kLegacyCharsets) {
      treatment.charset = charset;
      if (rounds < kMaxRounds) all.push_back(treatment);
    }
  }
  return all;
}

// Whether `line` is better treated; `before` settles a draw.
bool IsBetter(std::string_view line, const Treatment& treatment, bool before) {
  Score as_is;
  Score treated;
  bool has_well_words = false;
  ForEachStretch(line, [&](std::string_view word, bool is_plain) {
    if (is_plain) return;
    const std::string other = TreatWord(word, treatment);
    const Verdict verdict = Judge(word);
    as_is.Add(verdict);
    treated.Add(other == word ? verdict : Judge(other));
    // Letters that no byte stands for: nobody misread this word.
    if (other == word && verdict == Verdict::kValid) has_well_words = true;
  });
  if (as_is.invalid != treated.invalid) {
    return treated.invalid < as_is.invalid;
  }
  if (has_well_words) return false;
  return as_is.valid == treated.valid ? before : treated.valid > as_is.valid;
}

void TreatWords(std::string_view line, const Treatment& treatment,
                std::string* out) {
  ForEachStretch(line, [&](std::string_view word, bool is_plain) {
    if (is_plain) {
      *out += word;
    } else {
      *out += TreatWord(word, treatment);
    }
  });
}

}  // namespace

std::string Treatment::Name() const {
  std::string name;
  if (utf8_rounds > 0) {
    name = "utf-8 as windows-1252";
    if (utf8_rounds > 1) {
      name += " (" + std::to_string(utf8_rounds) + " times)";
    }
  }
  if (!legacy) return name;
  return name + (name.empty() ? "" : " + ") + std::string(CharsetName(charset));
}

Treatment Diagnose(std::string_view text) {
  if (!LooksIll(text)) return {};
  const Words words = SampleWords(text);
  if (words.size() < kLeastWords) return {};
  const double as_is = ScoreOf(words, {}).share();
  if (as_is + kLeastGain > 1) return {};
  Treatment best;
  Score best_score;
  double next = 0;
  for (const Treatment& treatment : AllTreatments()) {
    const Score score = ScoreOf(words, treatment);
    if (score.share() > best_score.share()) {
      next = best_score.share();
      best = treatment;
      best_score = score;
    } else {
      next = std::max(next, score.share());
    }
  }
  const double share = best_score.share();
  const bool is_clear = share >= kLeastValid && share >= as_is + kLeastGain &&
                        share >= next + kLeastLead &&
                        best_score.valid >= kLeastWords;
  if (!is_clear) return {};
  best.is_mixed = HoldsWellWords(text);
  return best;
}

bool HoldsWellWords(std::string_view text) {
  const Words words = SampleWords(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return !WriteAsWindows1252(word) && Judge(word) == Verdict::kValid;
  });
}

std::string Treat(std::string_view text, const Treatment& treatment) {
  if (treatment.is_none()) return std::string(text);
  std::string out;
  out.reserve(text.size() * 2);
  if (!treatment.is_mixed) {
    TreatWords(text, treatment, &out);
    return out;
  }
  bool before = false;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, size);
    text.remove_prefix(size);
    before = IsBetter(line, treatment, before);
    if (before) {
      TreatWords(line, treatment, &out);
    } else {
      out += line;
    }
  }
  return out;
}

}  // namespace tracuu
