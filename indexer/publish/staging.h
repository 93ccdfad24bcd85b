#ifndef TRACUU_INDEXER_PUBLISH_STAGING_H_
#define TRACUU_INDEXER_PUBLISH_STAGING_H_

// DIR/staging, where a snapshot is made before anybody may see it.

#include <filesystem>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// The folders of one build. Whatever an earlier one left behind is removed at
// the start, and what this one leaves at the end. REQUIRES: the IndexLock is
// held as long as this lives.
class Staging {
 public:
  static Result<Staging> Create(const IndexPaths& paths);

  ~Staging();
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;

  // For what is thrown away.
  std::filesystem::path work_dir() const { return dir_ / "work"; }
  // For the files of the snapshot; publishing moves this folder.
  std::filesystem::path snapshot_dir() const { return dir_ / "snapshot"; }

 private:
  explicit Staging(std::filesystem::path dir) : dir_(std::move(dir)) {}

  std::filesystem::path dir_;  // Empty once moved from.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_STAGING_H_
