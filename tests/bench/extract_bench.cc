// What one article costs to read, to analyse and to find facets in: CPU of the
// thread, each step apart. Pages are read into memory first; HTML is parsed in
// another process and its CPU does not count here.
//
//   extract_bench ROUNDS SOURCE...
//
// The best of ROUNDS is taken for each article: what disturbs a measurement
// only ever makes it longer.

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/text/analyze.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/reader.h"
#include "indexer/reading/read_page.h"

namespace tracuu::bench {
namespace {

double CpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 +
         static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Step>
double Best(int rounds, Step step) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const double start = CpuMilliseconds();
    step();
    best = std::min(best, CpuMilliseconds() - start);
  }
  return best;
}

struct Costs {
  std::vector<double> reading;
  std::vector<double> analysis;
  std::vector<double> facets;
  std::size_t bytes = 0;
};

void Print(const char* step, std::vector<double> costs) {
  std::sort(costs.begin(), costs.end());
  double sum = 0;
  for (const double cost : costs) sum += cost;
  const auto at = [&costs](double share) {
    return costs[static_cast<std::size_t>(
        share * static_cast<double>(costs.size() - 1))];
  };
  std::printf("| %-8s | %.3f | %.3f | %.3f | %.3f | %.3f |\n", step,
              sum / static_cast<double>(costs.size()), at(0.5), at(0.95),
              at(0.99), costs.back());
}

void Measure(const Page& page, int rounds, HtmlSandbox& sandbox, Costs* costs) {
  Article article;
  bool is_article = false;
  const double reading = Best(rounds, [&] {
    auto read = ReadPage(page, sandbox);
    is_article = std::holds_alternative<Article>(read);
    if (is_article) article = std::get<Article>(std::move(read));
  });
  if (!is_article) return;
  costs->reading.push_back(reading);
  Analysis analysis;
  costs->analysis.push_back(
      Best(rounds, [&] { analysis = Analyze(article.text); }));
  Facets facets;
  costs->facets.push_back(
      Best(rounds, [&] { facets = ExtractFacets(article, analysis); }));
  costs->bytes += article.text.size();
}

int Run(int rounds, const std::vector<std::string>& sources) {
  const Result<InputList> inputs = ListInputs(sources);
  if (!inputs) {
    std::fprintf(stderr, "%s\n", inputs.error().message.c_str());
    return 1;
  }
  HtmlSandbox sandbox;
  Costs costs;
  for (const InputFile& input : inputs->files) {
    const std::unique_ptr<Reader> reader = OpenReader(input, ReadLimits());
    for (;;) {
      ReadStep step = reader->Next();
      if (std::holds_alternative<EndOfInput>(step)) break;
      if (const Page* page = std::get_if<Page>(&step)) {
        Measure(*page, rounds, sandbox, &costs);
      }
    }
  }
  if (costs.facets.empty()) {
    std::fprintf(stderr, "no articles\n");
    return 1;
  }
  std::printf("%zu articles, %zu bytes of text each\n\n", costs.facets.size(),
              costs.bytes / costs.facets.size());
  std::puts("| CPU ms   | mean  | p50   | p95   | p99   | worst |");
  std::puts("| ---      | ---   | ---   | ---   | ---   | ---   |");
  Print("reading", costs.reading);
  Print("analysis", costs.analysis);
  Print("facets", costs.facets);
  return 0;
}

}  // namespace
}  // namespace tracuu::bench

int main(int argc, char** argv) {
  if (argc > 1 && argv[1] == tracuu::kHtmlChildArgument) {
    return tracuu::RunHtmlChild();
  }
  const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
  if (rounds < 1) {
    std::fputs("usage: extract_bench ROUNDS SOURCE...\n", stderr);
    return 2;
  }
  return tracuu::bench::Run(rounds,
                            std::vector<std::string>(argv + 2, argv + argc));
}
