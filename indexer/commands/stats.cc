#include <xapian.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/base/log.h"
#include "common/index/article_database.h"
#include "common/index/copies_file.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/xapian_guard.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/served_snapshot.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFooter = R"(Examples:
  tracuu-index stats --index /srv/tracuu
  tracuu-index stats --index /srv/tracuu --json | jq .facets.year)";

struct Arguments {
  std::string index_dir;
  std::string snapshot;
  std::size_t top = 10;
  bool json = false;
};

// The values of one facet, the most frequent first, and how many documents
// have none.
Json FacetStats(const ArticleDatabase& db, const Field& field,
                std::size_t top) {
  const auto key = std::string(kMetaFacetPrefix) + std::string(field.name);
  std::set<std::string> all;
  std::uint32_t with_value = 0;
  for (std::size_t part = 0; part < db.order().parts(); ++part) {
    for (std::string& value : SplitLines(db.Metadata(part, key))) {
      all.insert(std::move(value));
    }
    db.ForEachValue(part, static_cast<Xapian::valueno>(field.slot),
                    [&](std::uint32_t, const std::string&) { ++with_value; });
  }
  std::vector<std::pair<std::uint32_t, std::string>> values;
  for (const std::string& value : all) {
    const std::uint32_t count = db.Frequency(MakeTerm(field, value));
    if (count > 0) values.emplace_back(count, value);
  }
  std::stable_sort(
      values.begin(), values.end(),
      [](const auto& a, const auto& b) { return a.first > b.first; });
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(top, values.size()); ++i) {
    list.push_back({{"value", values[i].second}, {"count", values[i].first}});
  }
  return {{"distinct", values.size()},
          {"missing", db.order().documents() - with_value},
          {"values", std::move(list)}};
}

// The clusters of near-duplicates and the documents in them.
Json ClusterStats(const std::vector<ClusterMember>& members) {
  return {{"count", CountClusters(members)}, {"documents", members.size()}};
}

// What an update left of the older database, and put beside it.
Json PartStats(const PlaceOrder& order) {
  return {{"base", order.documents_in(kBasePart)},
          {"changes", order.documents_in(kChangesPart)},
          {"gone", order.gone()}};
}

// How the run went that made the snapshot; null if it cannot be read.
Json ReadReport(const SnapshotOnDisk& snapshot) {
  const auto bytes = ReadFile(snapshot.dir / kReportFile);
  if (!bytes) return {};
  Json report = Json::parse(*bytes, nullptr, false);
  return report.is_object() ? report : Json();
}

// May throw Xapian::Error.
Result<Json> SnapshotStats(const SnapshotOnDisk& snapshot, std::size_t top) {
  const Manifest& manifest = snapshot.manifest;
  const auto order = PlaceOrder::Read(snapshot.dir, manifest.documents);
  if (!order) return order.error();
  const MovedPages none;
  const ArticleDatabase db(snapshot.dir, *order, none);
  const auto copies =
      ReadCopies(snapshot.dir / kCopiesFile, manifest.documents);
  if (!copies) return copies.error();
  Json files = Json::array();
  for (const ManifestFile& file : manifest.files) {
    files.push_back({{"name", file.name}, {"bytes", file.bytes}});
  }
  Json facets = Json::object();
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kFacet) continue;
    facets[std::string(field.name)] = FacetStats(db, field, top);
  }
  return Json{{"snapshot", manifest.id},
              {"created", manifest.created},
              {"program", manifest.program},
              {"schema", manifest.schema},
              {"content_digest", manifest.content_digest},
              {"sources", manifest.sources},
              {"documents", manifest.documents},
              {"parts", PartStats(*order)},
              {"clusters", ClusterStats(*copies)},
              {"frequent_syllables",
               SplitLines(db.Metadata(kBasePart, kMetaFrequent)).size()},
              {"files", std::move(files)},
              {"rejected", manifest.rejected},
              {"facets", std::move(facets)},
              {"report", ReadReport(snapshot)}};
}

std::string Text(const Json& json) {
  return Printable(json.get<std::string>());
}

void PrintCount(const std::string& name, const Json& count) {
  std::printf("    %10llu  %s\n", count.get<unsigned long long>(),
              name.c_str());
}

// The tables of the database and their share of it.
void PrintTables(const Json& report) {
  if (!report.is_object() || !report.contains("tables")) return;
  double all = 0;
  for (const Json& bytes : report["tables"]) all += bytes.get<double>();
  std::printf("tables of the database (bytes)\n");
  for (const auto& [name, bytes] : report["tables"].items()) {
    char share[32];
    std::snprintf(share, sizeof share, "  %.1f %%",
                  all > 0 ? 100 * bytes.get<double>() / all : 0);
    PrintCount(Printable(name) + share, bytes);
  }
}

// What the run that made the snapshot had to repair.
void PrintRepairs(const Json& report) {
  if (!report.is_object() || !report.contains("repairs")) return;
  const Json& repairs = report["repairs"];
  if (!repairs.empty()) std::printf("repaired when they were read\n");
  for (const auto& [kind, summary] : repairs.items()) {
    PrintCount(Printable(kind), summary["count"]);
    for (const Json& source : summary["first"]) {
      std::printf("                %s\n", Text(source).c_str());
    }
  }
}

void Print(const Json& stats) {
  std::printf("snapshot   %s\ncreated    %s by %s\ndigest     %s\n",
              Text(stats["snapshot"]).c_str(), Text(stats["created"]).c_str(),
              Text(stats["program"]).c_str(),
              Text(stats["content_digest"]).c_str());
  std::printf("documents  %llu\n",
              stats["documents"].get<unsigned long long>());
  const Json& parts = stats["parts"];
  if (parts["changes"] != 0 || parts["gone"] != 0) {
    std::printf("of them    %llu beside a base of %llu, %llu of that gone\n",
                parts["changes"].get<unsigned long long>(),
                parts["base"].get<unsigned long long>(),
                parts["gone"].get<unsigned long long>());
  }
  std::printf("clusters   %llu of near-duplicates, %llu documents in them\n",
              stats["clusters"]["count"].get<unsigned long long>(),
              stats["clusters"]["documents"].get<unsigned long long>());
  for (const Json& source : stats["sources"]) {
    std::printf("source     %s\n", Text(source).c_str());
  }
  std::printf("files (bytes)\n");
  for (const Json& file : stats["files"]) {
    PrintCount(Text(file["name"]), file["bytes"]);
  }
  PrintTables(stats["report"]);
  if (!stats["rejected"].empty()) std::printf("rejected\n");
  for (const auto& [reason, count] : stats["rejected"].items()) {
    PrintCount(Printable(reason), count);
  }
  PrintRepairs(stats["report"]);
  for (const auto& [name, facet] : stats["facets"].items()) {
    std::printf("%s: %llu values, %llu documents without\n", name.c_str(),
                facet["distinct"].get<unsigned long long>(),
                facet["missing"].get<unsigned long long>());
    for (const Json& value : facet["values"]) {
      PrintCount(Text(value["value"]), value["count"]);
    }
  }
}

int RunStats(const Arguments& arguments) {
  const auto snapshot = FindSnapshot(arguments.index_dir, arguments.snapshot);
  if (!snapshot) return ReportError(snapshot.error());
  const Result<Json> stats =
      GuardXapian([&] { return SnapshotStats(*snapshot, arguments.top); });
  if (!stats) return ReportError(stats.error());
  if (arguments.json) {
    std::puts(
        stats->dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
  } else {
    Print(*stats);
  }
  return kExitDone;
}

}  // namespace

void AddStatsCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "stats", "Count what a snapshot holds: facets, sizes, rejected inputs");
  command->add_option("--index", arguments->index_dir, "The index folder")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("--snapshot", arguments->snapshot,
                   "The snapshot to count; the served one if not given")
      ->type_name("ID");
  command
      ->add_option("--top", arguments->top,
                   "Values of each facet to list; 10 if not given")
      ->type_name("N");
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunStats(*arguments); });
}

}  // namespace tracuu
