// A correction is stated in the article as if its record said so, because what
// a record states outranks the text and the facets that follow from it (year,
// today's provinces, the level of a unit) come out right; then the evidence is
// named after where it comes from.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/extract.h"
#include "indexer/overrides/overrides.h"

namespace tracuu {
namespace {

using Lines = std::vector<const Override*>;

const Override* LineOf(const Lines& lines, std::string_view facet) {
  for (const Override* line : lines) {
    if (line->facet == facet) return line;
  }
  return nullptr;
}

// The value of a line that sets one; null for "none" and without a line.
const std::string* ValueOf(const Lines& lines, std::string_view facet) {
  const Override* line = LineOf(lines, facet);
  return line == nullptr || line->values.empty() ? nullptr
                                                 : &line->values.front();
}

void StateDates(const Lines& lines, StatedFields* stated) {
  if (const Override* line = LineOf(lines, "published")) {
    stated->published.reset();
    stated->published_minute = -1;
    // The year follows the new day unless it is set itself.
    stated->year.reset();
    stated->no_publication = line->values.empty();
    if (!line->values.empty()) {
      stated->published = ParseIso(line->values.front());
    }
  }
  if (const Override* line = LineOf(lines, "event_date")) {
    stated->no_event = line->values.empty();
    if (!line->values.empty()) {
      stated->event_date = ParseIso(line->values.front());
    }
  }
  if (const std::string* year = ValueOf(lines, "year")) {
    stated->year = std::stoi(*year);
  }
}

void State(const Lines& lines, StatedFields* stated) {
  StateDates(lines, stated);
  if (const Override* line = LineOf(lines, "province")) {
    stated->provinces = line->values;
  }
  if (const Override* line = LineOf(lines, "unit")) {
    stated->units = line->values;
  }
  if (const Override* line = LineOf(lines, "resolution")) {
    stated->resolutions = line->values;
  }
}

// Evidence "of the record" becomes evidence of the line.
void Rename(const Override& line, Evidence* evidence) {
  if (evidence->kind != EvidenceKind::kRecord) return;
  evidence->kind = EvidenceKind::kOverride;
  constexpr std::string_view kRecord = ".record";
  if (evidence->rule.ends_with(kRecord)) {
    evidence->rule.replace(evidence->rule.size() - kRecord.size(),
                           kRecord.size(), ".override");
  }
  evidence->detail = line.origin;
}

template <typename Value>
void Rename(const Override& line, std::vector<Value>* values) {
  for (Value& value : *values) {
    for (Evidence& evidence : value.evidence) Rename(line, &evidence);
  }
}

void RenameDates(const Lines& lines, Facets* facets) {
  const Override* published = LineOf(lines, "published");
  const Override* event = LineOf(lines, "event_date");
  const Override* year = LineOf(lines, "year");
  if (published != nullptr && facets->published) {
    Rename(*published, &facets->published->evidence);
  }
  if (event != nullptr && facets->event_date) {
    Rename(*event, &facets->event_date->evidence);
  }
  if (!facets->year) return;
  for (Evidence& evidence : facets->year->evidence) {
    if (year != nullptr && evidence.rule == "year.record") {
      Rename(*year, &evidence);
    } else if (published != nullptr && evidence.rule == "year.published") {
      Rename(*published, &evidence);
    } else if (event != nullptr && evidence.rule == "year.event_date") {
      Rename(*event, &evidence);
    }
  }
}

// Takes away what "none" takes away, and says so.
void TakeAway(const Lines& lines, Facets* facets) {
  for (const Override* line : lines) {
    if (!line->values.empty()) continue;
    if (line->facet == "year") facets->year.reset();
    if (line->facet == "province") {
      facets->provinces.clear();
      facets->provinces_now.clear();
    }
    if (line->facet == "unit") facets->units.clear();
    if (line->facet == "unit_level" && !facets->units.empty()) {
      facets->units.front().level.clear();
    }
    if (line->facet == "resolution") facets->resolutions.clear();
    facets->refused.push_back(
        {line->facet, 0, 0, "taken away by " + line->origin});
  }
}

void SetUnitLevel(const Lines& lines, Facets* facets) {
  const Override* line = LineOf(lines, "unit_level");
  if (line == nullptr || line->values.empty()) return;
  if (facets->units.empty()) {
    facets->refused.push_back(
        {line->facet, 0, 0,
         "there is no unit whose level " + line->origin + " could set"});
    return;
  }
  UnitValue& unit = facets->units.front();
  unit.level = line->values.front();
  Evidence evidence;
  evidence.kind = EvidenceKind::kOverride;
  evidence.rule = "unit_level.override";
  evidence.detail = line->origin;
  unit.evidence.push_back(std::move(evidence));
}

}  // namespace

Facets ExtractWithOverrides(const Overrides& overrides,
                            const Analysis& analysis, Article* article) {
  const Lines lines = overrides.For(*article);
  if (lines.empty()) return ExtractFacets(*article, analysis);
  StatedFields by_record = article->stated;
  State(lines, &article->stated);
  Facets facets = ExtractFacets(*article, analysis);
  article->stated = std::move(by_record);

  RenameDates(lines, &facets);
  if (const Override* line = LineOf(lines, "province")) {
    Rename(*line, &facets.provinces);
    Rename(*line, &facets.provinces_now);
  }
  if (const Override* line = LineOf(lines, "unit")) {
    Rename(*line, &facets.units);
    // The operator names all units, so those that the text adds to a record's
    // one go.
    std::erase_if(facets.units, [](const UnitValue& unit) {
      return unit.evidence.front().kind != EvidenceKind::kOverride;
    });
  }
  if (const Override* line = LineOf(lines, "resolution")) {
    Rename(*line, &facets.resolutions);
  }
  SetUnitLevel(lines, &facets);
  TakeAway(lines, &facets);
  return facets;
}

}  // namespace tracuu
