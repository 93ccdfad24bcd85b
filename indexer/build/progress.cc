#include "indexer/build/progress.h"

#include <utility>

namespace tracuu {

const char* PhaseName(BuildPhase phase) {
  switch (phase) {
    case BuildPhase::kReading:
      return "reading";
    case BuildPhase::kCarrying:
      return "carrying over";
    case BuildPhase::kComparing:
      return "comparing";
    case BuildPhase::kCounting:
      return "counting";
    case BuildPhase::kIndexing:
      return "indexing";
    case BuildPhase::kMerging:
      return "merging";
    case BuildPhase::kPublishing:
      return "publishing";
  }
  return "";
}

void PhaseClock::Enter(BuildPhase phase) {
  Account();
  progress_->phase = phase;
}

std::map<std::string, double> PhaseClock::Finish() {
  Account();
  return std::move(seconds_);
}

void PhaseClock::Account() {
  const auto now = std::chrono::steady_clock::now();
  seconds_[PhaseName(progress_->phase)] +=
      std::chrono::duration<double>(now - begin_).count();
  begin_ = now;
}

}  // namespace tracuu
