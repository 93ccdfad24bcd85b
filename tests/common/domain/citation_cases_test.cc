// Every row of citation_cases.tsv: a text, and what it cites.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "common/domain/citation.h"
#include "common/domain/resolution.h"
#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/citation");

std::string ReadCases() {
  std::ifstream in(TRACUU_SOURCE_DIR "/tests/common/domain/citation_cases.tsv");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string StatusOf(const Citations& citations) {
  if (citations.found.empty()) return "none";
  // The row's own citation comes first.
  switch (citations.found.front().status) {
    case CitationStatus::kResolved:
      return "resolved";
    case CitationStatus::kResolvedWithWarning:
      return "warning";
    case CitationStatus::kUnresolved:
      return "unresolved";
    case CitationStatus::kOtherIssuer:
      return "other";
  }
  return "";
}

std::vector<std::string> Sorted(std::vector<std::string> values) {
  std::ranges::sort(values);
  return values;
}

TEST_CASE("each form of citation is read as its row says") {
  const std::string bytes = ReadCases();
  const Table cases = ParseTable(bytes);
  REQUIRE(cases.size() >= 69);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const Table::Row row = cases.row(i);
    const std::string text(row["text"]);
    const std::string reason(row["reason"]);
    CAPTURE(text);
    CAPTURE(reason);
    const Date date = ParseIso(row["article_date"]).value_or(Date{});
    const Citations citations = FindCitations(text, Analyze(text), date);
    CHECK(StatusOf(citations) == std::string(row["status"]));
    if (citations.found.empty()) continue;
    const Citation& citation = citations.found.front();
    CAPTURE(citation.rule);
    CAPTURE(citation.reason);
    const std::vector<std::string> expected = Sorted(row.List("ids"));
    switch (citation.status) {
      case CitationStatus::kResolved:
      case CitationStatus::kResolvedWithWarning: {
        std::vector<std::string> found;
        for (const Citation& one : citations.found) {
          if (row["status"] == "resolved" || found.empty()) {
            found.insert(found.end(), one.values.begin(), one.values.end());
          }
        }
        CHECK(Sorted(found) == expected);
        break;
      }
      case CitationStatus::kUnresolved:
        CHECK(Sorted(citation.candidates) == expected);
        break;
      case CitationStatus::kOtherIssuer:
        for (const std::string& value : citation.values) {
          CAPTURE(value);
          CHECK(FindResolution(value) == nullptr);
        }
        break;
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
