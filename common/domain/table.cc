#include "common/domain/table.h"

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "common/base/sha256.h"

namespace tracuu {

// Made by tracuu_embed() in CMakeLists.txt.
std::string_view DomainData(std::string_view file_name);

namespace {

constexpr std::array<std::string_view, 16> kTableFiles = {
    "districts.tsv",          "hosts.tsv",
    "province_ambiguity.tsv", "province_events.tsv",
    "provinces.tsv",          "provinces_2025.tsv",
    "resolutions.tsv",        "symbol_parts.tsv",
    "synonyms.tsv",           "unit_abbreviations.tsv",
    "unit_fields.tsv",        "unit_heads.tsv",
    "unit_kinds.tsv",         "unit_levels.tsv",
    "unit_offices.tsv",       "unit_verbs.tsv",
};

// A wrong column or file name is a mistake in our own sources.
[[noreturn]] void EndOverBrokenTable(const char* what, std::string_view name) {
  std::fprintf(stderr, "domain tables: no %s named '%.*s'\n", what,
               static_cast<int>(name.size()), name.data());
  std::abort();
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::map<std::string_view, Table> ParseEmbeddedTables() {
  std::map<std::string_view, Table> tables;
  for (const std::string_view file : kTableFiles) {
    tables.emplace(file, ParseTable(DomainData(file)));
  }
  return tables;
}

}  // namespace

std::string_view Table::Row::operator[](std::string_view column) const {
  const auto& columns = table_->columns_;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] != column) continue;
    const auto& cells = table_->rows_[index_];
    return i < cells.size() ? cells[i] : std::string_view();
  }
  EndOverBrokenTable("column", column);
}

std::vector<std::string> Table::Row::List(std::string_view column) const {
  std::vector<std::string> values;
  for (const std::string_view value : Split((*this)[column], '|')) {
    if (!value.empty()) values.emplace_back(value);
  }
  return values;
}

Table ParseTable(std::string_view bytes) {
  Table table;
  bool header_seen = false;
  for (std::string_view line : Split(bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (header_seen) {
      table.rows_.push_back(Split(line, '\t'));
    } else {
      table.columns_ = Split(line, '\t');
      header_seen = true;
    }
  }
  return table;
}

const Table& EmbeddedTable(std::string_view file_name) {
  static const auto* const kTables =
      new std::map<std::string_view, Table>(ParseEmbeddedTables());
  const auto found = kTables->find(file_name);
  if (found == kTables->end()) EndOverBrokenTable("file", file_name);
  return found->second;
}

std::string TablesFingerprint() {
  Sha256 digest;
  for (const std::string_view file : kTableFiles) {
    // The separators keep bytes from moving unseen from one table to the next.
    digest.Update(file);
    digest.Update(std::string_view("\0", 1));
    digest.Update(DomainData(file));
    digest.Update(std::string_view("\0", 1));
  }
  return digest.Finish();
}

}  // namespace tracuu
