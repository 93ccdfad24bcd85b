#include "indexer/commands/served_snapshot.h"

#include "common/index/paths.h"

namespace tracuu {

Result<SnapshotOnDisk> FindSnapshot(const std::filesystem::path& index_dir,
                                    const std::string& id) {
  std::string chosen = id;
  if (chosen.empty()) {
    const Result<std::string> current = ReadCurrent(index_dir);
    if (!current) return current.error();
    chosen = *current;
  } else if (!IsSnapshotId(chosen)) {
    return Error{ErrorCode::kInvalidArgument,
                 "\"" + chosen + "\" is no snapshot id",
                 "`tracuu-index snapshots` lists them"};
  }
  SnapshotOnDisk found;
  found.dir = IndexPaths(index_dir).snapshot(chosen);
  Result<Manifest> manifest = ReadManifest(found.dir);
  if (!manifest) return manifest.error();
  found.manifest = std::move(*manifest);
  if (found.manifest.id != chosen) {
    return Error{ErrorCode::kCorrupt,
                 found.dir.string() + " holds the manifest of snapshot " +
                     found.manifest.id,
                 "build the index again"};
  }
  return found;
}

}  // namespace tracuu
