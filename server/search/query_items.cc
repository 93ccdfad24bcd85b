#include "server/search/query_items.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

// Numbers have no marks to ignore, and one exact term each.
QueryItem ItemOf(const Token& token, AccentMode accents) {
  const bool exact = token.numeric || accents == AccentMode::kExact ||
                     (accents == AccentMode::kAuto && token.marked);
  if (exact) return {ItemKind::kExact, token.exact};
  return {ItemKind::kFolded, token.folded};
}

// "35 NQ TW" typed with blanks only: number, kind and issuer of a central
// party document. Other issuers need their separators: "5 ct cp" is no symbol
// to most readers.
std::optional<QueryItem> SpacedSymbol(const std::vector<Token>& tokens,
                                      std::size_t i) {
  constexpr std::array<std::string_view, 10> kKinds{
      "nq", "ct", "kl", "qd", "qdi", "hd", "tb", "bc", "kh", "tt"};
  if (i + 2 >= tokens.size()) return std::nullopt;
  const Token& number = tokens[i];
  const Token& kind = tokens[i + 1];
  const Token& issuer = tokens[i + 2];
  if (!number.numeric || number.exact.size() > 4 || issuer.exact != "tw") {
    return std::nullopt;
  }
  if (std::find(kKinds.begin(), kKinds.end(), kind.folded) == kKinds.end()) {
    return std::nullopt;
  }
  // "qd" is "QĐ" without its mark; no issuer uses D there.
  const std::string marked = kind.folded == "qd"    ? "qđ"
                             : kind.folded == "qdi" ? "qđi"
                                                    : kind.exact;
  const std::string written = number.exact + "-" + marked + "/tw";
  for (const Span& span : Analyze(written).spans) {
    if (span.kind == SpanKind::kDocumentSymbol && span.first == 0) {
      return QueryItem{ItemKind::kSymbol, span.canonical};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<PlacedItem> ReadWords(const Analysis& analysis,
                                  AccentMode accents) {
  std::vector<PlacedItem> items;
  auto span = analysis.spans.begin();
  for (std::size_t i = 0; i < analysis.tokens.size();) {
    while (span != analysis.spans.end() && span->first < i) ++span;
    PlacedItem placed{{}, i, 1};
    if (span != analysis.spans.end() && span->first == i && span->count > 0) {
      const bool symbol = span->kind == SpanKind::kDocumentSymbol;
      placed.item = {symbol ? ItemKind::kSymbol : ItemKind::kDate,
                     span->canonical};
      placed.tokens = span->count;
    } else if (auto symbol = SpacedSymbol(analysis.tokens, i)) {
      placed.item = *std::move(symbol);
      placed.tokens = 3;
    } else {
      placed.item = ItemOf(analysis.tokens[i], accents);
    }
    i += placed.tokens;
    items.push_back(std::move(placed));
  }
  return items;
}

std::vector<QueryItem> ReadWords(std::string_view text, AccentMode accents) {
  std::vector<QueryItem> items;
  for (PlacedItem& placed : ReadWords(Analyze(text), accents)) {
    items.push_back(std::move(placed.item));
  }
  return items;
}

std::vector<QueryItem> ReadTokens(std::string_view text, AccentMode accents) {
  std::vector<QueryItem> items;
  for (const Token& token : Analyze(text).tokens) {
    items.push_back(ItemOf(token, accents));
  }
  return items;
}

}  // namespace tracuu
