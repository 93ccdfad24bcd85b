#include "indexer/publish/retention.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <system_error>

#include "common/index/manifest.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Error Failed(const char* what, const fs::path& path,
             const std::error_code& reason) {
  return {ErrorCode::kIo,
          std::string(what) + " " + path.string() + ": " + reason.message(),
          "check the folder's owner"};
}

// The UTC second as the id spells it; ids so compare as their times do.
std::string SpellTime(std::chrono::system_clock::time_point time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &utc)};
}

// Takes the name away first: a snapshot half removed must not look like one.
Status RemoveSnapshot(const IndexPaths& paths, const std::string& id) {
  const fs::path doomed = paths.staging() / id;
  std::error_code failed;
  fs::create_directories(paths.staging(), failed);
  if (!failed) fs::rename(paths.snapshot(id), doomed, failed);
  if (!failed) fs::remove_all(doomed, failed);
  if (failed) return Failed("cannot remove", paths.snapshot(id), failed);
  return Ok{};
}

}  // namespace

Result<std::vector<std::string>> ListSnapshots(const IndexPaths& paths) {
  std::vector<std::string> ids;
  std::error_code failed;
  fs::directory_iterator entry(paths.snapshots(), failed);
  if (failed == std::errc::no_such_file_or_directory) return ids;
  for (; !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    std::string name = entry->path().filename().string();
    if (IsSnapshotId(name)) ids.push_back(std::move(name));
  }
  if (failed) return Failed("cannot list", paths.snapshots(), failed);
  std::sort(ids.begin(), ids.end(), std::greater<>());
  return ids;
}

Result<std::vector<std::string>> RemoveOldSnapshots(
    const IndexPaths& paths, std::size_t keep,
    std::chrono::system_clock::time_point now) {
  const auto ids = ListSnapshots(paths);
  if (!ids) return ids.error();
  const auto current = ReadCurrent(paths.dir());
  if (!current) return current.error();
  const std::string youngest_to_go = SpellTime(now - kMinSnapshotAge);
  std::vector<std::string> removed;
  for (std::size_t i = keep; i < ids->size(); ++i) {
    const std::string& id = (*ids)[i];
    if (id == *current || id >= youngest_to_go) continue;
    const Status status = RemoveSnapshot(paths, id);
    if (!status) return status.error();
    removed.push_back(id);
  }
  return removed;
}

}  // namespace tracuu
