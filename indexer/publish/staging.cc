#include "indexer/publish/staging.h"

#include <system_error>
#include <utility>

#include "common/base/folder.h"

namespace tracuu {

namespace fs = std::filesystem;

Result<Staging> Staging::Create(const IndexPaths& paths, StagingUse use) {
  Staging staging(paths.staging(), use);
  std::error_code failed = RemoveAllBut(staging.dir_, {staging.KeptWork()});
  for (const auto& dir : {staging.work_dir(), staging.snapshot_dir()}) {
    if (!failed) fs::create_directories(dir, failed);
  }
  if (failed) {
    return Error{
        ErrorCode::kIo,
        "cannot prepare " + paths.staging().string() + ": " + failed.message(),
        "check the folder's owner and free space"};
  }
  return staging;
}

Staging::Staging(Staging&& other) noexcept
    : dir_(std::exchange(other.dir_, {})), use_(other.use_) {}

Staging::~Staging() {
  if (dir_.empty()) return;
  std::error_code ignored;  // The next run tries again, and says why not.
  if (use_ == StagingUse::kAside) {
    RemoveAllBut(dir_, {KeptWork()});
    fs::remove(dir_, ignored);  // If empty.
    return;
  }
  // Takes the name away first: work half removed must not look whole.
  fs::rename(KeptWork(), dir_ / "removed", ignored);
  fs::remove_all(dir_, ignored);
}

}  // namespace tracuu
