#include "server/http/target.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace tracuu {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Tabs and line ends come in with pasted text and separate words.
bool IsAllowed(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 ? byte != 0x7F : c == '\t' || c == '\n' || c == '\r';
}

std::optional<std::string> Unescape(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_blank) c = ' ';
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (!IsAllowed(c)) return std::nullopt;
    out += c;
  }
  if (FirstInvalidUtf8(out)) return std::nullopt;
  return out;
}

}  // namespace

std::optional<Target> ParseTarget(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  target = target.substr(0, target.find('#'));
  const std::size_t question = target.find('?');
  auto path = Unescape(target.substr(0, question), false);
  if (!path) return std::nullopt;
  Target parsed{*std::move(path), {}};
  if (question == std::string_view::npos) return parsed;

  std::string_view query = target.substr(question + 1);
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    auto name = Unescape(pair.substr(0, equals), true);
    auto value = equals == std::string_view::npos
                     ? std::optional<std::string>("")
                     : Unescape(pair.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    parsed.params.emplace_back(*std::move(name), *std::move(value));
  }
  return parsed;
}

}  // namespace tracuu
