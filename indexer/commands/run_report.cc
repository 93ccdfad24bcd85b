#include "indexer/commands/run_report.h"

#include <sys/resource.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

// The children are the HTML parsers.
void AddResources(Json* report) {
  rusage own{};
  rusage children{};
  ::getrusage(RUSAGE_SELF, &own);
  ::getrusage(RUSAGE_CHILDREN, &children);
  (*report)["cpu_seconds"] = Seconds(own.ru_utime) + Seconds(own.ru_stime) +
                             Seconds(children.ru_utime) +
                             Seconds(children.ru_stime);
  (*report)["peak_memory_bytes"] =
      static_cast<std::uint64_t>(own.ru_maxrss) * 1024;
}

Json RepairsToJson(const std::map<std::string, RepairSummary>& repairs) {
  Json json = Json::object();
  for (const auto& [kind, summary] : repairs) {
    json[kind] = {{"count", summary.count}, {"first", summary.first}};
  }
  return json;
}

}  // namespace

Json DifferencesToJson(const UpdateDifferences& differences) {
  return {
      {"new", differences.added},           {"changed", differences.changed},
      {"unchanged", differences.unchanged}, {"moved", differences.moved},
      {"gone", differences.gone},           {"kept", differences.kept}};
}

std::string FormatReport(const IndexArguments& arguments,
                         const BuildResult& result) {
  Json rejected = Json::object();
  for (const auto& [code, summary] : result.rejected) {
    rejected[code] = summary.count;
  }
  Json report = {
      {"command", arguments.command},
      {"program", "tracuu-index " TRACUU_VERSION},
      {"sources", arguments.sources},
      {"inputs",
       {{"files", result.input_files},
        {"bytes", result.input_bytes},
        {"pages", result.pages},
        {"ignored", result.ignored}}},
      {"documents", result.documents},
      {"clusters",
       {{"count", result.copies.clusters},
        {"documents", result.copies.articles}}},
      {"rejected", std::move(rejected)},
      {"repairs", RepairsToJson(result.repairs)},
      {"pages_resumed", result.pages_resumed},
      {"threads", result.threads},
      {"seconds", result.seconds},
  };
  if (result.differences) {
    report["differences"] = DifferencesToJson(*result.differences);
  }
  AddResources(&report);
  report["tables"] = result.table_bytes;
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tracuu
