// The promise of evidence: a value stands on what is shown beside it. Taking
// that away from the page takes the value away, on every page of corpus/ and,
// where they are present, of the pages beside the project.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/text/analyze.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/reader.h"
#include "indexer/reading/read_page.h"
#include "tests/support/shared_data.h"

namespace tracuu {
namespace {

// A value may be said more often than evidence is kept of it (eight times);
// then taking away uncovers the rest.
constexpr int kMostRounds = 32;

using ForEachArticle = std::function<void(const Article&)>;

void ReadAll(const std::vector<std::string>& sources,
             const ForEachArticle& see) {
  const Result<InputList> inputs = ListInputs(sources);
  REQUIRE(inputs);
  HtmlSandbox sandbox;
  for (const InputFile& input : inputs->files) {
    const std::unique_ptr<Reader> reader = OpenReader(input, ReadLimits());
    for (;;) {
      ReadStep step = reader->Next();
      if (std::holds_alternative<EndOfInput>(step)) break;
      if (!std::holds_alternative<Page>(step)) continue;
      auto read = ReadPage(std::move(std::get<Page>(step)), sandbox);
      if (auto* article = std::get_if<Article>(&read)) see(*article);
    }
  }
}

void TakeAway(const Evidence& evidence, Article* article) {
  switch (evidence.kind) {
    case EvidenceKind::kText:
      CHECK(evidence.begin < evidence.end);
      CHECK(evidence.end <= article->text.size());
      std::fill(article->text.begin() + evidence.begin,
                article->text.begin() + evidence.end, ' ');
      return;
    case EvidenceKind::kUrl:
      article->url.clear();
      article->host.clear();
      return;
    default:
      article->stated = {};
      return;
  }
}

// One value of an article: how to find it among the facets, and its proof.
struct Value {
  std::string name;
  std::vector<Evidence> evidence;
};

std::vector<Value> ValuesOf(const Facets& facets) {
  std::vector<Value> values;
  const auto add = [&values](const char* facet, const std::string& value,
                             const std::vector<Evidence>& evidence) {
    values.push_back({std::string(facet) + ":" + value, evidence});
  };
  if (facets.published) {
    add("published", FormatIso(facets.published->date),
        {facets.published->evidence});
  }
  if (facets.event_date) {
    add("event_date", FormatIso(facets.event_date->date),
        {facets.event_date->evidence});
  }
  if (facets.year) add("year", facets.year->value, facets.year->evidence);
  for (const FacetValue& value : facets.provinces) {
    add("province", value.value, value.evidence);
  }
  for (const FacetValue& value : facets.provinces_now) {
    add("province_now", value.value, value.evidence);
  }
  for (const UnitValue& unit : facets.units) {
    add("unit", unit.name, unit.evidence);
  }
  for (const FacetValue& value : facets.resolutions) {
    add("resolution", value.value, value.evidence);
  }
  return values;
}

const Value* Find(const std::vector<Value>& values, const std::string& name) {
  const auto found =
      std::find_if(values.begin(), values.end(),
                   [&name](const Value& value) { return value.name == name; });
  return found == values.end() ? nullptr : &*found;
}

// Takes away what proves the value until it is gone. False if it outlives its
// proof.
bool FallsWithItsEvidence(Article article, Value value) {
  for (int round = 0; round < kMostRounds; ++round) {
    REQUIRE_FALSE(value.evidence.empty());
    for (const Evidence& evidence : value.evidence) {
      TakeAway(evidence, &article);
    }
    const std::vector<Value> left =
        ValuesOf(ExtractFacets(article, Analyze(article.text)));
    const Value* same = Find(left, value.name);
    if (same == nullptr) return true;
    value = *same;
  }
  return false;
}

void CheckArticle(const Article& article) {
  const Facets facets = ExtractFacets(article, Analyze(article.text));
  for (const Value& value : ValuesOf(facets)) {
    INFO(article.source << " " << value.name);
    CHECK(FallsWithItsEvidence(article, value));
  }
}

}  // namespace

TEST_CASE("a value falls with its evidence: the sample corpus") {
  const std::string corpus = std::string(TRACUU_SOURCE_DIR) + "/corpus";
  int articles = 0;
  ReadAll({corpus + "/txt", corpus + "/html", corpus + "/jsonl"},
          [&articles](const Article& article) {
            CheckArticle(article);
            ++articles;
          });
  CHECK(articles > 80);
}

TEST_CASE("a value falls with its evidence: pages beside the project") {
  const std::filesystem::path shared = test::SharedDir();
  for (const char* folder : {"seeds", "real/docs"}) {
    if (shared.empty() || !std::filesystem::exists(shared / folder)) continue;
    ReadAll({(shared / folder).string()}, CheckArticle);
  }
}

}  // namespace tracuu
