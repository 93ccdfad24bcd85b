// tracuu-index: the batch side. See commands/ for what it can do.

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <string>
#include <string_view>

#include "common/base/log.h"
#include "indexer/commands/commands.h"
#include "indexer/reading/html_sandbox.h"

namespace {

// Merging keeps five files open for each segment; the soft limit is often
// 1,024 where the hard one allows far more.
void RaiseFileLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

int RunCommand(int argc, char** argv) {
  int exit_code = tracuu::kExitDone;
  CLI::App app("Indexes crawls of Vietnamese party-building documents.",
               "tracuu-index");
  app.set_version_flag("--version", "tracuu-index " TRACUU_VERSION);
  app.require_subcommand(1);
  tracuu::AddBuildCommand(&app, &exit_code);
  tracuu::AddUpdateCommand(&app, &exit_code);
  tracuu::AddExplainCommand(&app, &exit_code);
  tracuu::AddCheckCommand(&app, &exit_code);
  tracuu::AddStatsCommand(&app, &exit_code);
  tracuu::AddSnapshotsCommand(&app, &exit_code);
  tracuu::AddRollbackCommand(&app, &exit_code);
  tracuu::AddPruneSnapshotsCommand(&app, &exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? tracuu::kExitDone : tracuu::kExitBadUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == tracuu::kHtmlChildArgument) {
    return tracuu::RunHtmlChild();
  }
  // A parser that dies, or a reader of our output that goes, must not end us.
  std::signal(SIGPIPE, SIG_IGN);
  tracuu::InitLog("info");
  RaiseFileLimit();
  try {
    return RunCommand(argc, argv);
  } catch (const std::exception& error) {
    return tracuu::ReportError(
        {tracuu::ErrorCode::kIo,
         std::string("the program failed: ") + error.what(), ""});
  }
}
