#include "common/text/keystrokes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/text/analyze.h"
#include "common/text/english_words.h"
#include "common/text/letter_case.h"
#include "common/text/letter_table.h"
#include "common/text/syllable_grammar.h"

namespace tracuu {
namespace {

bool HasVowel(std::string_view word) {
  return std::any_of(word.begin(), word.end(), IsVowel);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), IsDigit);
}

// Up to XXXIX: congresses, terms, plenums, chapters, precincts.
bool IsRomanNumeral(std::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("ivx") == std::string_view::npos;
}

// Words that are often followed by a number without a space: "lop5" is a class,
// "quy1" a quarter. Sorted.
constexpr std::array<std::string_view, 57> kNumberedWords{
    "ap",    "bai",  "ban",  "buoc",  "ca",    "cap",   "cau",    "chuong",
    "cum",   "dai",  "de",   "dieu",  "do",    "doan",  "doi",    "dot",
    "giai",  "hang", "hoi",  "huyen", "khoa",  "khoan", "khoi",   "khu",
    "ky",    "lan",  "lo",   "loai",  "lop",   "muc",   "muc",    "nam",
    "ngach", "ngay", "nha",  "nhom",  "phan",  "phong", "phuong", "quan",
    "quy",   "so",   "tang", "tap",   "thang", "thon",  "thu",    "tieu",
    "to",    "toa",  "tram", "tuan",  "tuyen", "vong",  "vung",   "xa",
    "xom"};

// One digit at the end that may as well count something.
bool IsNumberedLabel(std::string_view word) {
  const std::string_view letters = word.substr(0, word.size() - 1);
  if (word.back() > '5' || HasDigit(letters)) return false;
  return letters.size() == 1 ||
         std::find(kNumberedWords.begin(), kNumberedWords.end(), letters) !=
             kNumberedWords.end();
}

enum class Sort {
  kNeutral,   // Says nothing.
  kKeyed,     // Can only be keystrokes.
  kDoubtful,  // Keystrokes or English, a label, an odd syllable.
  kForeign,   // Neither keystrokes nor Vietnamese without marks.
};

struct Word {
  const Token* token = nullptr;
  Sort sort = Sort::kForeign;
  std::string decoded;  // Empty: as it is.
};

// "hddnd" → "hđnd": abbreviations have no vowel for the rest to work on.
std::string WithStrokes(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool two = word.substr(i, 2) == "dd" || word.substr(i, 2) == "d9";
    out += two ? "đ" : word.substr(i, 1);
    if (two) ++i;
  }
  return out;
}

class Reader {
 public:
  Reader(InputMethod method, const IsOwnWord& is_own_word)
      : telex_(method == InputMethod::kTelex),
        method_(method),
        is_own_word_(is_own_word) {}

  Word Read(const Token& token) const {
    Word word{&token, Sort::kForeign, ""};
    const std::string& form = token.exact;
    if (token.numeric || IsRomanNumeral(form) || is_own_word_(form)) {
      word.sort = Sort::kNeutral;
      return word;
    }
    if (auto syllable = DecodeSyllable(form, method_)) {
      const bool doubtful = telex_ ? IsFoldedSyllable(form) || IsEnglish(form)
                                   : IsNumberedLabel(form);
      word.sort = doubtful ? Sort::kDoubtful : Sort::kKeyed;
      word.decoded = InCase(*syllable, token.letter_case);
      return word;
    }
    if (auto stroked = WithStrokes(form);
        stroked != form && is_own_word_(stroked)) {
      word.sort = Sort::kKeyed;
      word.decoded = InCase(stroked, token.letter_case);
      return word;
    }
    const bool label = HasDigit(form) && (telex_ || !HasVowel(form));
    const bool capitals =
        token.letter_case == LetterCase::kUpper && !HasDigit(form);
    if (label || capitals || IsFoldedSyllable(form)) word.sort = Sort::kNeutral;
    return word;
  }

 private:
  const bool telex_;
  const InputMethod method_;
  const IsOwnWord& is_own_word_;
};

// "tw" is Trung ương wherever it can be; but "tw tuowngr" is tư tưởng.
void SettleTw(std::vector<Word>* words) {
  for (std::size_t i = 0; i + 1 < words->size(); ++i) {
    Word& word = (*words)[i];
    const std::string& next = (*words)[i + 1].decoded;
    if (word.token->exact == "tw" && ExactKey(next) == "tưởng") {
      word.sort = Sort::kKeyed;
      word.decoded = InCase("tư", word.token->letter_case);
    }
  }
}

std::string Rewritten(std::string_view text, const std::vector<Word>& words) {
  std::string out;
  std::size_t at = 0;
  for (const Word& word : words) {
    if (word.decoded.empty()) continue;
    out += text.substr(at, word.token->begin - at);
    out += word.decoded;
    at = word.token->end;
  }
  out += text.substr(at);
  return out;
}

// The tokens of `analysis` outside its symbols and dates.
std::vector<Word> WordsOf(const Analysis& analysis, const Reader& reader) {
  std::vector<Word> words;
  auto span = analysis.spans.begin();
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    while (span != analysis.spans.end() && span->first + span->count <= i) {
      ++span;
    }
    if (span != analysis.spans.end() && span->first <= i) continue;
    words.push_back(reader.Read(analysis.tokens[i]));
  }
  return words;
}

std::optional<KeystrokeReading> ReadAs(InputMethod method,
                                       std::span<const std::string_view> pieces,
                                       const std::vector<Analysis>& analyses,
                                       const IsOwnWord& is_own_word) {
  const Reader reader(method, is_own_word);
  KeystrokeReading reading{method, false, {}};
  std::size_t keyed = 0;
  std::size_t doubtful = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::vector<Word> words = WordsOf(analyses[i], reader);
    if (method == InputMethod::kTelex) SettleTw(&words);
    for (const Word& word : words) {
      if (word.sort == Sort::kForeign) return std::nullopt;
      if (word.sort == Sort::kKeyed) ++keyed;
      if (word.sort == Sort::kDoubtful) ++doubtful;
    }
    reading.pieces.push_back(Rewritten(pieces[i], words));
  }
  if (keyed == 0) return std::nullopt;
  reading.certain = keyed + doubtful >= 2;
  return reading;
}

}  // namespace

std::optional<KeystrokeReading> ReadKeystrokes(
    std::span<const std::string_view> pieces, const IsOwnWord& is_own_word) {
  std::vector<Analysis> analyses;
  for (const std::string_view piece : pieces) {
    analyses.push_back(Analyze(piece));
    for (const Token& token : analyses.back().tokens) {
      if (token.marked) return std::nullopt;
    }
  }
  for (const InputMethod method : {InputMethod::kTelex, InputMethod::kVni}) {
    if (auto reading = ReadAs(method, pieces, analyses, is_own_word)) {
      return reading;
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
