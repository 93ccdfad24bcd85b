#include "common/domain/document_symbol.h"

#include "common/domain/lexer.h"
#include "common/domain/symbol_reader.h"
#include "common/text/analyze.h"

namespace tracuu {

std::optional<DocumentSymbol> ParseSymbol(std::string_view text) {
  const Analysis analysis = Analyze(text);
  const Lexemes lexemes(text, analysis);
  int first = 0;
  if (lexemes[first].is_word("số")) {
    ++first;
    if (lexemes[first].is_sign(':')) ++first;
  } else if (lexemes[first].is_word() &&
             !KindAbbreviation(lexemes[first].key).empty() &&
             lexemes.Touches(first + 1)) {
    ++first;  // "NQ35-NQ/TW"
  }
  const std::optional<SymbolReading> reading = ReadSymbol(lexemes, first);
  if (!reading || reading->last + 1 != lexemes.size()) return std::nullopt;
  return reading->symbol;
}

std::string FormatSymbol(const DocumentSymbol& symbol) {
  std::string text = symbol.number < 10 ? "0" : "";
  text += std::to_string(symbol.number);
  switch (symbol.system) {
    case SymbolSystem::kParty:
      return text + '-' + symbol.kind + '/' + symbol.issuer;
    case SymbolSystem::kState:
      return text + '/' + symbol.kind + '-' + symbol.issuer;
    case SymbolSystem::kLaw:
      text += '/' + std::to_string(symbol.year) + '/';
      if (!symbol.kind.empty()) text += symbol.kind + '-';
      return text + symbol.issuer;
  }
  return text;
}

}  // namespace tracuu
