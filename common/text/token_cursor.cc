#include "common/text/token_cursor.h"

#include <unicode/uchar.h>

#include <utility>

#include "common/text/letter_table.h"
#include "common/text/utf8.h"

namespace tracuu {
namespace {

// Control characters count: repaired text has spaces in their place.
bool IsSpace(char32_t value) {
  return value <= 0x20 || (value >= 0x7F && value <= 0xA0) ||
         u_isUWhiteSpace(static_cast<UChar32>(value));
}

// Every dash is '-', every slash '/'; 0 for a mark that is not ASCII.
char MarkOf(char32_t value) {
  if (IsDash(value)) return '-';
  if (IsSlash(value)) return '/';
  return value < 0x7F ? static_cast<char>(value) : '\0';
}

Gap ReadGap(std::string_view text) {
  Gap gap;
  char mark = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    CodePoint code_point = DecodeUtf8(text, pos);
    pos += code_point.size;
    if (!code_point.valid) return {};
    if (Classify(&code_point.value).kind == CharClass::kIgnored) continue;
    const char32_t value = code_point.value;
    if (IsSpace(value)) {
      gap.spaced = true;
      gap.new_line |= value == U'\n';
    } else if (mark == 0 && MarkOf(value) != 0) {
      mark = MarkOf(value);
    } else {
      return {};
    }
  }
  gap.mark = mark == 0 && gap.spaced ? ' ' : mark;
  return gap;
}

}  // namespace

Gap TokenCursor::GapAfter(std::size_t i) const {
  if (i + 1 >= tokens_.size()) return {};
  const std::uint32_t begin = tokens_[i].end;
  return ReadGap(text_.substr(begin, tokens_[i + 1].begin - begin));
}

Gap TokenCursor::GapBefore(std::size_t i) const {
  return i == 0 ? Gap{} : GapAfter(i - 1);
}

std::optional<int> TokenCursor::NumberAt(std::size_t i,
                                         std::size_t max_digits) const {
  if (i >= tokens_.size() || !tokens_[i].numeric) return std::nullopt;
  const std::string& digits = tokens_[i].exact;
  if (digits.size() > max_digits) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool TokenCursor::IsWord(std::size_t i, std::string_view exact,
                         std::string_view folded) const {
  return i < tokens_.size() &&
         (tokens_[i].exact == exact || tokens_[i].exact == folded);
}

Span TokenCursor::MakeSpan(SpanKind kind, std::size_t first, std::size_t count,
                           std::string canonical) const {
  Span span;
  span.kind = kind;
  span.first = static_cast<std::uint32_t>(first);
  span.count = static_cast<std::uint32_t>(count);
  span.begin = tokens_[first].begin;
  span.end = tokens_[first + count - 1].end;
  span.canonical = std::move(canonical);
  return span;
}

}  // namespace tracuu
