#ifndef TRACUU_INDEXER_COMMANDS_COMMANDS_H_
#define TRACUU_INDEXER_COMMANDS_COMMANDS_H_

// The commands of tracuu-index. Each Add…Command() declares one subcommand
// with its options and help; when the user calls it, it runs and leaves its
// exit code in `*exit_code`. Results go to standard output, progress and
// errors to standard error.

#include "common/base/result.h"

namespace CLI {
class App;
}  // namespace CLI

namespace tracuu {

// What the programs that call us script against.
inline constexpr int kExitDone = 0;          // All indexed; all is well.
inline constexpr int kExitSomeRejected = 1;  // Indexed, but not all of it.
inline constexpr int kExitBadUsage = 2;
inline constexpr int kExitNothingPublished = 3;  // The served snapshot stays.

void AddBuildCommand(CLI::App* app, int* exit_code);
void AddUpdateCommand(CLI::App* app, int* exit_code);
void AddExplainCommand(CLI::App* app, int* exit_code);
void AddCheckCommand(CLI::App* app, int* exit_code);
void AddStatsCommand(CLI::App* app, int* exit_code);
void AddSnapshotsCommand(CLI::App* app, int* exit_code);
void AddRollbackCommand(CLI::App* app, int* exit_code);
void AddPruneSnapshotsCommand(CLI::App* app, int* exit_code);

// Logs `error` with its hint. Returns kExitNothingPublished.
int ReportError(const Error& error);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_COMMANDS_H_
