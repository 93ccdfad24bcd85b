// Answers the benchmark's queries as the server does, without HTTP: top 10,
// exact total, all facets, snippets.
//
//   search_bench query INDEX QUERIES.jsonl ROUNDS [FEATURES]
//
// FEATURES of ranking are left out: what each costs (ranking_options.h).
// Output: see bench_query.h. Facets are listed completely, so that they can be
// compared with a brute-force reader's.

#include <cstdlib>
#include <iostream>

#include "server/search/searcher.h"
#include "tests/bench/bench_query.h"

namespace tracuu::bench {
namespace {

SearchRequest ToRequest(const BenchQuery& query) {
  SearchRequest request;
  request.text = query.text;
  request.accents = query.fold ? AccentMode::kIgnore : AccentMode::kExact;
  request.facets = {"province", "province_now", "unit", "unit_level",
                    "year",     "resolution",   "host"};
  const auto filter = [&](const char* facet, const std::string& value) {
    if (!value.empty()) request.filters.push_back({facet, {value}, {}});
  };
  filter("province", query.province);
  filter("resolution", query.resolution);
  if (query.year_from != 0) {
    filter("year", std::to_string(query.year_from) + ".." +
                       std::to_string(query.year_to));
  }
  return request;
}

int Run(const char* index, const char* queries, int rounds,
        const char* without) {
  const auto ranking = RankingWithout(without);
  if (!ranking) {
    std::cerr << ranking.error().message << "\n";
    return 2;
  }
  const auto snapshot = Snapshot::Open(index, VerifyDepth::kSizes);
  if (!snapshot) {
    std::cerr << snapshot.error().message << "\n";
    return 1;
  }
  const Limits limits;
  const Searcher searcher(*snapshot, limits, *ranking);
  return RunQueries(
      queries, rounds, [&](const BenchQuery& query, BenchAnswer* answer) {
        const auto response = searcher.Search(ToRequest(query));
        if (!response) {
          std::cerr << query.text << ": " << response.error().message << "\n";
          std::exit(1);
        }
        answer->total = response->total;
        answer->top.clear();
        for (const Hit& hit : response->hits) {
          answer->top.push_back(hit.article.id);
        }
        for (const auto& [name, counts] : response->facets) {
          auto& values = answer->facets[name];
          values.clear();
          for (const FacetCount& one : counts.values) {
            values[one.value] = one.count;
          }
        }
      });
}

}  // namespace
}  // namespace tracuu::bench

int main(int argc, char** argv) {
  if ((argc == 5 || argc == 6) && std::string(argv[1]) == "query") {
    return tracuu::bench::Run(argv[2], argv[3], std::atoi(argv[4]),
                              argc == 6 ? argv[5] : "");
  }
  std::cerr << "usage: search_bench query INDEX QUERIES ROUNDS [FEATURES]\n";
  return 2;
}
