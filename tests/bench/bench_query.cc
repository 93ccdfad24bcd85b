#include "tests/bench/bench_query.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

namespace tracuu::bench {
namespace {

double Clock(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) / 1e9;
}

std::vector<BenchQuery> LoadQueries(const std::string& file) {
  std::vector<BenchQuery> queries;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    BenchQuery query;
    query.id = row.at("qid");
    query.cls = row.at("cls");
    query.text = row.at("q");
    query.fold = row.at("fold");
    const auto& filter = row.at("filter");
    query.province = filter.value("province", "");
    query.resolution = filter.value("resolution", "");
    if (const auto year = filter.find("year"); year != filter.end()) {
      query.year_from = year->at(0);
      query.year_to = year->at(1);
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace

double WallSeconds() { return Clock(CLOCK_MONOTONIC); }
double ProcessCpuSeconds() { return Clock(CLOCK_PROCESS_CPUTIME_ID); }
double ThreadCpuSeconds() { return Clock(CLOCK_THREAD_CPUTIME_ID); }

int RunQueries(
    const std::string& queries_file, int rounds,
    const std::function<void(const BenchQuery&, BenchAnswer*)>& answer) {
  const auto queries = LoadQueries(queries_file);
  if (queries.empty()) {
    std::cerr << "no queries in " << queries_file << "\n";
    return 2;
  }
  std::vector<std::vector<double>> cpu(queries.size());
  std::vector<std::vector<double>> wall(queries.size());
  std::vector<BenchAnswer> answers(queries.size());
  for (int round = 0; round <= rounds; ++round) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const double cpu_start = ThreadCpuSeconds();
      const double wall_start = WallSeconds();
      answer(queries[i], &answers[i]);
      if (round == 0) continue;  // Warming up.
      cpu[i].push_back((ThreadCpuSeconds() - cpu_start) * 1000);
      wall[i].push_back((WallSeconds() - wall_start) * 1000);
    }
  }
  for (std::size_t i = 0; i < queries.size(); ++i) {
    std::cout << nlohmann::json{{"qid", queries[i].id},
                                {"cls", queries[i].cls},
                                {"cpu", cpu[i]},
                                {"ms", wall[i]},
                                {"total", answers[i].total},
                                {"top", answers[i].top},
                                {"facets", answers[i].facets}}
                     .dump(-1, ' ', false,
                           nlohmann::json::error_handler_t::replace)
              << "\n";
  }
  return 0;
}

}  // namespace tracuu::bench
