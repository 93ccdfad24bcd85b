#ifndef TRACUU_INDEXER_BUILD_PROGRESS_H_
#define TRACUU_INDEXER_BUILD_PROGRESS_H_

// How far a build has come. The build writes it, anybody may read it at any
// time from another thread.

#include <atomic>
#include <cstdint>

namespace tracuu {

enum class BuildPhase : std::uint8_t {
  kReading,     // Pages become articles in the spool.
  kCounting,    // Frequent syllables and facet values.
  kIndexing,    // Articles become documents in segments.
  kMerging,     // Segments become one database.
  kPublishing,  // Hashing, verifying, renaming.
};

struct BuildProgress {
  std::atomic<BuildPhase> phase{BuildPhase::kReading};
  std::atomic<std::uint64_t> bytes_total{0};  // Of the inputs, on disk.
  std::atomic<std::uint64_t> bytes_read{0};
  std::atomic<std::uint64_t> articles_read{0};
  std::atomic<std::uint64_t> rejected{0};
  std::atomic<std::uint64_t> articles_to_index{0};  // Known after counting.
  std::atomic<std::uint64_t> articles_indexed{0};
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_PROGRESS_H_
