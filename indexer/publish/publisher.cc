#include "indexer/publish/publisher.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/index/copies_file.h"
#include "common/index/schema.h"
#include "indexer/publish/retention.h"
#include "indexer/publish/verifier.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string FormatUtc(std::time_t time, const char* format) {
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  char text[32];
  const std::size_t size = std::strftime(text, sizeof text, format, &utc);
  return {text, size};
}

// The second that an id names.
std::time_t TimeOf(const std::string& id) {
  std::tm utc{};
  ::strptime(id.c_str(), "%Y%m%dT%H%M%SZ", &utc);
  return ::timegm(&utc);
}

// Ids grow with each snapshot, also within one second and when the clock is
// set back: "newest" and "older" go by them.
Status SetIdAndTime(const IndexPaths& paths, Manifest* manifest) {
  std::time_t now =
      std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  const auto ids = ListSnapshots(paths);
  if (!ids) return ids.error();
  if (!ids->empty()) now = std::max(now, TimeOf(ids->front()) + 1);
  manifest->id =
      FormatUtc(now, "%Y%m%dT%H%M%SZ-") + manifest->content_digest.substr(0, 4);
  manifest->created = FormatUtc(now, "%Y-%m-%dT%H:%M:%SZ");
  return Ok{};
}

Result<ManifestFile> DescribeFile(const fs::path& path) {
  // First to the disk, then hashed: what is read back is what will be read.
  if (const Status synced = SyncPath(path); !synced) return synced.error();
  std::error_code failed;
  const auto bytes = fs::file_size(path, failed);
  if (failed) {
    return Error{ErrorCode::kIo,
                 "cannot stat " + path.string() + ": " + failed.message(), ""};
  }
  const Result<std::string> sha256 = Sha256OfFile(path);
  if (!sha256) return sha256.error();
  return ManifestFile{path.filename().string(), bytes, *sha256};
}

// Those that the manifest describes already are left as they are.
Status DescribeFiles(const fs::path& dir, Manifest* manifest) {
  std::vector<std::string_view> names(kSnapshotFiles.begin(),
                                      kSnapshotFiles.end());
  for (const std::string_view name : kChangesFiles) {
    if (fs::exists(dir / name)) names.push_back(name);
  }
  for (const std::string_view name : names) {
    const bool known = std::any_of(
        manifest->files.begin(), manifest->files.end(),
        [&](const ManifestFile& file) { return file.name == name; });
    if (known) continue;
    auto file = DescribeFile(dir / name);
    if (!file) return file.error();
    manifest->files.push_back(std::move(*file));
  }
  return Ok{};
}

// Everything a server will do before it serves the folder.
Status VerifyStaged(const fs::path& dir, const Manifest& manifest) {
  const Result<Manifest> read = ReadManifest(dir);
  if (!read) return read.error();
  const Status sizes = VerifySnapshot(dir, *read, VerifyDepth::kSizes);
  if (!sizes) return sizes;
  const auto copies = ReadCopies(dir / kCopiesFile, manifest.documents);
  if (!copies) return copies.error();
  const auto faults =
      CheckDatabases(dir, manifest.documents, DatabaseCheck::kSample);
  if (!faults) return faults.error();
  if (faults->empty()) return Ok{};
  return Error{
      ErrorCode::kCorrupt,
      "the new database is wrong and is not published: " + faults->front(),
      "check the disk and run again"};
}

Status Rename(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) == 0) return Ok{};
  return Error{ErrorCode::kIo,
               "cannot rename " + from.string() + " to " + to.string() + ": " +
                   std::generic_category().message(errno),
               ""};
}

// Moves the folder to its place and makes both ends durable.
Status MoveIntoPlace(const IndexPaths& paths, const fs::path& staged_dir,
                     const std::string& id) {
  std::error_code failed;
  fs::create_directories(paths.snapshots(), failed);
  if (failed) {
    return Error{
        ErrorCode::kIo,
        "cannot create " + paths.snapshots().string() + ": " + failed.message(),
        ""};
  }
  Status status = Rename(staged_dir, paths.snapshot(id));
  if (status) status = SyncPath(paths.snapshots());
  if (status) status = SyncPath(paths.dir());
  return status;
}

}  // namespace

Result<std::string> PublishSnapshot(const IndexPaths& paths,
                                    const fs::path& staged_dir,
                                    Manifest manifest) {
  manifest.schema = kSchemaVersion;
  Status status = SetIdAndTime(paths, &manifest);
  if (status) status = DescribeFiles(staged_dir, &manifest);
  if (status) {
    status = ReplaceFile(staged_dir / kManifestFile, FormatManifest(manifest));
  }
  if (status) status = VerifyStaged(staged_dir, manifest);
  if (status) status = MoveIntoPlace(paths, staged_dir, manifest.id);
  if (status) status = ReplaceFile(paths.current(), manifest.id + "\n");
  if (!status) return status.error();
  return manifest.id;
}

Status CheckReplaceable(const IndexPaths& paths) {
  const Result<std::string> current = ReadCurrent(paths.dir());
  if (!current) return Ok{};
  const Result<Manifest> manifest = ReadManifest(paths.snapshot(*current));
  if (!manifest && manifest.error().code == ErrorCode::kInvalidArgument) {
    return manifest.error();
  }
  return Ok{};
}

}  // namespace tracuu
