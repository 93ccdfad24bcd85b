// FindCitations() on real pages with hand-made labels, which lie beside the
// project (tests/support/shared_data.h); nothing is checked where they do not.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/domain/citation.h"
#include "common/domain/resolution.h"
#include "common/text/analyze.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/real_citations");

using Values = std::set<std::string>;

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// The labels write symbols without the year, and "NQ-DH-XIII".
std::string AsLabel(const std::string& value) {
  constexpr std::string_view kCongress = "NQĐH-";
  if (value.starts_with(kCongress)) {
    return "NQ-DH-" + value.substr(kCongress.size());
  }
  return value.substr(0, value.find(':'));
}

Values LabelsOf(const nlohmann::json& row, const char* field) {
  Values labels;
  if (row.contains(field) && row[field].is_array()) {
    for (const auto& value : row[field]) labels.insert(value);
  } else if (row.contains(field) && row[field].is_object() &&
             row[field].contains("resolutions")) {
    for (const auto& value : row[field]["resolutions"]) labels.insert(value);
  }
  return labels;
}

// A plenum form stands for the plenum's documents, and the other way round.
Values WithPlenums(const Values& labels) {
  Values all = labels;
  for (const std::string& label : labels) {
    for (const Resolution* document : ResolutionsOfPlenum(label)) {
      all.insert(AsLabel(document->id));
    }
  }
  return all;
}

Values FoundIn(const std::string& text, const Date& date) {
  Values found;
  for (const Citation& citation :
       FindCitations(text, Analyze(text), date).found) {
    found.insert(citation.values.begin(), citation.values.end());
  }
  return found;
}

struct Score {
  int hits = 0;
  int wrong = 0;
  int missed = 0;

  double F1() const { return 2.0 * hits / (2.0 * hits + wrong + missed); }
};

bool IsFound(const std::string& label, const Values& found) {
  for (const std::string& value : WithPlenums({label})) {
    if (found.contains(value)) return true;
  }
  return false;
}

void ScoreDocument(const nlohmann::json& row, const Values& values,
                   Score* score) {
  Values found;
  for (const std::string& value : values) found.insert(AsLabel(value));
  const Values gold = LabelsOf(row, "resolutions");
  const Values optional = LabelsOf(row, "optional");
  const bool verbose = std::getenv("TRACUU_VERBOSE") != nullptr;
  for (const std::string& label : gold) {
    if (IsFound(label, found)) {
      ++score->hits;
    } else if (!optional.contains(label)) {
      ++score->missed;
      if (verbose) {
        std::printf("%s missed %s\n", row["doc"].get<std::string>().c_str(),
                    label.c_str());
      }
    }
  }
  const Values allowed = WithPlenums(gold);
  const Values tolerated = WithPlenums(optional);
  for (const std::string& value : found) {
    if (allowed.contains(value) || tolerated.contains(value)) continue;
    ++score->wrong;
    if (verbose) {
      std::printf("%s wrong %s\n", row["doc"].get<std::string>().c_str(),
                  value.c_str());
    }
  }
}

TEST_CASE("the citations of real pages are found") {
  const std::filesystem::path shared = test::SharedDir();
  std::ifstream gold(shared / "real" / "gold.jsonl");
  if (shared.empty() || !gold) return;
  Score score;
  for (std::string line; std::getline(gold, line);) {
    const nlohmann::json row = nlohmann::json::parse(line);
    const std::string doc = row["doc"];
    const std::string text = ReadText(shared / "real" / doc);
    Date date;
    if (row["published"].is_string()) {
      date = ParseIso(row["published"].get<std::string>()).value_or(Date{});
    }
    ScoreDocument(row, FoundIn(text, date), &score);
  }
  MESSAGE("hits " << score.hits << " wrong " << score.wrong << " missed "
                  << score.missed << " F1 " << score.F1());
  CHECK(score.F1() >= 0.9);
}

TEST_CASE("the citations of the seed pages are found exactly") {
  const std::filesystem::path shared = test::SharedDir();
  std::ifstream in(shared / "seeds" / "gold_facets.json");
  if (shared.empty() || !in) return;
  const nlohmann::json gold = nlohmann::json::parse(in);
  for (const auto& seed : gold["seeds"]) {
    const std::string file = seed["file"];
    CAPTURE(file);
    Values expected;
    for (const auto& cited : seed["resolutions"]) expected.insert(cited["id"]);
    const std::string text = ReadText(shared / "seeds" / file);
    const auto& published = seed["published"]["value"];
    const Date date =
        published.is_string()
            ? ParseIso(published.get<std::string>()).value_or(Date{})
            : Date{};
    CHECK(FoundIn(text, date) == expected);
    for (const auto& trap : seed["not_citations"]) {
      CAPTURE(trap["text"].get<std::string>());
      const Analysis analysis = Analyze(trap["text"].get<std::string>());
      CHECK(FindCitations(trap["text"].get<std::string>(), analysis, date)
                .found.empty());
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
