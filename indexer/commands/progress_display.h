#ifndef TRACUU_INDEXER_COMMANDS_PROGRESS_DISPLAY_H_
#define TRACUU_INDEXER_COMMANDS_PROGRESS_DISPLAY_H_

// Shows how far a build has come while it runs.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/build/progress.h"

namespace tracuu {

enum class ProgressStyle : std::uint8_t {
  kNone,
  kBar,    // One line on standard error, rewritten in place.
  kLines,  // One JSON object a second on standard output.
};

// kLines if asked for; else kBar if standard error is a terminal.
ProgressStyle ChooseProgressStyle(bool json);

// Shows `progress` from a thread of its own until it is destroyed.
class ProgressDisplay {
 public:
  ProgressDisplay(const BuildProgress& progress, ProgressStyle style);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void Run(std::chrono::milliseconds interval);
  void ShowBar();
  void ShowLine();

  const BuildProgress& progress_;
  const ProgressStyle style_;
  const std::chrono::steady_clock::time_point start_;
  BuildPhase phase_ = BuildPhase::kReading;
  std::chrono::steady_clock::time_point phase_start_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
  std::thread thread_;
};

// "reading [######----]  61 %  312 articles/s  2:05 left" for a phase that
// began `elapsed` ago; phases without a measure show their name alone.
std::string FormatBar(const BuildProgress& progress,
                      std::chrono::duration<double> elapsed);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_PROGRESS_DISPLAY_H_
