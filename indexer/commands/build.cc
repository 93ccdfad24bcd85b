#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "common/base/log.h"
#include "common/domain/table.h"
#include "common/index/manifest.h"
#include "common/index/paths.h"
#include "common/text/analyze.h"
#include "indexer/build/builder.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/progress_display.h"
#include "indexer/publish/index_lock.h"
#include "indexer/publish/publisher.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/staging.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFooter = R"(Examples:
  tracuu-index build --index /srv/tracuu crawl/
  tracuu-index build --index /srv/tracuu news.jsonl.gz old-pages/ --json

Exit code: 0 all indexed; 1 published, but some inputs were rejected (see
rejected.jsonl of the snapshot); 2 bad usage; 3 nothing published, the served
snapshot stays as it was.)";

struct Arguments {
  std::string index_dir;
  std::vector<std::string> sources;
  unsigned threads = 0;  // 0: as many as the machine has.
  std::size_t keep = 3;
  bool json = false;
};

struct Published {
  std::string id;
  BuildResult result;
  double seconds = 0;
};

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Manifest ManifestOf(const Arguments& arguments, const BuildResult& result) {
  Manifest manifest;
  manifest.analyzer = kAnalyzerVersion;
  manifest.tables = TablesFingerprint();
  manifest.program = "tracuu-index " TRACUU_VERSION;
  manifest.documents = result.documents;
  manifest.content_digest = result.content_digest;
  manifest.sources = arguments.sources;
  for (const auto& [code, summary] : result.rejected) {
    manifest.rejected[code] = summary.count;
  }
  return manifest;
}

BuildOptions OptionsOf(const Arguments& arguments) {
  BuildOptions options;
  options.sources = arguments.sources;
  options.threads = arguments.threads > 0
                        ? arguments.threads
                        : std::max(1U, std::thread::hardware_concurrency());
  return options;
}

// Everything under the lock. An id that is empty: there was nothing to index.
Result<Published> BuildAndPublish(const Arguments& arguments,
                                  BuildProgress* progress) {
  const auto start = std::chrono::steady_clock::now();
  const IndexPaths paths(arguments.index_dir);
  const auto lock = IndexLock::Acquire(paths);
  if (!lock) return lock.error();
  const Status replaceable = CheckReplaceable(paths);
  if (!replaceable) return replaceable.error();
  const auto staging = Staging::Create(paths);
  if (!staging) return staging.error();

  Published published;
  auto result = BuildDatabase(OptionsOf(arguments), staging->work_dir(),
                              staging->snapshot_dir(), progress);
  if (!result) return result.error();
  published.result = std::move(*result);
  if (published.result.documents == 0) return published;

  progress->phase = BuildPhase::kPublishing;
  const auto id = PublishSnapshot(paths, staging->snapshot_dir(),
                                  ManifestOf(arguments, published.result));
  if (!id) return id.error();
  published.id = *id;
  const auto removed = RemoveOldSnapshots(paths, arguments.keep,
                                          std::chrono::system_clock::now());
  // The new snapshot is served: old ones that stay are no failure of it.
  if (!removed) spdlog::warn("{}", Printable(removed.error().message));
  published.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
          .count();
  return published;
}

// True if something was lost; a duplicate is not.
bool AnyLost(const BuildResult& result) {
  for (const auto& [code, summary] : result.rejected) {
    if (code != kDuplicateCode) return true;
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

void PrintSummary(const Arguments& arguments, const Published& published) {
  const BuildResult& result = published.result;
  const auto folder = IndexPaths(arguments.index_dir).snapshot(published.id);
  std::printf("Indexed %llu articles in %.1f s (%.0f a second).\n",
              static_cast<unsigned long long>(result.documents),
              published.seconds,
              static_cast<double>(result.documents) / published.seconds);
  std::printf("Snapshot %s, in %s\n", published.id.c_str(),
              Printable(folder.string()).c_str());
  if (result.rejected.empty()) return;
  std::printf("Not indexed (all of them: %s):\n",
              Printable((folder / kRejectedFile).string()).c_str());
  PrintRejections(result);
}

void PrintJson(const Arguments& arguments, const Published& published) {
  Json rejected = Json::object();
  for (const auto& [code, summary] : published.result.rejected) {
    rejected[code] = summary.count;
  }
  const Json line = {
      {"event", "published"},
      {"snapshot", published.id},
      {"path", IndexPaths(arguments.index_dir).snapshot(published.id).string()},
      {"documents", published.result.documents},
      {"content_digest", published.result.content_digest},
      {"rejected", rejected},
      {"seconds", published.seconds}};
  std::puts(Dump(line).c_str());
}

int Fail(const Arguments& arguments, const Error& error) {
  if (arguments.json) {
    const Json line = {
        {"event", "failed"}, {"message", error.message}, {"hint", error.hint}};
    std::puts(Dump(line).c_str());
  }
  return ReportError(error);
}

int RunBuild(const Arguments& arguments) {
  BuildProgress progress;
  Result<Published> published = [&] {
    const ProgressDisplay display(progress,
                                  ChooseProgressStyle(arguments.json));
    return BuildAndPublish(arguments, &progress);
  }();
  if (!published) return Fail(arguments, published.error());
  if (published->id.empty()) {
    if (!arguments.json) PrintRejections(published->result);
    return Fail(arguments,
                {ErrorCode::kInvalidArgument,
                 "the sources hold no article that can be indexed; nothing "
                 "is published",
                 "name files or folders that hold .txt, .html or .jsonl"});
  }
  if (arguments.json) {
    PrintJson(arguments, *published);
  } else {
    PrintSummary(arguments, *published);
  }
  return AnyLost(published->result) ? kExitSomeRejected : kExitDone;
}

}  // namespace

void AddBuildCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "build", "Index a whole crawl and publish it as a new snapshot");
  command
      ->add_option("--index", arguments->index_dir,
                   "The index folder; made if it does not exist")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("SOURCE", arguments->sources,
                   "Files or folders: .txt, .html, .htm, .jsonl, each "
                   "also with .gz or .zst; folders are walked")
      ->type_name("")
      ->required();
  command
      ->add_option("--threads", arguments->threads,
                   "Threads to work with; as many as there are cores if "
                   "not given")
      ->check(CLI::Range(1U, 256U))
      ->type_name("N");
  command
      ->add_option("--keep", arguments->keep,
                   "Snapshots to keep, the new one among them; 3 if not "
                   "given")
      ->check(CLI::Range(1U, 1000U))
      ->type_name("N");
  command->add_flag("--json", arguments->json,
                    "Print one JSON object a second, and the outcome as one");
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunBuild(*arguments); });
}

}  // namespace tracuu
