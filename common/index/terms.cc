#include "common/index/terms.h"

#include <algorithm>
#include <cstddef>

#include "common/base/sha256.h"

namespace tracuu {
namespace {

// Xapian's limit on the key of a posting list, in which a NUL takes two bytes.
constexpr std::size_t kMaxTermBytes = 245;
constexpr std::size_t kDigestBytes = 64;
// Separates what is kept of a long value from its digest. No UTF-8 text holds
// this byte, so a shortened term is never the term of another value.
constexpr char kShortened = '\xFF';

std::size_t KeyBytes(std::string_view term) {
  return term.size() +
         static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// A prefix of `text` of at most `bytes` bytes that ends between code points
// and holds no NUL.
std::string_view Cut(std::string_view text, std::size_t bytes) {
  std::size_t size = std::min({bytes, text.size(), text.find('\0')});
  while (size > 0 && size < text.size() && IsContinuation(text[size])) --size;
  return text.substr(0, size);
}

}  // namespace

std::string MakeTerm(const Field& field, std::string_view value) {
  std::string term(field.prefix);
  term += value;
  if (KeyBytes(term) <= kMaxTermBytes) return term;
  const std::size_t room =
      kMaxTermBytes - field.prefix.size() - kDigestBytes - 1;
  term.resize(field.prefix.size());
  term += Cut(value, room);
  term += kShortened;
  term += Sha256Hex(value);
  return term;
}

std::string MakePairTerm(const Field& field, std::string_view first,
                         std::string_view second) {
  std::string pair;
  pair.reserve(first.size() + 1 + second.size());
  pair += first;
  pair += ' ';
  pair += second;
  return MakeTerm(field, pair);
}

std::string EncodeOrdinals(const std::vector<std::uint32_t>& ordinals) {
  std::string bytes;
  for (std::uint32_t ordinal : ordinals) {
    while (ordinal >= 0x80) {
      bytes += static_cast<char>((ordinal & 0x7FU) | 0x80U);
      ordinal >>= 7;
    }
    bytes += static_cast<char>(ordinal);
  }
  return bytes;
}

std::optional<std::vector<std::uint32_t>> DecodeOrdinals(
    std::string_view bytes) {
  std::vector<std::uint32_t> ordinals;
  std::uint64_t value = 0;
  unsigned shift = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & 0x80U) != 0) {
      shift += 7;
      if (shift > 28) return std::nullopt;
      continue;
    }
    // A last byte of zero would be a second spelling of a smaller number.
    if ((byte == 0 && shift > 0) || value > 0xFFFFFFFFU) return std::nullopt;
    ordinals.push_back(static_cast<std::uint32_t>(value));
    value = 0;
    shift = 0;
  }
  if (shift != 0) return std::nullopt;
  return ordinals;
}

std::string JoinLines(const std::vector<std::string>& values) {
  std::string bytes;
  for (const std::string& value : values) {
    bytes += value;
    bytes += '\n';
  }
  return bytes;
}

std::vector<std::string> SplitLines(std::string_view bytes) {
  std::vector<std::string> values;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    values.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return values;
}

}  // namespace tracuu
