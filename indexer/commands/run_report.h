#ifndef TRACUU_INDEXER_COMMANDS_RUN_REPORT_H_
#define TRACUU_INDEXER_COMMANDS_RUN_REPORT_H_

// report.json: how the run went that made a snapshot. It lies in the snapshot,
// `stats` prints from it and /api/v1/snapshot shows it. docs/operations.md
// lists its fields.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "indexer/build/builder.h"
#include "indexer/commands/index_run.h"

namespace tracuu {

// {"new": …, "changed": …, "unchanged": …, "moved": …, "gone": …, "kept": …}
nlohmann::ordered_json DifferencesToJson(const UpdateDifferences& differences);

// Times are of this process up to now: publishing, which comes after, is not
// among them.
std::string FormatReport(const IndexArguments& arguments,
                         const BuildResult& result);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_RUN_REPORT_H_
