#include "indexer/publish/rollback.h"

#include <optional>
#include <vector>

#include "common/base/file.h"
#include "common/index/manifest.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/verifier.h"

namespace tracuu {
namespace {

// Is the snapshot whole? Looks at every byte.
Status VerifyOld(const IndexPaths& paths, const std::string& id) {
  const auto dir = paths.snapshot(id);
  const Result<Manifest> manifest = ReadManifest(dir);
  if (!manifest) return manifest.error();
  if (manifest->id != id) {
    return Error{ErrorCode::kCorrupt,
                 dir.string() + " holds the manifest of " + manifest->id, ""};
  }
  const Status bytes = VerifySnapshot(dir, *manifest, VerifyDepth::kHashes);
  if (!bytes) return bytes;
  const auto faults =
      CheckDatabases(dir, manifest->documents, DatabaseCheck::kSample);
  if (!faults) return faults.error();
  if (faults->empty()) return Ok{};
  return Error{ErrorCode::kCorrupt, id + " is wrong: " + faults->front(),
               "choose another snapshot"};
}

Result<std::string> FindOlder(const IndexPaths& paths) {
  const Result<std::string> current = ReadCurrent(paths.dir());
  if (!current) return current.error();
  const auto ids = ListSnapshots(paths);
  if (!ids) return ids.error();
  std::optional<Error> refused;
  for (const std::string& id : *ids) {  // Newest first.
    if (id >= *current) continue;
    const Status whole = VerifyOld(paths, id);
    if (whole) return id;
    if (!refused) refused = whole.error();
  }
  if (refused) return *refused;
  return Error{ErrorCode::kNotFound,
               "no snapshot is older than the served one, " + *current,
               "`tracuu-index snapshots` lists what there is; --to ID takes "
               "any of them"};
}

Result<std::string> FindNamed(const IndexPaths& paths, const std::string& id) {
  if (!IsSnapshotId(id)) {
    return Error{ErrorCode::kInvalidArgument,
                 "\"" + id + "\" is no snapshot id",
                 "`tracuu-index snapshots` lists them"};
  }
  if (!std::filesystem::exists(paths.snapshot(id))) {
    return Error{ErrorCode::kNotFound,
                 paths.dir().string() + " holds no snapshot " + id,
                 "`tracuu-index snapshots` lists them"};
  }
  if (const Status whole = VerifyOld(paths, id); !whole) return whole.error();
  return id;
}

}  // namespace

Result<std::string> RollBack(const IndexPaths& paths, const std::string& id) {
  Result<std::string> chosen =
      id.empty() ? FindOlder(paths) : FindNamed(paths, id);
  if (!chosen) return chosen.error();
  const Status replaced = ReplaceFile(paths.current(), *chosen + "\n");
  if (!replaced) return replaced.error();
  return *chosen;
}

}  // namespace tracuu
