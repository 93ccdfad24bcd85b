#ifndef TRACUU_INDEXER_PUBLISH_STAGING_H_
#define TRACUU_INDEXER_PUBLISH_STAGING_H_

// DIR/staging, where a snapshot is made before anybody may see it.

#include <cstdint>
#include <filesystem>
#include <utility>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// What the folders are for.
enum class StagingUse : std::uint8_t {
  kIndexing,  // Takes up what a killed run has left in work_dir().
  kAside,     // Leaves that to the next run that indexes.
};

// The folders of one run. What an earlier one left behind is removed at the
// start, but for the work of a killed one; what this one leaves, at the end,
// unless it is killed. REQUIRES: the IndexLock is held as long as this lives.
class Staging {
 public:
  static Result<Staging> Create(const IndexPaths& paths,
                                StagingUse use = StagingUse::kIndexing);

  ~Staging();
  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;

  // For what is thrown away. May hold what a killed run has left.
  std::filesystem::path work_dir() const {
    return use_ == StagingUse::kIndexing ? KeptWork() : dir_ / "aside";
  }
  // For the files of the snapshot; publishing moves this folder.
  std::filesystem::path snapshot_dir() const { return dir_ / "snapshot"; }

 private:
  Staging(std::filesystem::path dir, StagingUse use)
      : dir_(std::move(dir)), use_(use) {}

  std::filesystem::path KeptWork() const { return dir_ / "work"; }

  std::filesystem::path dir_;  // Empty once moved from.
  StagingUse use_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_STAGING_H_
