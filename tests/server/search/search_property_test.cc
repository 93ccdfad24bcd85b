// Holds totals and facet counts to a search that looks at every article.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/text/analyze.h"
#include "server/search/limits.h"
#include "server/search/query_parser.h"
#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using Random = std::mt19937;

std::size_t Pick(Random* random, std::size_t n) {
  return std::uniform_int_distribution<std::size_t>(0, n - 1)(*random);
}

// Frequent first, so that some syllables have pair terms and some have not.
constexpr const char* kSyllables[] = {
    "đảng", "đang", "bộ",   "bo",       "xây",      "xay",
    "dựng", "dung", "tư",   "tưởng",    "tường",    "nền",
    "tảng", "hòa",  "bình", "35-NQ/TW", "36-NQ/TW", "2021"};
constexpr const char* kProvinces[] = {"Lâm Đồng", "Cà Mau", "Hòa Bình"};
constexpr const char* kUnits[] = {"Đảng bộ A", "Chi bộ B", "Đoàn C", "Hội D"};
constexpr const char* kResolutions[] = {"35-CT/TW", "35-CT/TW:2019",
                                        "35-CT/TW:2024", "04-NQ/TW:2016"};

std::string RandomText(Random* random, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t most = Pick(random, std::size(kSyllables)) + 1;
    text += kSyllables[Pick(random, most)];
    text += Pick(random, 8) == 0 ? ", " : " ";
  }
  return text;
}

std::vector<std::string> Some(Random* random, const auto& values) {
  std::set<std::string> some;
  for (std::size_t i = Pick(random, 3); i > 0; --i) {
    some.insert(values[Pick(random, std::size(values))]);
  }
  return {some.begin(), some.end()};
}

std::vector<test::ArticleSpec> RandomCorpus(Random* random) {
  std::vector<test::ArticleSpec> specs;
  for (std::size_t i = 0; i < 70; ++i) {
    test::ArticleSpec spec;
    spec.id = "a" + std::to_string(i);
    spec.title = RandomText(random, 3);
    spec.body = RandomText(random, 1 + Pick(random, 12));
    if (Pick(random, 5) != 0) {
      spec.date = std::to_string(2019 + Pick(random, 4)) + "-0" +
                  std::to_string(1 + Pick(random, 9)) + "-15";
    }
    spec.provinces = Some(random, kProvinces);
    spec.units = Some(random, kUnits);
    spec.unit_level = "xa";
    spec.resolutions = Some(random, kResolutions);
    if (Pick(random, 2) == 0) spec.host = "a.vn";
    // Copies need not have the same text here: whatever the clusters are, they
    // are folded right. One cluster takes a tenth of the articles.
    const std::size_t cluster = Pick(random, 20);
    if (cluster < 7) {
      spec.cluster = "c" + std::to_string(cluster < 2 ? 0 : cluster);
    }
    specs.push_back(spec);
  }
  return specs;
}

std::string RandomQuery(Random* random, int depth) {
  switch (Pick(random, depth > 2 ? 6 : 9)) {
    case 0:
      return "\"" + RandomText(random, 2) + "\"";
    case 1:
      return "\"" + FoldedKey(RandomText(random, 3)) + "\"";
    case 2:
      return FoldedKey(RandomText(random, 2));
    case 3:
      return "=" + RandomText(random, 1);
    case 4:
      return "tiêu-đề:" + RandomText(random, 1);
    case 5:
      return RandomText(random, 2);
    case 6:
      return "-(" + RandomQuery(random, depth + 1) + ")";
    case 7:
      return "(" + RandomQuery(random, depth + 1) + " OR " +
             RandomQuery(random, depth + 1) + ")";
    default:
      return RandomQuery(random, depth + 1) + " " +
             RandomQuery(random, depth + 1);
  }
}

// One article as the slow search sees it.
struct SlowArticle {
  Article article;
  std::vector<Analysis> runs;  // Title, body.
  std::string cluster;         // Empty: no copies.
};

bool Holds(const Token& token, const QueryItem& item) {
  return item.kind == ItemKind::kExact ? token.exact == item.form
                                       : token.folded == item.form;
}

bool HasItem(const SlowArticle& slow, const QueryItem& item, TextScope scope) {
  for (std::size_t r = 0; r < slow.runs.size(); ++r) {
    if (scope == TextScope::kTitle && r > 0) break;
    for (const Token& token : slow.runs[r].tokens) {
      const bool text =
          item.kind == ItemKind::kExact || item.kind == ItemKind::kFolded;
      if (text && Holds(token, item)) return true;
    }
    for (const Span& span : slow.runs[r].spans) {
      if (span.canonical == item.form) return true;
    }
  }
  return false;
}

bool HasPhrase(const SlowArticle& slow, const QueryNode& node) {
  for (std::size_t r = 0; r < slow.runs.size(); ++r) {
    if (node.scope == TextScope::kTitle && r > 0) break;
    const auto& tokens = slow.runs[r].tokens;
    for (std::size_t i = 0; i + node.items.size() <= tokens.size(); ++i) {
      std::size_t k = 0;
      while (k < node.items.size() && Holds(tokens[i + k], node.items[k])) ++k;
      if (k == node.items.size()) return true;
    }
  }
  return false;
}

bool SlowMatch(const SlowArticle& slow, const QueryNode& node) {
  const auto& children = node.children;
  const auto matches = [&](const QueryNode& n) { return SlowMatch(slow, n); };
  switch (node.kind) {
    case NodeKind::kAnd:
      return std::all_of(children.begin(), children.end(), matches);
    case NodeKind::kOr:
      return std::any_of(children.begin(), children.end(), matches);
    case NodeKind::kNot:
      return !matches(children[0]);
    case NodeKind::kPhrase:
      return HasPhrase(slow, node);
    case NodeKind::kWords:
      return std::all_of(node.items.begin(), node.items.end(),
                         [&](const QueryItem& item) {
                           return HasItem(slow, item, node.scope);
                         });
    default:
      return true;
  }
}

// "35-CT/TW" means any year.
bool HasValue(const Article& article, const std::string& facet,
              const std::string& value) {
  const auto values = test::FacetValuesOf(article, facet);
  if (value == kNoneValue) return values.empty();
  return std::any_of(values.begin(), values.end(), [&](const auto& own) {
    return own == value ||
           (facet == "resolution" && own.starts_with(value + ":"));
  });
}

bool Passes(const Article& article, const FacetFilter& filter,
            bool own_choice_counts) {
  const auto has = [&](const std::string& value) {
    return HasValue(article, filter.facet, value);
  };
  if (std::any_of(filter.exclude.begin(), filter.exclude.end(), has)) {
    return false;
  }
  return !own_choice_counts || filter.include.empty() ||
         std::any_of(filter.include.begin(), filter.include.end(), has);
}

// How many there are, or of each cluster one.
std::size_t SlowSize(const std::vector<const SlowArticle*>& articles,
                     bool collapse) {
  std::size_t size = 0;
  std::set<std::string> seen;
  for (const SlowArticle* slow : articles) {
    const bool copy =
        !slow->cluster.empty() && !seen.insert(slow->cluster).second;
    if (!collapse || !copy) ++size;
  }
  return size;
}

// The articles that match, with the choice in `except` left out.
std::size_t SlowCount(const std::vector<SlowArticle>& corpus,
                      const QueryNode& tree, const SearchRequest& request,
                      const std::string& except, const std::string& value) {
  std::vector<const SlowArticle*> found;
  for (const SlowArticle& slow : corpus) {
    if (!SlowMatch(slow, tree)) continue;
    const bool passes = std::all_of(
        request.filters.begin(), request.filters.end(),
        [&](const FacetFilter& filter) {
          return Passes(slow.article, filter, filter.facet != except);
        });
    if (!passes) continue;
    if (value.empty() || HasValue(slow.article, except, value)) {
      found.push_back(&slow);
    }
  }
  return SlowSize(found, request.collapse);
}

std::vector<FacetFilter> RandomFilters(Random* random) {
  std::vector<FacetFilter> filters;
  if (Pick(random, 3) == 0) {
    filters.push_back({"province", Some(random, kProvinces), {}});
    if (Pick(random, 3) == 0) filters.back().include.push_back("none");
    if (Pick(random, 3) == 0) filters.back().exclude.push_back("Cà Mau");
  }
  if (Pick(random, 3) == 0) {
    filters.push_back({"resolution", Some(random, kResolutions), {}});
  }
  if (Pick(random, 4) == 0) {
    filters.push_back({"unit", {}, Some(random, kUnits)});
  }
  return filters;
}

const std::vector<std::string> kFacetNames{
    "province", "unit", "unit_level", "year", "resolution", "host"};

void CheckAnswer(const std::vector<SlowArticle>& corpus,
                 const Searcher& searcher, const SearchRequest& request) {
  const Limits limits;
  const auto parsed =
      ParseQuery(request.text, AccentMode::kAuto, limits, nullptr);
  REQUIRE(parsed);
  CAPTURE(PrintTree(parsed->tree));
  const auto found = searcher.Search(request);
  REQUIRE(found);
  CHECK(found->total == SlowCount(corpus, parsed->tree, request, "", ""));
  CHECK(found->hits.size() == found->total);
  std::set<std::string> seen;
  for (const Hit& hit : found->hits) {
    if (!hit.cluster || !request.collapse) continue;
    CHECK(seen.insert(hit.cluster->name).second);
  }
  for (const std::string& facet : kFacetNames) {
    CAPTURE(facet);
    const FacetCounts& counts = found->facets.at(facet);
    CHECK(counts.missing ==
          SlowCount(corpus, parsed->tree, request, facet, kNoneValue));
    for (const FacetCount& value : counts.values) {
      CAPTURE(value.value);
      CHECK(value.count ==
            SlowCount(corpus, parsed->tree, request, facet, value.value));
      // What a click gives.
      SearchRequest clicked = request;
      std::erase_if(clicked.filters, [&](FacetFilter& filter) {
        if (filter.facet == facet) filter.include.clear();
        return filter.facet == facet && filter.exclude.empty();
      });
      const auto own =
          std::find_if(clicked.filters.begin(), clicked.filters.end(),
                       [&](const auto& f) { return f.facet == facet; });
      if (own != clicked.filters.end()) {
        own->include = {value.value};
      } else {
        clicked.filters.push_back({facet, {value.value}, {}});
      }
      clicked.facets = {};
      clicked.per_page = 1;
      CHECK(searcher.Search(clicked)->total == value.count);
    }
  }
}

}  // namespace

TEST_SUITE_BEGIN("server/search/search_property");

TEST_CASE("totals and facet counts are what a look at every article gives") {
  const Limits limits;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    Random random(seed);
    const auto specs = RandomCorpus(&random);
    const test::MiniIndex index(specs);
    const auto snapshot = Snapshot::Open(index.path(), VerifyDepth::kSizes);
    REQUIRE(snapshot);
    std::vector<SlowArticle> corpus;
    for (const auto& spec : specs) {
      Article article = test::MakeArticle(spec);
      corpus.push_back(
          {article, {Analyze(spec.title), Analyze(spec.body)}, spec.cluster});
    }
    const Searcher searcher(*snapshot, limits);
    for (int i = 0; i < 60; ++i) {
      SearchRequest request;
      request.text = Pick(&random, 6) == 0 ? "" : RandomQuery(&random, 0);
      // What is read into a query besides is query_reader_test.cc's matter.
      request.reading = ReadingMode::kLiteral;
      request.filters = RandomFilters(&random);
      request.per_page = 100;
      request.facets = kFacetNames;
      request.collapse = i % 2 == 0;
      CAPTURE(seed);
      CAPTURE(request.text);
      CheckAnswer(corpus, searcher, request);
    }
  }
}

TEST_SUITE_END();

}  // namespace tracuu
