#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "common/base/log.h"
#include "common/index/paths.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/served_snapshot.h"
#include "indexer/publish/retention.h"

namespace tracuu {
namespace {

struct Arguments {
  std::string index_dir;
};

void PrintSnapshot(const std::string& index_dir, const std::string& id,
                   bool is_current) {
  const auto snapshot = FindSnapshot(index_dir, id);
  std::printf("%s %s", is_current ? "*" : " ", id.c_str());
  if (snapshot) {
    std::uint64_t bytes = 0;
    for (const ManifestFile& file : snapshot->manifest.files) {
      bytes += file.bytes;
    }
    std::printf("  %llu documents, %.1f MB, by %s\n",
                static_cast<unsigned long long>(snapshot->manifest.documents),
                static_cast<double>(bytes) / 1e6,
                Printable(snapshot->manifest.program).c_str());
  } else {
    std::printf("  unusable: %s\n",
                Printable(snapshot.error().message).c_str());
  }
}

int RunSnapshots(const Arguments& arguments) {
  const auto ids = ListSnapshots(IndexPaths(arguments.index_dir));
  if (!ids) return ReportError(ids.error());
  const Result<std::string> current = ReadCurrent(arguments.index_dir);
  if (!current) return ReportError(current.error());
  for (const std::string& id : *ids) {
    PrintSnapshot(arguments.index_dir, id, id == *current);
  }
  return kExitDone;
}

}  // namespace

void AddSnapshotsCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app->add_subcommand(
      "snapshots", "List the snapshots, newest first; * marks the served one");
  command->add_option("--index", arguments->index_dir, "The index folder")
      ->type_name("DIR")
      ->required();
  command->callback([=] { *exit_code = RunSnapshots(*arguments); });
}

}  // namespace tracuu
