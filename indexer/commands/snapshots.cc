#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "common/base/log.h"
#include "common/index/paths.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/served_snapshot.h"
#include "indexer/publish/index_lock.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/staging.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
  std::string index_dir;
  std::size_t keep = 3;
  bool json = false;
};

// One snapshot as an object; "problem" instead of its counts if it cannot be
// used.
Json Describe(const std::string& index_dir, const std::string& id,
              const std::string& served) {
  Json line = {{"id", id}, {"served", id == served}};
  const auto snapshot = FindSnapshot(index_dir, id);
  if (!snapshot) {
    line["problem"] = snapshot.error().message;
    return line;
  }
  const Manifest& manifest = snapshot->manifest;
  std::uint64_t bytes = 0;
  for (const ManifestFile& file : manifest.files) bytes += file.bytes;
  line["created"] = manifest.created;
  line["documents"] = manifest.documents;
  line["bytes"] = bytes;
  line["program"] = manifest.program;
  line["content_digest"] = manifest.content_digest;
  return line;
}

void Print(const Json& line) {
  const auto text = [&](const char* key) {
    return Printable(line[key].get<std::string>());
  };
  std::printf("%s %s", line["served"].get<bool>() ? "*" : " ",
              text("id").c_str());
  if (line.contains("problem")) {
    std::printf("  unusable: %s\n", text("problem").c_str());
    return;
  }
  std::printf("  %s  %10llu articles  %10.1f MB  %s\n", text("created").c_str(),
              line["documents"].get<unsigned long long>(),
              line["bytes"].get<double>() / 1e6, text("program").c_str());
}

int RunSnapshots(const Arguments& arguments) {
  const auto ids = ListSnapshots(IndexPaths(arguments.index_dir));
  if (!ids) return ReportError(ids.error());
  const Result<std::string> current = ReadCurrent(arguments.index_dir);
  // With a broken CURRENT the list is what one needs to mend it.
  if (!current && ids->empty()) return ReportError(current.error());
  for (const std::string& id : *ids) {
    const Json line =
        Describe(arguments.index_dir, id, current ? *current : "");
    if (arguments.json) {
      std::puts(
          line.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    } else {
      Print(line);
    }
  }
  return current ? kExitDone : ReportError(current.error());
}

int RunPrune(const Arguments& arguments) {
  const IndexPaths paths(arguments.index_dir);
  // Before the lock, which would make the folder.
  const Result<std::string> current = ReadCurrent(paths.dir());
  if (!current) return ReportError(current.error());
  const auto lock = IndexLock::Acquire(paths);
  if (!lock) return ReportError(lock.error());
  const auto staging = Staging::Create(paths, StagingUse::kAside);
  if (!staging) return ReportError(staging.error());
  const auto removed = RemoveOldSnapshots(paths, arguments.keep,
                                          std::chrono::system_clock::now());
  if (!removed) return ReportError(removed.error());
  for (const std::string& id : *removed)
    std::printf("removed %s\n", id.c_str());
  if (removed->empty()) std::puts("nothing to remove");
  return kExitDone;
}

void AddIndexOption(CLI::App* command, Arguments* arguments) {
  command->add_option("--index", arguments->index_dir, "The index folder")
      ->type_name("DIR")
      ->required();
}

}  // namespace

void AddSnapshotsCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "snapshots", "List the snapshots, newest first; * marks the served one");
  AddIndexOption(command, arguments.get());
  command->add_flag("--json", arguments->json, "Print one JSON object a line");
  command->callback([=] { *exit_code = RunSnapshots(*arguments); });
}

void AddPruneSnapshotsCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "prune-snapshots",
      "Remove old snapshots; never the served one or one younger than a "
      "minute");
  AddIndexOption(command, arguments.get());
  command
      ->add_option("--keep", arguments->keep,
                   "How many of the newest to keep; 3 if not given")
      ->check(CLI::Range(1U, 1000U))
      ->type_name("N");
  command->callback([=] { *exit_code = RunPrune(*arguments); });
}

}  // namespace tracuu
