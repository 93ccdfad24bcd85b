// docs/index-format.md tells the schema to people; this keeps it honest.

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/schema.h"

namespace tracuu {
namespace {

std::string KindName(FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
      return "text";
    case FieldKind::kFacet:
      return "facet";
    case FieldKind::kKey:
      return "key";
    case FieldKind::kSlot:
      return "slot";
  }
  return "";
}

// The row as the document's table has it, without its last column, the words.
std::string Row(const Field& field) {
  const bool no_terms = field.kind == FieldKind::kSlot;
  const std::string prefix = no_terms ? "–"
                             : field.prefix.empty()
                                 ? "none"
                                 : "`" + std::string(field.prefix) + "`";
  const std::string slot =
      field.slot == kNoSlot ? "–" : std::to_string(field.slot);
  return "| `" + std::string(field.name) + "` | " + KindName(field.kind) +
         " | " + prefix + " | " + slot + " | ";
}

TEST_SUITE_BEGIN("common/index/schema_doc");

TEST_CASE("the document's table is the schema, row by row") {
  const auto text = ReadFile(std::filesystem::path(TRACUU_SOURCE_DIR) /
                             "docs/index-format.md");
  REQUIRE(text);
  std::vector<std::string> rows;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| `")) rows.push_back(line);
  }
  REQUIRE(rows.size() == kFields.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string row = Row(kFields[i]);
    CAPTURE(row);
    CAPTURE(rows[i]);
    CHECK(rows[i].starts_with(row));
  }
}

TEST_CASE("the document names the schema's version") {
  const auto text = ReadFile(std::filesystem::path(TRACUU_SOURCE_DIR) /
                             "docs/index-format.md");
  REQUIRE(text);
  CHECK(text->find("Schema version " + std::to_string(kSchemaVersion)) !=
        std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
