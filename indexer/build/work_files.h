#ifndef TRACUU_INDEXER_BUILD_WORK_FILES_H_
#define TRACUU_INDEXER_BUILD_WORK_FILES_H_

// What of the work folder stays for a run that goes on (checkpoint.h).

#include <cstddef>
#include <filesystem>
#include <string>

namespace tracuu {

inline std::filesystem::path CheckpointFile(
    const std::filesystem::path& work_dir) {
  return work_dir / "checkpoint";
}
// What one worker has read.
inline std::filesystem::path ArticleSpool(const std::filesystem::path& work_dir,
                                          std::size_t worker) {
  return work_dir / ("articles-" + std::to_string(worker));
}
inline std::filesystem::path RejectionSpool(
    const std::filesystem::path& work_dir) {
  return work_dir / "rejected";
}
// Of the segments of all articles.
inline std::filesystem::path SegmentFolder(
    const std::filesystem::path& work_dir) {
  return work_dir / "segments";
}

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_WORK_FILES_H_
