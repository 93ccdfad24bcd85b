#ifndef TRACUU_TESTS_BENCH_BENCH_QUERY_H_
#define TRACUU_TESTS_BENCH_BENCH_QUERY_H_

// What the benchmarked engines share: the queries, the timing loop, the output.
//
// A line of the query file:
//   {"qid", "cls", "q", "fold", "filter": {"province", "resolution",
//    "year": [from, to]}}
// A line of the output:
//   {"qid", "cls", "cpu": [ms…], "ms": [ms…], "total", "top", "facets"}

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tracuu::bench {

struct BenchQuery {
  int id = 0;
  std::string cls;    // Class of query: "freq1", "phrase", …
  std::string text;   // Words and "quoted phrases".
  bool fold = false;  // Typed without marks: compare without them.
  std::string province;
  std::string resolution;
  int year_from = 0;  // 0: no filter by year.
  int year_to = 0;
};

struct BenchAnswer {
  unsigned long total = 0;
  std::vector<std::string> top;
  // Facet → value → count, complete.
  std::map<std::string, std::map<std::string, unsigned long>> facets;
};

double WallSeconds();
double ProcessCpuSeconds();
// What a query costs, whoever else is on the machine.
double ThreadCpuSeconds();

// Runs every query `rounds` times after one round of warming up and prints the
// answers. Returns the exit code.
int RunQueries(
    const std::string& queries_file, int rounds,
    const std::function<void(const BenchQuery&, BenchAnswer*)>& answer);

}  // namespace tracuu::bench

#endif  // TRACUU_TESTS_BENCH_BENCH_QUERY_H_
