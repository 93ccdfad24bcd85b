#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "common/base/log.h"
#include "common/index/copies_file.h"
#include "common/index/paths.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/served_snapshot.h"
#include "indexer/publish/verifier.h"

namespace tracuu {
namespace {

constexpr const char* kFooter = R"(Example:
  tracuu-index check --index /srv/tracuu

Reads every byte of the snapshot: files against the manifest's SHA-256, the
database's tables, every document against the schema, the list of copies.

Exit code: 0 all is well; 2 bad usage; 3 something is wrong, and is told.)";

struct Arguments {
  std::string index_dir;
  std::string snapshot;
};

int RunCheck(const Arguments& arguments) {
  const auto snapshot = FindSnapshot(arguments.index_dir, arguments.snapshot);
  if (!snapshot) return ReportError(snapshot.error());
  const Manifest& manifest = snapshot->manifest;
  const Status files =
      VerifySnapshot(snapshot->dir, manifest, VerifyDepth::kHashes);
  if (!files) return ReportError(files.error());
  const auto copies =
      ReadCopies(snapshot->dir / kCopiesFile, manifest.documents);
  if (!copies) return ReportError(copies.error());
  const auto faults = CheckDatabases(snapshot->dir, manifest.documents,
                                     DatabaseCheck::kEverything);
  if (!faults) return ReportError(faults.error());
  for (const std::string& fault : *faults) {
    std::printf("wrong: %s\n", Printable(fault).c_str());
  }
  if (!faults->empty()) return kExitNothingPublished;
  std::printf("ok: snapshot %s, %llu documents\n", manifest.id.c_str(),
              static_cast<unsigned long long>(manifest.documents));
  return kExitDone;
}

}  // namespace

void AddCheckCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app->add_subcommand("check", "Verify a snapshot, down to every byte");
  command->add_option("--index", arguments->index_dir, "The index folder")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("--snapshot", arguments->snapshot,
                   "The snapshot to verify; the served one if not given")
      ->type_name("ID");
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunCheck(*arguments); });
}

}  // namespace tracuu
