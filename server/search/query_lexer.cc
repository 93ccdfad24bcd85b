#include "server/search/query_lexer.h"

#include <array>
#include <optional>

#include "common/text/analyze.h"
#include "common/text/utf8.h"
#include "server/search/query_field.h"

namespace tracuu {
namespace {

bool IsBlank(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsQuote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB ||
         c == 0xBB;
}

// The operators, as a reader types them: in capitals, whatever the Unicode
// form of the letters.
std::optional<LexemeKind> OperatorOf(std::string_view word) {
  if (word == "OR") return LexemeKind::kOr;
  if (word == "AND") return LexemeKind::kAnd;
  if (word.size() > 12 || word.size() < 5) return std::nullopt;
  const Analysis analysis = Analyze(word);
  const bool is_or = analysis.tokens.size() == 1 &&
                     analysis.tokens[0].exact == "hoặc" &&
                     analysis.tokens[0].letter_case == LetterCase::kUpper;
  return is_or ? std::optional(LexemeKind::kOr) : std::nullopt;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> Run() {
    while (SkipBlanks()) ReadChunk();
    return std::move(lexemes_);
  }

 private:
  bool SkipBlanks() {
    while (at_ < query_.size()) {
      const CodePoint c = DecodeUtf8(query_, at_);
      if (!IsBlank(c.value)) return true;
      at_ += c.size;
    }
    return false;
  }

  void Add(LexemeKind kind, std::size_t begin, std::size_t end,
           std::string_view text) {
    lexemes_.push_back({kind, text, begin, end});
  }

  void AddMark(LexemeKind kind) {
    Add(kind, at_, at_ + 1, query_.substr(at_, 1));
    ++at_;
  }

  // True if something other than a blank or a closing parenthesis follows.
  bool SomethingFollows(std::size_t offset) const {
    if (offset >= query_.size()) return false;
    const char32_t c = DecodeUtf8(query_, offset).value;
    return !IsBlank(c) && c != ')';
  }

  // Reads from a place where operators may stand.
  void ReadChunk() {
    const CodePoint c = DecodeUtf8(query_, at_);
    if (c.value == '(') return AddMark(LexemeKind::kOpen);
    if (c.value == ')') return AddMark(LexemeKind::kClose);
    if (IsQuote(c.value)) return ReadPhrase(c.size);
    const bool operator_place = lexemes_.empty() || lexemes_.back().end < at_ ||
                                lexemes_.back().kind != LexemeKind::kWord;
    if (operator_place && SomethingFollows(at_ + 1)) {
      const char next = query_[at_ + 1];
      if (c.value == '-' && next != '-') return AddMark(LexemeKind::kMinus);
      if (c.value == '=' && next != '=') return AddMark(LexemeKind::kExact);
    }
    ReadWord();
  }

  void ReadPhrase(std::size_t quote_size) {
    const std::size_t open = at_;
    const std::size_t begin = at_ + quote_size;
    for (std::size_t i = begin; i < query_.size();) {
      const CodePoint c = DecodeUtf8(query_, i);
      if (IsQuote(c.value)) {
        Add(LexemeKind::kPhrase, open, i + c.size,
            query_.substr(begin, i - begin));
        at_ = i + c.size;
        return;
      }
      i += c.size;
    }
    Add(LexemeKind::kOpenQuote, open, begin, query_.substr(open, quote_size));
    at_ = begin;
  }

  // Offset behind the word that begins at at_.
  std::size_t WordEnd() const {
    std::size_t i = at_;
    while (i < query_.size()) {
      const CodePoint c = DecodeUtf8(query_, i);
      if (IsBlank(c.value) || IsQuote(c.value) || c.value == '(' ||
          c.value == ')') {
        break;
      }
      i += c.size;
    }
    return i;
  }

  void ReadWord() {
    const std::size_t begin = at_;
    const std::size_t end = WordEnd();
    const std::string_view word = query_.substr(begin, end - begin);
    if (const auto op = OperatorOf(word)) {
      at_ = end;
      return Add(*op, begin, end, word);
    }
    const std::size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon <= 40 &&
        SomethingFollows(begin + colon + 1) &&
        FindQueryField(word.substr(0, colon))) {
      at_ = begin + colon + 1;
      return Add(LexemeKind::kField, begin, at_, word.substr(0, colon));
    }
    at_ = end;
    if (word.size() > 1 && word.ends_with('*')) {
      return Add(LexemeKind::kPrefix, begin, end,
                 word.substr(0, word.size() - 1));
    }
    Add(LexemeKind::kWord, begin, end, word);
  }

  const std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> LexQuery(std::string_view query) {
  return Lexer(query).Run();
}

std::string_view LexemeName(LexemeKind kind) {
  constexpr std::array<std::string_view, 11> kNames{
      "word",  "phrase", "open-quote", "field", "prefix", "minus",
      "exact", "open",   "close",      "or",    "and"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace tracuu
