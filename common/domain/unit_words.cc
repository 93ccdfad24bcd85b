#include "common/domain/unit_words.h"

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "common/domain/table.h"

namespace tracuu {
namespace {

template <typename Value, std::size_t kSize>
Value CodeValue(
    std::string_view code,
    const std::array<std::pair<std::string_view, Value>, kSize>& codes) {
  for (const auto& [name, value] : codes) {
    if (name == code) return value;
  }
  // A wrong code is a mistake in our own tables.
  std::fprintf(stderr, "unit tables: no code '%.*s'\n",
               static_cast<int>(code.size()), code.data());
  std::abort();
}

constexpr std::array<std::pair<std::string_view, UnitTail>, 11> kTails = {{
    {"complete", UnitTail::kComplete},
    {"own-place", UnitTail::kOwnPlace},
    {"area", UnitTail::kArea},
    {"owner", UnitTail::kOwner},
    {"field", UnitTail::kField},
    {"steering", UnitTail::kSteering},
    {"committee", UnitTail::kCommittee},
    {"cell", UnitTail::kCell},
    {"proper-name", UnitTail::kProperName},
    {"own-name", UnitTail::kOwnName},
    {"numbered", UnitTail::kNumbered},
}};

constexpr std::array<std::pair<std::string_view, OfficeKind>, 3> kOffices = {{
    {"leader", OfficeKind::kLeader},
    {"member", OfficeKind::kMember},
    {"place", OfficeKind::kPlace},
}};

constexpr std::array<std::pair<std::string_view, VerbKind>, 2> kVerbs = {{
    {"acts", VerbKind::kActs},
    {"leads", VerbKind::kLeads},
}};

std::vector<UnitHead> LoadHeads() {
  const Table& table = EmbeddedTable("unit_heads.tsv");
  std::vector<UnitHead> heads;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    for (std::string& spelling : row.List("spellings")) {
      heads.push_back({std::move(spelling), std::string(row["canonical"]),
                       std::string(row["kind"]), std::string(row["level"]),
                       CodeValue(row["tail"], kTails)});
    }
  }
  return heads;
}

std::vector<UnitField> LoadFields() {
  const Table& table = EmbeddedTable("unit_fields.tsv");
  std::vector<UnitField> fields;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    for (std::string& spelling : row.List("spellings")) {
      fields.push_back({std::move(spelling), std::string(row["canonical"])});
    }
  }
  return fields;
}

std::vector<UnitOffice> LoadOffices() {
  const Table& table = EmbeddedTable("unit_offices.tsv");
  std::vector<UnitOffice> offices;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    offices.push_back(
        {std::string(row["words"]), CodeValue(row["kind"], kOffices)});
  }
  return offices;
}

std::vector<UnitVerb> LoadVerbs() {
  const Table& table = EmbeddedTable("unit_verbs.tsv");
  std::vector<UnitVerb> verbs;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Table::Row row = table.row(i);
    verbs.push_back(
        {std::string(row["words"]), CodeValue(row["kind"], kVerbs)});
  }
  return verbs;
}

}  // namespace

std::span<const UnitHead> AllUnitHeads() {
  static const auto* const kHeads = new std::vector<UnitHead>(LoadHeads());
  return *kHeads;
}

std::span<const UnitField> AllUnitFields() {
  static const auto* const kFields = new std::vector<UnitField>(LoadFields());
  return *kFields;
}

std::span<const UnitOffice> AllUnitOffices() {
  static const auto* const kAll = new std::vector<UnitOffice>(LoadOffices());
  return *kAll;
}

std::span<const UnitVerb> AllUnitVerbs() {
  static const auto* const kAll = new std::vector<UnitVerb>(LoadVerbs());
  return *kAll;
}

}  // namespace tracuu
