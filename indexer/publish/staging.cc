#include "indexer/publish/staging.h"

#include <system_error>
#include <utility>

namespace tracuu {

namespace fs = std::filesystem;

Result<Staging> Staging::Create(const IndexPaths& paths, StagingUse use) {
  Staging staging(paths.staging(), use);
  std::error_code failed = staging.RemoveAllBut(staging.KeptWork());
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
    RemoveAllBut(KeptWork());
    fs::remove(dir_, ignored);  // If empty.
    return;
  }
  // Takes the name away first: work half removed must not look whole.
  fs::rename(KeptWork(), dir_ / "removed", ignored);
  fs::remove_all(dir_, ignored);
}

std::error_code Staging::RemoveAllBut(const fs::path& kept) const {
  std::error_code failed;
  fs::directory_iterator entry(dir_, failed);
  if (failed == std::errc::no_such_file_or_directory) return {};
  for (; !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    const fs::path path = entry->path();
    if (path != kept) fs::remove_all(path, failed);
    if (failed) break;
  }
  return failed;
}

}  // namespace tracuu
