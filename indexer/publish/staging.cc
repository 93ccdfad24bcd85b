#include "indexer/publish/staging.h"

#include <system_error>
#include <utility>

namespace tracuu {

Result<Staging> Staging::Create(const IndexPaths& paths) {
  std::error_code failed;
  std::filesystem::remove_all(paths.staging(), failed);
  Staging staging(paths.staging());
  for (const auto& dir : {staging.work_dir(), staging.snapshot_dir()}) {
    if (!failed) std::filesystem::create_directories(dir, failed);
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
    : dir_(std::exchange(other.dir_, {})) {}

Staging::~Staging() {
  if (dir_.empty()) return;
  std::error_code ignored;  // The next build tries again, and says why not.
  std::filesystem::remove_all(dir_, ignored);
}

}  // namespace tracuu
