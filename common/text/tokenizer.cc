#include "common/text/tokenizer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "common/text/document_kinds.h"
#include "common/text/number_shape.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

bool IsLetter(CharClass kind) {
  return kind == CharClass::kLetter || kind == CharClass::kForeignLetter;
}

bool IsDigit(const TokenLetter& letter) {
  return letter.info.kind == CharClass::kDigit;
}

// An upper bound: a tone that moves may change the length of its letter.
std::uint8_t CanonicalBytes(const CharInfo& info) {
  if (info.tone != 0) return 3;
  return info.shape == Shape::kPlain ? 1 : 2;
}

// Appends a letter or digit in lower case.
void AppendLower(CharInfo info, std::string* out) {
  if (info.shape == Shape::kPlain && info.tone == 0) {
    out->push_back(info.plain);
    return;
  }
  info.upper = false;
  AppendUtf8(ComposeLetter(info), out);
}

// Empty if there are foreign letters.
std::string LowerForm(std::span<const TokenLetter> letters) {
  std::string form;
  for (const TokenLetter& letter : letters) {
    if (letter.info.kind == CharClass::kForeignLetter) return {};
    AppendLower(letter.info, &form);
  }
  return form;
}

LetterCase CaseOf(std::span<const TokenLetter> letters) {
  std::size_t count = 0;
  std::size_t upper = 0;
  bool first_is_upper = false;
  for (const TokenLetter& letter : letters) {
    if (IsDigit(letter)) continue;
    if (count == 0) first_is_upper = letter.info.upper;
    upper += letter.info.upper ? 1 : 0;
    ++count;
  }
  if (count == 0) return LetterCase::kNone;
  if (upper == 0) return LetterCase::kLower;
  if (upper == count) return LetterCase::kUpper;
  return upper == 1 && first_is_upper ? LetterCase::kCapital
                                      : LetterCase::kMixed;
}

void PlaceTones(std::span<TokenLetter> letters) {
  const auto is_native = [](const TokenLetter& letter) {
    return letter.info.kind == CharClass::kLetter;
  };
  for (auto begin = letters.begin(); begin != letters.end();) {
    begin = std::find_if(begin, letters.end(), is_native);
    const auto end = std::find_if_not(begin, letters.end(), is_native);
    PlaceTone({begin, end});
    begin = end;
  }
}

// Appends `letter`, which is foreign, without its marks.
void AppendFolded(std::string_view letter, std::string* out) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return;
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(
      letter.data(), static_cast<std::int32_t>(letter.size())));
  const icu::UnicodeString decomposed = nfd->normalize(source, status);
  icu::UnicodeString folded;
  for (std::int32_t i = 0; i < decomposed.length();
       i = decomposed.moveIndex32(i, 1)) {
    auto value = static_cast<char32_t>(decomposed.char32At(i));
    const CharInfo info = Classify(&value);
    if (info.kind == CharClass::kLetter) {
      folded.append(static_cast<UChar32>(info.plain));
    } else if ((U_GET_GC_MASK(static_cast<UChar32>(value)) & U_GC_M_MASK) ==
                   0 &&
               info.kind != CharClass::kToneMark &&
               info.kind != CharClass::kVowelMark) {
      folded.append(static_cast<UChar32>(value));
    }
  }
  Nfc().normalize(folded, status).toUTF8String(*out);
}

}  // namespace

void Tokenizer::Run() {
  const std::string_view text = reader_.text();
  for (std::size_t pos = 0; pos < text.size();) {
    const Cluster cluster = reader_.Read(pos);
    const CharClass kind = cluster.info.kind;
    if (kind == CharClass::kDigit) {
      pos = ReadNumberOrToken(pos);
    } else if (IsLetter(kind)) {
      pos = ReadToken(pos);
    } else {
      pos += cluster.size;
    }
  }
}

void Tokenizer::Clear() {
  letter_count_ = 0;
  digit_count_ = 0;
  has_tone_ = false;
  bytes_ = 0;
  foreign_pool_.clear();
}

std::size_t Tokenizer::ReadNumberOrToken(std::size_t pos) {
  Clear();
  const std::size_t end = ReadNumber(pos);
  if (end == pos) return ReadToken(pos);
  EmitToken(end);
  return end;
}

// Reads one token (or two, for NQ35) and returns where the next may start.
std::size_t Tokenizer::ReadToken(std::size_t pos) {
  const std::string_view text = reader_.text();
  Clear();
  while (pos < text.size()) {
    const Cluster cluster = reader_.Read(pos);
    const CharClass kind = cluster.info.kind;
    if (IsLetter(kind) || kind == CharClass::kDigit) {
      if (!Push(cluster, pos)) break;
      end_ = pos + cluster.size;
    } else if (kind == CharClass::kApostrophe) {
      if (!JoinsWord(pos + cluster.size)) break;
    } else if (kind != CharClass::kIgnored) {
      break;
    }
    pos += cluster.size;
  }
  EmitToken(end_);
  return pos;
}

// True if an apostrophe that ends at `pos` stands between two letters.
bool Tokenizer::JoinsWord(std::size_t pos) {
  if (IsDigit(letters_[letter_count_ - 1])) return false;
  pos = reader_.SkipIgnored(pos);
  return pos < reader_.text().size() && IsLetter(reader_.Read(pos).info.kind);
}

// Appends a letter or digit. Returns false if the token has no room for it.
bool Tokenizer::Push(const Cluster& cluster, std::size_t pos) {
  if (cluster.info.kind == CharClass::kForeignLetter) {
    return PushForeign(cluster, pos);
  }
  const std::uint8_t bytes = CanonicalBytes(cluster.info);
  if (bytes_ + bytes > kMaxTokenBytes) return false;
  TokenLetter& letter = letters_[letter_count_++];
  letter.info = cluster.info;
  letter.begin = static_cast<std::uint32_t>(pos);
  letter.bytes = bytes;
  bytes_ += bytes;
  digit_count_ += cluster.info.kind == CharClass::kDigit ? 1 : 0;
  has_tone_ |= cluster.info.tone != 0;
  return true;
}

bool Tokenizer::PushForeign(const Cluster& cluster, std::size_t pos) {
  std::u32string lower = reader_.raw();
  for (char32_t& value : lower) {
    const auto c = static_cast<UChar32>(value);
    if (!u_isalpha(c)) continue;
    value =
        static_cast<char32_t>(u_foldCase(u_tolower(c), U_FOLD_CASE_DEFAULT));
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string form;
  Nfc()
      .normalize(icu::UnicodeString::fromUTF32(
                     reinterpret_cast<const UChar32*>(lower.data()),
                     static_cast<std::int32_t>(lower.size())),
                 status)
      .toUTF8String(form);
  if (bytes_ + form.size() > kMaxTokenBytes) return false;

  TokenLetter& letter = letters_[letter_count_++];
  letter.info = cluster.info;
  letter.begin = static_cast<std::uint32_t>(pos);
  letter.foreign_begin = static_cast<std::uint16_t>(foreign_pool_.size());
  letter.bytes = static_cast<std::uint8_t>(form.size());
  foreign_pool_ += form;
  bytes_ += form.size();
  return true;
}

// Reads a number with dots or commas, such as 1.234.567, into the token.
// Returns its end, or `pos` if there is none.
std::size_t Tokenizer::ReadNumber(std::size_t pos) {
  if (pos < no_number_until_) return pos;
  const std::string_view text = reader_.text();
  const std::size_t begin = pos;
  std::size_t end = pos;  // After the last digit.
  std::string run;        // Digits and separators before `end`.
  char separator = 0;     // Seen since `end`.
  while (pos < text.size()) {
    const Cluster cluster = reader_.Read(pos);
    if (cluster.info.kind == CharClass::kDigit) {
      if (separator != 0) run.push_back(separator);
      separator = 0;
      run.push_back(cluster.info.plain);
      end = pos + cluster.size;
    } else if (cluster.info.kind != CharClass::kIgnored) {
      const char32_t symbol = SymbolAt(cluster, pos);
      if (separator != 0 || (symbol != U'.' && symbol != U',')) break;
      separator = static_cast<char>(symbol);
    }
    pos += cluster.size;
  }
  if (run.size() > kMaxTokenBytes || !IsJoinedNumber(run) ||
      (run.find('.') == std::string::npos && IsDocumentKindAfter(end))) {
    no_number_until_ = end;
    return begin;
  }
  for (const char c : run) {
    TokenLetter& letter = letters_[letter_count_++];
    letter.info = CharInfo{CharClass::kDigit, c};
    letter.begin = static_cast<std::uint32_t>(begin);
    ++digit_count_;
  }
  return end;
}

// Returns the code point of `cluster`, last read at `pos`; 0 if it has marks.
char32_t Tokenizer::SymbolAt(const Cluster& cluster, std::size_t pos) const {
  if (cluster.size == 1) return static_cast<unsigned char>(reader_.text()[pos]);
  const std::u32string& raw = reader_.raw();
  return raw.size() == 1 ? raw[0] : 0;
}

// True for what follows the last number of "18,19-NQ/TW".
bool Tokenizer::IsDocumentKindAfter(std::size_t pos) {
  constexpr std::size_t kLongestKind = 4;
  const std::string_view text = reader_.text();
  pos = reader_.SkipIgnored(pos);
  if (pos >= text.size()) return false;
  Cluster cluster = reader_.Read(pos);
  const char32_t symbol = SymbolAt(cluster, pos);
  if (!IsDash(symbol) && !IsSlash(symbol)) return false;
  std::string kind;
  for (pos += cluster.size; pos < text.size(); pos += cluster.size) {
    cluster = reader_.Read(pos);
    if (cluster.info.kind == CharClass::kIgnored) continue;
    if (cluster.info.kind != CharClass::kLetter) break;
    if (kind.size() > 2 * kLongestKind) return false;
    AppendLower(cluster.info, &kind);
  }
  return IsDocumentKind(kind);
}

// Returns the number of letters before the border in NQ35, 35NQ and the day of
// 2021-11-29T11:02, which are two tokens; 0 if the token is one.
std::size_t Tokenizer::LabelBorder() const {
  constexpr std::size_t kMostDigits = 5;
  if (digit_count_ == 0 || digit_count_ == letter_count_) return 0;
  const auto letters = std::span(letters_).first(letter_count_);
  const bool digits_first = IsDigit(letters.front());
  std::size_t border = 1;
  while (IsDigit(letters[border]) == digits_first) ++border;

  const bool is_pair =
      border == (digits_first ? digit_count_ : letter_count_ - digit_count_);
  if (!is_pair) return IsDayBeforeTime(border) ? border : 0;
  if (digit_count_ > kMostDigits) return 0;
  const auto label =
      digits_first ? letters.subspan(border) : letters.first(border);
  return IsNumberedLabel(LowerForm(label)) ? border : 0;
}

// True for the token 29T11 of an ISO 8601 time stamp.
bool Tokenizer::IsDayBeforeTime(std::size_t border) const {
  return border == 2 && letter_count_ == 5 && letters_[2].info.plain == 't' &&
         letters_[2].info.upper && IsDigit(letters_[3]) &&
         IsDigit(letters_[4]) && reader_.text().substr(end_, 1) == ":";
}

void Tokenizer::EmitToken(std::size_t end) {
  const std::size_t border = LabelBorder();
  if (border != 0) Emit(0, border, letters_[border].begin);
  Emit(border, letter_count_, end);
}

void Tokenizer::Emit(std::size_t first, std::size_t last, std::size_t end) {
  const std::span<TokenLetter> letters =
      std::span(letters_).subspan(first, last - first);
  Token& token = tokens_->emplace_back();
  token.begin = letters.front().begin;
  token.end = static_cast<std::uint32_t>(end);
  token.letter_case = CaseOf(letters);
  token.numeric = token.letter_case == LetterCase::kNone;
  if (has_tone_) PlaceTones(letters);
  if (foreign_pool_.empty()) {
    WriteForms(letters, &token);
  } else {
    for (const TokenLetter& letter : letters) AppendForms(letter, &token);
  }
  token.marked = token.exact != token.folded;
}

// The forms of a token without foreign letters.
void Tokenizer::WriteForms(std::span<const TokenLetter> letters, Token* token) {
  folded_.clear();
  exact_.clear();
  for (const TokenLetter& letter : letters) {
    folded_.push_back(letter.info.plain);
    AppendLower(letter.info, &exact_);
  }
  token->folded = folded_;
  token->exact = exact_;
}

void Tokenizer::AppendForms(const TokenLetter& letter, Token* token) const {
  if (letter.info.kind == CharClass::kForeignLetter) {
    const auto form = std::string_view(foreign_pool_)
                          .substr(letter.foreign_begin, letter.bytes);
    token->exact += form;
    AppendFolded(form, &token->folded);
    return;
  }
  AppendLower(letter.info, &token->exact);
  token->folded.push_back(letter.info.plain);
}

}  // namespace tracuu
