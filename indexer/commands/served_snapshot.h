#ifndef TRACUU_INDEXER_COMMANDS_SERVED_SNAPSHOT_H_
#define TRACUU_INDEXER_COMMANDS_SERVED_SNAPSHOT_H_

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/index/manifest.h"

namespace tracuu {

// A snapshot that a command looks at.
struct SnapshotOnDisk {
  std::filesystem::path dir;
  Manifest manifest;
};

// Finds `id`, or the served snapshot if `id` is empty, and reads its manifest.
Result<SnapshotOnDisk> FindSnapshot(const std::filesystem::path& index_dir,
                                    const std::string& id);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_SERVED_SNAPSHOT_H_
