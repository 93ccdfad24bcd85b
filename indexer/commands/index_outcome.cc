#include "indexer/commands/index_outcome.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "common/base/log.h"
#include "common/index/paths.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/run_report.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// Of each kind, what a dry run lists on a terminal.
constexpr int kMaxListed = 10;
// Of each kind, the repaired sources that are shown on a terminal.
constexpr std::size_t kMaxRepairsShown = 3;

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// "12 new, 3 changed, 985 unchanged, 1 gone, 0 kept without a page".
void PrintDifferences(const UpdateDifferences& differences) {
  const auto number = [](std::uint64_t value) {
    return static_cast<unsigned long long>(value);
  };
  std::printf(
      "%llu new, %llu changed, %llu unchanged (%llu of them moved), %llu gone, "
      "%llu kept though no source holds them.\n",
      number(differences.added), number(differences.changed),
      number(differences.unchanged), number(differences.moved),
      number(differences.gone), number(differences.kept));
}

// What had to be repaired, by kind, each with its first sources.
void PrintRepairs(const BuildResult& result) {
  if (!result.repairs.empty()) std::printf("Read after a repair:\n");
  for (const auto& [kind, summary] : result.repairs) {
    std::printf("  %-16s %llu\n", Printable(kind).c_str(),
                static_cast<unsigned long long>(summary.count));
    const std::size_t shown = std::min(kMaxRepairsShown, summary.first.size());
    for (std::size_t i = 0; i < shown; ++i) {
      std::printf("    %s\n", Printable(summary.first[i]).c_str());
    }
  }
}

// "Ignored, as such files are not read: 2 .doc, 14 .jpg".
void PrintIgnored(const BuildResult& result) {
  const char* before = "Ignored, as such files are not read:";
  for (const auto& [suffix, count] : result.ignored) {
    std::printf("%s %llu %s", before, static_cast<unsigned long long>(count),
                suffix.empty() ? "others" : suffix.c_str());
    before = ",";
  }
  if (!result.ignored.empty()) std::printf("\n");
}

void PrintSummary(const IndexArguments& arguments, const Outcome& outcome) {
  const BuildResult& result = outcome.result;
  if (result.differences) PrintDifferences(*result.differences);
  if (outcome.id.empty()) {
    std::printf("Nothing differs: snapshot %s stays (%.1f s).\n",
                outcome.base_id.c_str(), outcome.seconds);
    PrintRepairs(result);
    if (!result.rejected.empty()) std::printf("Not indexed:\n");
    return PrintRejections(result);
  }
  const auto folder = IndexPaths(arguments.index_dir).snapshot(outcome.id);
  std::printf("Indexed %llu articles in %.1f s (%.0f a second).\n",
              static_cast<unsigned long long>(result.documents),
              outcome.seconds,
              static_cast<double>(result.documents) / outcome.seconds);
  std::printf("Snapshot %s, in %s\n", outcome.id.c_str(),
              Printable(folder.string()).c_str());
  if (result.pages_resumed > 0) {
    std::printf("%llu pages had been read by a run that was killed.\n",
                static_cast<unsigned long long>(result.pages_resumed));
  }
  PrintIgnored(result);
  PrintRepairs(result);
  if (result.rejected.empty()) return;
  std::printf("Not indexed (all of them: %s):\n",
              Printable((folder / kRejectedFile).string()).c_str());
  PrintRejections(result);
}

const char* NameOf(Difference kind) {
  switch (kind) {
    case Difference::kNew:
      return "new";
    case Difference::kChanged:
      return "changed";
    case Difference::kGone:
      return "gone";
  }
  return "";
}

// What a dry run found; on a terminal the first few of each kind.
void PrintDryRun(const Outcome& outcome) {
  PrintDifferences(*outcome.result.differences);
  std::map<Difference, int> shown;
  for (const ListedDifference& one : outcome.result.listed) {
    if (++shown[one.kind] > kMaxListed) continue;
    std::printf("  %-8s %s  %s\n", NameOf(one.kind), Printable(one.id).c_str(),
                Printable(one.source).c_str());
  }
  PrintRepairs(outcome.result);
  if (!outcome.result.rejected.empty()) std::printf("Not indexed:\n");
  PrintRejections(outcome.result);
  std::printf("Nothing was changed; this took %.1f s.\n", outcome.seconds);
}

// The last line: what became of the run.
Json OutcomeLine(const char* event, const Outcome& outcome) {
  const BuildResult& result = outcome.result;
  Json rejected = Json::object();
  for (const auto& [code, summary] : result.rejected) {
    rejected[code] = summary.count;
  }
  Json repairs = Json::object();
  for (const auto& [kind, summary] : result.repairs) {
    repairs[kind] = summary.count;
  }
  Json line = {{"event", event},
               {"documents", result.documents},
               {"content_digest", result.content_digest},
               {"rejected", rejected},
               {"repairs", repairs},
               {"pages_resumed", result.pages_resumed},
               {"seconds", outcome.seconds}};
  if (result.differences) {
    line["differences"] = DifferencesToJson(*result.differences);
    line["base"] = outcome.base_id;
    line["read_again"] = outcome.read_again;
  }
  return line;
}

void PrintJson(const IndexArguments& arguments, const Outcome& outcome) {
  for (const ListedDifference& one : outcome.result.listed) {
    std::puts(Dump({{"event", "difference"},
                    {"kind", NameOf(one.kind)},
                    {"id", one.id},
                    {"source", one.source}})
                  .c_str());
  }
  const char* event = arguments.dry_run    ? "dry-run"
                      : outcome.id.empty() ? "unchanged"
                                           : "published";
  Json line = OutcomeLine(event, outcome);
  if (!outcome.id.empty()) {
    line["snapshot"] = outcome.id;
    line["path"] =
        IndexPaths(arguments.index_dir).snapshot(outcome.id).string();
  }
  std::puts(Dump(line).c_str());
}

}  // namespace

bool AnyLost(const BuildResult& result) {
  for (const auto& [code, summary] : result.rejected) {
    if (code != kDuplicateCode && code != kSupersededCode) return true;
  }
  return false;
}

void PrintRejections(const BuildResult& result) {
  for (const auto& [code, summary] : result.rejected) {
    std::printf("  %-16s %llu\n", code.c_str(),
                static_cast<unsigned long long>(summary.count));
    for (const Rejection& rejection : summary.examples) {
      std::printf("    %s: %s\n", Printable(rejection.source).c_str(),
                  Printable(rejection.message).c_str());
    }
  }
}

void PrintOutcome(const IndexArguments& arguments, const Outcome& outcome) {
  if (arguments.json) {
    PrintJson(arguments, outcome);
  } else if (arguments.dry_run) {
    PrintDryRun(outcome);
  } else {
    PrintSummary(arguments, outcome);
  }
}

int ReportFailure(const IndexArguments& arguments, const Error& error) {
  if (arguments.json) {
    const Json line = {
        {"event", "failed"}, {"message", error.message}, {"hint", error.hint}};
    std::puts(Dump(line).c_str());
  }
  return ReportError(error);
}

}  // namespace tracuu
