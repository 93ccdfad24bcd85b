#ifndef TRACUU_INDEXER_COMMANDS_INDEX_RUN_H_
#define TRACUU_INDEXER_COMMANDS_INDEX_RUN_H_

// What the commands share that make a snapshot: from the lock to the summary.

#include <string>
#include <vector>

#include "indexer/publish/gate.h"

namespace CLI {
class App;
}  // namespace CLI

namespace tracuu {

struct IndexArguments {
  std::string command;  // "build", as the report names it.
  std::string index_dir;
  std::vector<std::string> sources;
  unsigned threads = 0;  // 0: as many as the machine has.
  std::size_t keep = 3;
  double max_loss_percent = kDefaultMaxLossPercent;
  bool json = false;
  std::string overrides_file;  // Empty: no corrections.
  // For an update.
  bool is_update = false;
  bool prune = false;
  bool dry_run = false;
};

// Declares the options that every such command has. `arguments` must live as
// long as `command`.
void AddIndexOptions(CLI::App* command, IndexArguments* arguments);

// Locks the index, builds, passes the gate, publishes, removes old snapshots
// and prints what became of it; for a dry run, locks, compares and prints.
// Returns the exit code.
int RunIndexing(const IndexArguments& arguments);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_INDEX_RUN_H_
