#ifndef TRACUU_INDEXER_BUILD_PROGRESS_H_
#define TRACUU_INDEXER_BUILD_PROGRESS_H_

// How far a build has come. The build writes it, anybody may read it at any
// time from another thread.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

namespace tracuu {

enum class BuildPhase : std::uint8_t {
  kReading,     // Pages become articles in the spool.
  kCarrying,    // Articles of the served snapshot join them (update only).
  kComparing,   // Near-duplicates are found.
  kCounting,    // Frequent syllables and facet values.
  kIndexing,    // Articles become documents in segments.
  kMerging,     // Segments become one database.
  kPublishing,  // Hashing, verifying, renaming.
};

// "reading" …
const char* PhaseName(BuildPhase phase);

struct BuildProgress {
  std::atomic<BuildPhase> phase{BuildPhase::kReading};
  std::atomic<std::uint64_t> bytes_total{0};  // Of the inputs, on disk.
  std::atomic<std::uint64_t> bytes_read{0};
  std::atomic<std::uint64_t> articles_read{0};
  std::atomic<std::uint64_t> rejected{0};
  std::atomic<std::uint64_t> articles_to_carry{0};  // Known after reading.
  std::atomic<std::uint64_t> articles_carried{0};
  std::atomic<std::uint64_t> articles_to_index{0};  // Known after counting.
  std::atomic<std::uint64_t> articles_indexed{0};
};

// Sets the phase of a BuildProgress and measures how long each one took. Used
// by one thread.
class PhaseClock {
 public:
  explicit PhaseClock(BuildProgress* progress) : progress_(progress) {}

  // Ends the phase that runs and begins `phase`.
  void Enter(BuildPhase phase);
  // Ends the phase that runs. Seconds of each phase by its name.
  std::map<std::string, double> Finish();

 private:
  void Account();

  BuildProgress* progress_;
  std::chrono::steady_clock::time_point begin_ =
      std::chrono::steady_clock::now();
  std::map<std::string, double> seconds_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_PROGRESS_H_
