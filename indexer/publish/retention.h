#ifndef TRACUU_INDEXER_PUBLISH_RETENTION_H_
#define TRACUU_INDEXER_PUBLISH_RETENTION_H_

// Which old snapshots may go.

#include <chrono>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// A server reads CURRENT, then opens the snapshot's folder. Younger snapshots
// than this are kept, so that it does not vanish in between.
inline constexpr std::chrono::seconds kMinSnapshotAge{60};

// The ids of all snapshots, newest first. What has another name is no
// snapshot of ours and is not listed.
Result<std::vector<std::string>> ListSnapshots(const IndexPaths& paths);

// Removes snapshots beyond the `keep` newest; never the current one, nor one
// that is younger than kMinSnapshotAge by the time in its id. Returns the ids
// it removed. REQUIRES: keep >= 1 and the IndexLock is held.
Result<std::vector<std::string>> RemoveOldSnapshots(
    const IndexPaths& paths, std::size_t keep,
    std::chrono::system_clock::time_point now);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_RETENTION_H_
