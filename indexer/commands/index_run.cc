#include "indexer/commands/index_run.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include "common/base/file.h"
#include "common/base/log.h"
#include "common/domain/table.h"
#include "common/index/manifest.h"
#include "common/index/paths.h"
#include "common/text/analyze.h"
#include "indexer/build/builder.h"
#include "indexer/build/fingerprint.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/index_outcome.h"
#include "indexer/commands/overrides_option.h"
#include "indexer/commands/progress_display.h"
#include "indexer/commands/run_report.h"
#include "indexer/publish/index_lock.h"
#include "indexer/publish/publisher.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/staging.h"

namespace tracuu {
namespace {

Manifest ManifestOf(const IndexArguments& arguments,
                    const BuildOptions& options, const BuildResult& result) {
  Manifest manifest;
  manifest.analyzer = kAnalyzerVersion;
  manifest.tables = TablesFingerprint();
  manifest.program = "tracuu-index " TRACUU_VERSION;
  manifest.documents = result.documents;
  manifest.content_digest = result.content_digest;
  manifest.sources = arguments.sources;
  manifest.overrides = options.overrides.sha256();
  for (const auto& [code, summary] : result.rejected) {
    manifest.rejected[code] = summary.count;
  }
  for (const std::string_view name : result.linked) {
    for (const ManifestFile& file : options.base->files) {
      if (file.name == name) manifest.files.push_back(file);
    }
  }
  return manifest;
}

BuildOptions OptionsOf(const IndexArguments& arguments, Overrides overrides) {
  BuildOptions options;
  options.sources = arguments.sources;
  options.threads = arguments.threads > 0
                        ? arguments.threads
                        : std::max(1U, std::thread::hardware_concurrency());
  // Nothing else that an operator gives changes what is read from a page.
  options.reading_key = ReadingKey(overrides.sha256());
  options.overrides = std::move(overrides);
  options.dry_run = arguments.dry_run;
  options.approve = [&arguments](const BuildResult& result) {
    return CheckLoss(IndexPaths(arguments.index_dir), result.documents,
                     arguments.max_loss_percent);
  };
  return options;
}

// Sets what an update starts from, if anything is served.
Status SetBase(const IndexArguments& arguments, const IndexPaths& paths,
               BuildOptions* options, Outcome* outcome) {
  const Result<std::string> current = ReadCurrent(paths.dir());
  if (!current) {
    if (current.error().code != ErrorCode::kNotFound) return current.error();
    if (!arguments.dry_run) return Ok{};
    return current.error();  // Nothing to compare with.
  }
  const auto dir = paths.snapshot(*current);
  const Result<Manifest> manifest = ReadManifest(dir);
  if (!manifest) return manifest.error();
  auto base = OpenUpdateBase(dir, *manifest, options->reading_key);
  if (!base) return base.error();
  base->keep_gone = !arguments.prune;
  outcome->base_id = *current;
  outcome->read_again = !base->same_reading;
  if (outcome->read_again && !arguments.json) {
    spdlog::info(
        "the program, its tables or its settings are not those that made "
        "snapshot {}: every page is read again",
        *current);
  }
  options->base = std::move(*base);
  return Ok{};
}

Status Publish(const IndexArguments& arguments, const BuildOptions& options,
               const Staging& staging, Outcome* outcome) {
  const IndexPaths paths(arguments.index_dir);
  const Status reported = ReplaceFile(staging.snapshot_dir() / kReportFile,
                                      FormatReport(arguments, outcome->result));
  if (!reported) return reported;
  const auto id =
      PublishSnapshot(paths, staging.snapshot_dir(),
                      ManifestOf(arguments, options, outcome->result));
  if (!id) return id.error();
  outcome->id = *id;
  const auto removed = RemoveOldSnapshots(paths, arguments.keep,
                                          std::chrono::system_clock::now());
  // The new snapshot is served: old ones that stay are no failure of it.
  if (!removed) spdlog::warn("{}", Printable(removed.error().message));
  return Ok{};
}

// Everything under the lock.
Result<Outcome> BuildAndPublish(const IndexArguments& arguments,
                                Overrides overrides, BuildProgress* progress) {
  const auto start = std::chrono::steady_clock::now();
  const IndexPaths paths(arguments.index_dir);
  const auto lock = IndexLock::Acquire(paths);
  if (!lock) return lock.error();
  const Status replaceable = CheckReplaceable(paths);
  if (!replaceable) return replaceable.error();
  // Before what a killed run has left is touched: a slip must not cost it.
  const Status named = CheckSources(arguments.sources);
  if (!named) return named.error();
  const auto staging =
      Staging::Create(paths, arguments.dry_run ? StagingUse::kAside
                                               : StagingUse::kIndexing);
  if (!staging) return staging.error();

  Outcome outcome;
  BuildOptions options = OptionsOf(arguments, std::move(overrides));
  if (arguments.is_update) {
    const Status set = SetBase(arguments, paths, &options, &outcome);
    if (!set) return set.error();
  }
  auto result = BuildDatabase(options, staging->work_dir(),
                              staging->snapshot_dir(), progress);
  if (!result) return result.error();
  outcome.result = std::move(*result);
  if (outcome.result.written) {
    progress->phase = BuildPhase::kPublishing;
    const Status published = Publish(arguments, options, *staging, &outcome);
    if (!published) return published.error();
  }
  outcome.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
          .count();
  return outcome;
}

}  // namespace

void AddIndexOptions(CLI::App* command, IndexArguments* arguments) {
  command
      ->add_option("--index", arguments->index_dir,
                   "The index folder; made if it does not exist")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("SOURCE", arguments->sources,
                   "Files or folders: .txt, .html, .jsonl, .warc, each "
                   "also with .gz or .zst, .docx, .pdf; folders are walked")
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
  command
      ->add_option_function<std::string>(
          "--max-loss",
          [arguments](const std::string& text) {
            const auto percent = ParsePercent(text);
            if (!percent) {
              throw CLI::ValidationError(
                  "--max-loss", "a percentage from 0% to 100%, not " + text);
            }
            arguments->max_loss_percent = *percent;
          },
          "Publish nothing (exit code 3) if this share of the served articles "
          "would be lost; 20% if not given, 100% takes anything")
      ->type_name("PERCENT");
  AddOverridesOption(command, &arguments->overrides_file);
  command->add_flag("--json", arguments->json,
                    "Print one JSON object a second, and the outcome as one");
}

int RunIndexing(const IndexArguments& arguments) {
  Overrides overrides;
  if (const Status loaded = LoadOverrides(arguments.overrides_file, &overrides);
      !loaded) {
    ReportFailure(arguments, loaded.error());
    return kExitBadUsage;
  }
  BuildProgress progress;
  Result<Outcome> outcome = [&] {
    const ProgressDisplay display(progress,
                                  ChooseProgressStyle(arguments.json));
    return BuildAndPublish(arguments, std::move(overrides), &progress);
  }();
  if (!outcome) return ReportFailure(arguments, outcome.error());
  if (outcome->result.documents == 0) {
    if (!arguments.json) PrintRejections(outcome->result);
    return ReportFailure(
        arguments,
        {ErrorCode::kInvalidArgument,
         "the sources hold no article that can be indexed; nothing "
         "is published",
         "name files or folders that hold what docs/crawls.md lists"});
  }
  PrintOutcome(arguments, *outcome);
  return AnyLost(outcome->result) ? kExitSomeRejected : kExitDone;
}

}  // namespace tracuu
