#include "server/search/facet_names.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/domain/document_symbol.h"
#include "common/domain/province.h"
#include "common/domain/resolution.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

using Ordinals = std::vector<std::uint32_t>;

Ordinals FindByKeys(const FacetTable& table, std::string_view text) {
  if (const auto verbatim = table.FindVerbatim(text)) return {*verbatim};
  if (ExactKey(text).empty()) return {};
  if (const auto exact = table.FindExactKey(text); !exact.empty()) {
    return exact.size() == 1 ? Ordinals{exact[0]} : Ordinals{};
  }
  const auto folded = table.FindFoldedKey(text);
  return folded.size() == 1 ? Ordinals{folded[0]} : Ordinals{};
}

Ordinals FindProvinceValue(const FacetTable& table, std::string_view text,
                           ProvinceEra era) {
  Ordinals found = FindByKeys(table, text);
  if (!found.empty()) return found;
  const Province* province = FindProvince(text, era);
  if (province == nullptr) return {};
  if (const auto ordinal = table.FindVerbatim(province->name)) {
    return {*ordinal};
  }
  return {};
}

std::optional<int> ReadYear(std::string_view digits) {
  int year = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), year);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return year;
}

Ordinals FindYears(const FacetTable& table, std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return FindByKeys(table, text);
  const std::string_view from_text = text.substr(0, dots);
  const std::string_view to_text = text.substr(dots + 2);
  const auto from = from_text.empty() ? 0 : ReadYear(from_text);
  const auto to = to_text.empty() ? 9999 : ReadYear(to_text);
  if (!from || !to || text.size() == 2) return {};
  Ordinals found;
  for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
    const auto year = ReadYear(table.value(ordinal));
    if (year && *from <= *year && *year <= *to) found.push_back(ordinal);
  }
  return found;
}

std::string_view SymbolPart(std::string_view value) {
  return value.substr(0, value.find(':'));
}

// Any spelling of a symbol in the form the facet has it; empty for none.
std::string FacetSymbol(std::string_view text) {
  const auto symbol = ParseSymbol(text);
  return symbol ? FormatSymbol(*symbol) : std::string();
}

void AddOnce(std::uint32_t ordinal, Ordinals* ordinals) {
  if (std::find(ordinals->begin(), ordinals->end(), ordinal) ==
      ordinals->end()) {
    ordinals->push_back(ordinal);
  }
}

Ordinals FindResolutions(const FacetTable& table, std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string symbol = FacetSymbol(SymbolPart(text));
  Ordinals found;
  if (colon != std::string_view::npos) {
    if (symbol.empty()) return FindByKeys(table, text);
    return FindByKeys(table, symbol + std::string(text.substr(colon)));
  }
  if (!symbol.empty()) {
    for (const std::uint32_t ordinal : table.FindBeforeColon(symbol)) {
      AddOnce(ordinal, &found);
    }
  }
  for (const Resolution* resolution : ResolutionsOfPlenum(text)) {
    if (const auto ordinal = table.FindVerbatim(resolution->id)) {
      AddOnce(*ordinal, &found);
    }
  }
  for (const std::uint32_t ordinal : FindByKeys(table, text)) {
    AddOnce(ordinal, &found);
  }
  return found;
}

}  // namespace

std::vector<std::uint32_t> FindFacetValues(const FacetTable& table,
                                           std::string_view text) {
  if (table.name() == "province") {
    return FindProvinceValue(table, text, ProvinceEra::kBefore2025);
  }
  if (table.name() == "province_now") {
    return FindProvinceValue(table, text, ProvinceEra::kFrom2025);
  }
  if (table.name() == "year") return FindYears(table, text);
  if (table.name() == "resolution") return FindResolutions(table, text);
  return FindByKeys(table, text);
}

std::vector<std::vector<std::uint32_t>> WiderResolutions(
    const FacetTable& resolutions) {
  std::vector<Ordinals> wider(resolutions.size());
  for (std::uint32_t ordinal = 0; ordinal < resolutions.size(); ++ordinal) {
    for (const std::uint32_t meant :
         FindResolutions(resolutions, resolutions.value(ordinal))) {
      if (meant != ordinal) wider[ordinal].push_back(meant);
    }
  }
  return wider;
}

std::vector<std::uint32_t> ResolutionsWithSymbolForm(
    const FacetTable& resolutions, std::string_view canonical) {
  const auto found = resolutions.FindBeforeColon(canonical);
  return {found.begin(), found.end()};
}

bool KeysContain(std::string_view exact_key, std::string_view folded_key,
                 const Analysis& wanted) {
  for (const Token& token : wanted.tokens) {
    const std::string_view key = token.marked ? exact_key : folded_key;
    const std::string& form = token.marked ? token.exact : token.folded;
    std::size_t at = key.find(form);
    while (at != std::string_view::npos && at > 0 && key[at - 1] != ' ') {
      at = key.find(form, at + 1);
    }
    if (at == std::string_view::npos) return false;
  }
  return true;
}

bool ValueContains(const FacetTable& table, std::uint32_t ordinal,
                   const Analysis& wanted) {
  return KeysContain(table.exact_key(ordinal), table.folded_key(ordinal),
                     wanted);
}

bool ValueContains(const FacetTable& table, std::uint32_t ordinal,
                   std::string_view wanted) {
  return ValueContains(table, ordinal, Analyze(wanted));
}

}  // namespace tracuu
