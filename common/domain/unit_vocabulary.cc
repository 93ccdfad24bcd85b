#include "common/domain/unit_vocabulary.h"

#include <cstddef>

#include "common/domain/table.h"

namespace tracuu {
namespace {

std::vector<UnitLevel> LoadLevels() {
  const Table& table = EmbeddedTable("unit_levels.tsv");
  std::vector<UnitLevel> levels;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    levels.push_back({std::string(row["code"]), std::string(row["label"])});
  }
  return levels;
}

std::vector<UnitKind> LoadKinds() {
  const Table& table = EmbeddedTable("unit_kinds.tsv");
  std::vector<UnitKind> kinds;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    kinds.push_back({std::string(row["code"]), std::string(row["label"]),
                     row.List("heads")});
  }
  return kinds;
}

std::vector<UnitAbbreviation> LoadAbbreviations() {
  const Table& table = EmbeddedTable("unit_abbreviations.tsv");
  std::vector<UnitAbbreviation> abbreviations;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    const std::string expansion(row["expansion"]);
    abbreviations.push_back({std::string(row["abbreviation"]), expansion});
    for (std::string& variant : row.List("variants")) {
      abbreviations.push_back({std::move(variant), expansion});
    }
  }
  return abbreviations;
}

}  // namespace

std::span<const UnitLevel> UnitLevels() {
  static const auto* const kLevels = new std::vector<UnitLevel>(LoadLevels());
  return *kLevels;
}

std::span<const UnitKind> UnitKinds() {
  static const auto* const kKinds = new std::vector<UnitKind>(LoadKinds());
  return *kKinds;
}

std::span<const UnitAbbreviation> UnitAbbreviations() {
  static const auto* const kAbbreviations =
      new std::vector<UnitAbbreviation>(LoadAbbreviations());
  return *kAbbreviations;
}

}  // namespace tracuu
