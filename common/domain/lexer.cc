#include "common/domain/lexer.h"

#include <optional>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

enum class PieceKind : std::uint8_t { kLetters, kDigits, kSign };

PieceKind PieceKindOf(char c) {
  if (IsDigit(c)) return PieceKind::kDigits;
  const bool is_ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Bytes of longer characters belong to letters: a token holds no others.
  const bool is_beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
  return is_ascii_letter || is_beyond_ascii ? PieceKind::kLetters
                                            : PieceKind::kSign;
}

// The longest run of one kind at the front of `text`; a sign stands alone.
std::size_t PieceSize(std::string_view text) {
  const PieceKind kind = PieceKindOf(text.front());
  if (kind == PieceKind::kSign) return 1;
  std::size_t size = 1;
  while (size < text.size() && PieceKindOf(text[size]) == kind) ++size;
  return size;
}

// Tokens of one kind need no cutting: nearly all of them.
bool IsOnePiece(std::string_view text) {
  return !text.empty() && PieceSize(text) == text.size();
}

bool IsIgnorable(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
         c == 0xFEFF;
}

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x85 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x3000;
}

bool IsLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

char SignOf(char32_t c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 ||
      c == 0xFF0D || c == '_') {
    return '-';
  }
  if ((c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == '\'') {
    return '"';
  }
  if (c == 0x2044 || c == 0x2215) return '/';
  constexpr std::string_view kKnown = "-/.,:;()\"&+";
  if (c < 0x80 && kKnown.find(static_cast<char>(c)) != std::string_view::npos) {
    return static_cast<char>(c);
  }
  return '?';
}

std::int32_t NumberOf(std::string_view digits) {
  if (digits.size() > 9) return -1;
  std::int32_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Lexemes::Lexemes(std::string_view text, const Analysis& analysis) {
  nothing_.sign = '\0';
  nothing_.space_before = true;
  nothing_.line_before = true;
  lexemes_.reserve(analysis.tokens.size() + analysis.tokens.size() / 2);
  std::uint32_t offset = 0;
  for (const Token& token : analysis.tokens) {
    if (token.begin < offset) continue;  // Never in an analysis of `text`.
    AddGap(text, offset, token.begin);
    AddToken(text, token);
    offset = token.end;
  }
  AddGap(text, offset, static_cast<std::uint32_t>(text.size()));
}

void Lexemes::MergeNumber(int first, int last, std::string_view digits) {
  Lexeme& merged = lexemes_[static_cast<std::size_t>(first)];
  merged.kind = Lexeme::Kind::kNumber;
  merged.key = {};
  merged.letter_case = LetterCase::kNone;
  merged.number = NumberOf(digits);
  merged.digits = static_cast<std::uint8_t>(digits.size());
  merged.end = lexemes_[static_cast<std::size_t>(last)].end;
  lexemes_.erase(lexemes_.begin() + first + 1, lexemes_.begin() + last + 1);
}

void Lexemes::AddToken(std::string_view text, const Token& token) {
  std::string_view written = text.substr(token.begin, token.end - token.begin);
  // "18,19-NQ/TW" are two numbers, whatever the analyzer makes of the comma.
  std::string_view exact =
      token.numeric ? written : std::string_view(token.exact);
  const bool one_piece = IsOnePiece(exact);
  std::uint32_t offset = token.begin;
  while (!exact.empty() && !written.empty()) {
    const std::size_t exact_size = one_piece ? exact.size() : PieceSize(exact);
    std::size_t size = one_piece ? written.size() : PieceSize(written);
    if (exact_size == exact.size()) size = written.size();
    Lexeme lexeme;
    lexeme.begin = offset;
    lexeme.end = offset + static_cast<std::uint32_t>(size);
    const std::string_view piece = exact.substr(0, exact_size);
    switch (PieceKindOf(piece.front())) {
      case PieceKind::kLetters:
        lexeme.kind = Lexeme::Kind::kWord;
        lexeme.key = piece;
        lexeme.letter_case = token.letter_case;
        break;
      case PieceKind::kDigits:
        lexeme.kind = Lexeme::Kind::kNumber;
        lexeme.number = NumberOf(piece);
        lexeme.digits =
            static_cast<std::uint8_t>(piece.size() < 255 ? piece.size() : 255);
        break;
      case PieceKind::kSign:
        lexeme.sign = SignOf(static_cast<unsigned char>(piece.front()));
        break;
    }
    Push(lexeme);
    exact.remove_prefix(exact_size);
    written.remove_prefix(size);
    offset = lexeme.end;
  }
}

void Lexemes::AddGap(std::string_view text, std::uint32_t begin,
                     std::uint32_t end) {
  for (std::uint32_t offset = begin; offset < end;) {
    const CodePoint c = DecodeUtf8(text, offset);
    Lexeme lexeme;
    lexeme.begin = offset;
    offset += static_cast<std::uint32_t>(c.size);
    lexeme.end = offset;
    if (c.valid && IsIgnorable(c.value)) continue;
    if (c.valid && IsSpace(c.value)) {
      space_pending_ = true;
      line_pending_ = line_pending_ || IsLineBreak(c.value);
      continue;
    }
    lexeme.sign = c.valid ? SignOf(c.value) : '?';
    Push(lexeme);
  }
}

void Lexemes::Push(Lexeme lexeme) {
  lexeme.space_before = space_pending_;
  lexeme.line_before = line_pending_;
  space_pending_ = false;
  line_pending_ = false;
  lexemes_.push_back(lexeme);
}

}  // namespace tracuu
