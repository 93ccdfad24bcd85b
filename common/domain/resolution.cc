#include "common/domain/resolution.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include "common/domain/document_symbol.h"
#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

constexpr std::string_view kCongressKind = "NQĐH";

int NumberOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

Resolution LoadResolution(const Table::Row& row) {
  Resolution resolution;
  resolution.id = row["id"];
  const std::size_t colon = resolution.id.find(':');
  if (colon == std::string::npos) {
    resolution.kind = kCongressKind;
  } else {
    resolution.symbol = resolution.id.substr(0, colon);
    if (const auto symbol = ParseSymbol(resolution.symbol)) {
      resolution.number = symbol->number;
      resolution.kind = symbol->kind;
    }
  }
  resolution.date = ParseIso(row["date"]).value_or(Date{});
  resolution.term = row["term"];
  resolution.issuer = row["issuer"];
  resolution.plenum = NumberOf(row["plenum"]);
  resolution.named_after_plenum = row["named_after_plenum"] == "yes";
  resolution.title = row["title"];
  resolution.names = row.List("names");
  resolution.aliases = row.List("aliases");
  resolution.topic_cues = row.List("topic_cues");
  resolution.verified = row["checked"] == "seen";
  return resolution;
}

std::vector<Resolution> LoadResolutions() {
  const Table& table = EmbeddedTable("resolutions.tsv");
  std::vector<Resolution> resolutions;
  for (std::size_t i = 0; i < table.size(); ++i) {
    resolutions.push_back(LoadResolution(table.row(i)));
  }
  std::ranges::stable_sort(resolutions, {}, &Resolution::date);
  return resolutions;
}

// By ExactKey(), which knows neither case nor punctuation.
using ResolutionIndex =
    std::unordered_map<std::string, std::vector<const Resolution*>>;

ResolutionIndex IndexBy(std::string Resolution::*field) {
  ResolutionIndex index;
  for (const Resolution& resolution : AllResolutions()) {
    const std::string& value = resolution.*field;
    if (!value.empty()) index[ExactKey(value)].push_back(&resolution);
  }
  return index;
}

// "NQTW4-XII" → kind "NQ", plenum 4, term "XII".
struct PlenumForm {
  std::string_view kind;
  int plenum = 0;
  std::string_view term;
};

std::optional<PlenumForm> ParsePlenumForm(std::string_view form) {
  PlenumForm parsed;
  for (const std::string_view kind : {"NQ", "KL"}) {
    if (!form.starts_with(kind) || !form.substr(2).starts_with("TW")) continue;
    const std::size_t dash = form.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    parsed.kind = kind;
    parsed.plenum = NumberOf(form.substr(4, dash - 4));
    parsed.term = form.substr(dash + 1);
    if (parsed.plenum == 0 || parsed.term.empty()) return std::nullopt;
    return parsed;
  }
  return std::nullopt;
}

}  // namespace

std::span<const Resolution> AllResolutions() {
  static const auto* const kResolutions =
      new std::vector<Resolution>(LoadResolutions());
  return *kResolutions;
}

const Resolution* FindResolution(std::string_view id) {
  static const auto* const kIndex =
      new ResolutionIndex(IndexBy(&Resolution::id));
  const auto found = kIndex->find(ExactKey(id));
  return found == kIndex->end() ? nullptr : found->second.front();
}

std::vector<const Resolution*> ResolutionsWithSymbol(std::string_view symbol) {
  static const auto* const kIndex =
      new ResolutionIndex(IndexBy(&Resolution::symbol));
  const auto found = kIndex->find(ExactKey(symbol));
  if (found == kIndex->end()) return {};
  return found->second;
}

std::vector<const Resolution*> ResolutionsOfPlenum(std::string_view form) {
  const std::optional<PlenumForm> wanted = ParsePlenumForm(form);
  if (!wanted) return {};
  std::vector<const Resolution*> all;
  std::vector<const Resolution*> of_kind;
  for (const Resolution& resolution : AllResolutions()) {
    if (resolution.plenum != wanted->plenum ||
        resolution.term != wanted->term) {
      continue;
    }
    if (resolution.named_after_plenum) return {&resolution};
    all.push_back(&resolution);
    if (resolution.kind == wanted->kind) of_kind.push_back(&resolution);
  }
  return of_kind.empty() ? all : of_kind;
}

}  // namespace tracuu
