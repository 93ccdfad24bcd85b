#include "indexer/commands/progress_display.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

constexpr std::size_t kBarWidth = 30;

// How much of a phase is done, and in articles, for the rate.
struct Measure {
  std::uint64_t done = 0;
  std::uint64_t total = 0;  // 0: unknown.
  std::uint64_t articles = 0;
};

Measure MeasureOf(const BuildProgress& progress) {
  if (progress.phase == BuildPhase::kReading) {
    return {progress.bytes_read, progress.bytes_total, progress.articles_read};
  }
  if (progress.phase == BuildPhase::kCarrying) {
    return {progress.articles_carried, progress.articles_to_carry,
            progress.articles_carried};
  }
  if (progress.phase == BuildPhase::kIndexing) {
    return {progress.articles_indexed, progress.articles_to_index,
            progress.articles_indexed};
  }
  return {};
}

std::string FormatTime(double seconds) {
  const auto whole = static_cast<long>(seconds);
  char text[32];
  std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

}  // namespace

std::string FormatBar(const BuildProgress& progress,
                      std::chrono::duration<double> elapsed) {
  std::string line = PhaseName(progress.phase);
  const Measure measure = MeasureOf(progress);
  if (measure.total == 0) return line + " …";
  const double share = std::min(1.0, static_cast<double>(measure.done) /
                                         static_cast<double>(measure.total));
  const auto filled = static_cast<std::size_t>(share * kBarWidth);
  line += " [" + std::string(filled, '#') +
          std::string(kBarWidth - filled, '-') + "] " +
          std::to_string(static_cast<int>(share * 100)) + " %";
  const double seconds = elapsed.count();
  // The first moments say nothing about the rate.
  if (seconds < 1 || share <= 0) return line;
  const double rate = static_cast<double>(measure.articles) / seconds;
  line += "  " + std::to_string(static_cast<long>(rate)) + " articles/s  " +
          FormatTime(seconds * (1 - share) / share) + " left";
  if (const auto rejected = progress.rejected.load(); rejected > 0) {
    line += "  " + std::to_string(rejected) + " rejected";
  }
  return line;
}

ProgressStyle ChooseProgressStyle(bool json) {
  if (json) return ProgressStyle::kLines;
  return ::isatty(STDERR_FILENO) == 1 ? ProgressStyle::kBar
                                      : ProgressStyle::kNone;
}

ProgressDisplay::ProgressDisplay(const BuildProgress& progress,
                                 ProgressStyle style)
    : progress_(progress),
      style_(style),
      start_(std::chrono::steady_clock::now()),
      phase_start_(start_) {
  if (style == ProgressStyle::kNone) return;
  const std::chrono::milliseconds interval(style == ProgressStyle::kBar ? 250
                                                                        : 1000);
  thread_ = std::thread([this, interval] { Run(interval); });
}

ProgressDisplay::~ProgressDisplay() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_all();
  thread_.join();
  if (style_ == ProgressStyle::kBar) std::fputs("\r\033[K", stderr);
}

void ProgressDisplay::Run(std::chrono::milliseconds interval) {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, interval, [this] { return stop_; })) {
    if (style_ == ProgressStyle::kBar) {
      ShowBar();
    } else {
      ShowLine();
    }
  }
}

void ProgressDisplay::ShowBar() {
  const auto now = std::chrono::steady_clock::now();
  if (progress_.phase != phase_) {
    phase_ = progress_.phase;
    phase_start_ = now;
  }
  // The escape clears what a longer line left behind.
  std::fprintf(stderr, "\r%s\033[K",
               FormatBar(progress_, now - phase_start_).c_str());
  std::fflush(stderr);
}

void ProgressDisplay::ShowLine() {
  const std::chrono::duration<double> elapsed =
      std::chrono::steady_clock::now() - start_;
  const nlohmann::ordered_json line = {
      {"event", "progress"},
      {"phase", PhaseName(progress_.phase)},
      {"seconds", elapsed.count()},
      {"bytes_read", progress_.bytes_read.load()},
      {"bytes_total", progress_.bytes_total.load()},
      {"articles_read", progress_.articles_read.load()},
      {"rejected", progress_.rejected.load()},
      {"articles_carried", progress_.articles_carried.load()},
      {"articles_to_carry", progress_.articles_to_carry.load()},
      {"articles_indexed", progress_.articles_indexed.load()},
      {"articles_to_index", progress_.articles_to_index.load()}};
  std::puts(line.dump().c_str());
  std::fflush(stdout);
}

}  // namespace tracuu
