#include "indexer/publish/rollback.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "common/index/paths.h"
#include "indexer/commands/commands.h"
#include "indexer/publish/index_lock.h"

namespace tracuu {
namespace {

constexpr const char* kFooter = R"(Examples:
  tracuu-index rollback --index /srv/tracuu
  tracuu-index rollback --index /srv/tracuu --to 20261120T021000Z-5c1e

The snapshot is verified, down to every byte, before it is served. Nothing is
removed: --to takes you forward again.

Exit code: 0 done; 2 bad usage; 3 the served snapshot stays as it was.)";

struct Arguments {
  std::string index_dir;
  std::string id;
};

int RunRollback(const Arguments& arguments) {
  const IndexPaths paths(arguments.index_dir);
  if (!std::filesystem::exists(paths.snapshots())) {
    return ReportError({ErrorCode::kNotFound,
                        paths.dir().string() + " holds no snapshot",
                        "name the folder that was given to build"});
  }
  const auto lock = IndexLock::Acquire(paths);
  if (!lock) return ReportError(lock.error());
  const auto id = RollBack(paths, arguments.id);
  if (!id) return ReportError(id.error());
  std::printf("serving %s\n", id->c_str());
  return kExitDone;
}

}  // namespace

void AddRollbackCommand(CLI::App* app, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app->add_subcommand("rollback", "Serve an older snapshot again");
  command->add_option("--index", arguments->index_dir, "The index folder")
      ->type_name("DIR")
      ->required();
  command
      ->add_option("--to", arguments->id,
                   "The snapshot to serve; the one before the served one if "
                   "not given")
      ->type_name("ID");
  command->footer(kFooter);
  command->callback([=] { *exit_code = RunRollback(*arguments); });
}

}  // namespace tracuu
