#include "server/search/snapshot_watcher.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

#include "common/base/log.h"
#include "common/index/manifest.h"

namespace tracuu {
namespace {

// A refused snapshot is tried again after this long: it may have been refused
// for want of memory or descriptors.
constexpr std::chrono::seconds kRetryAfter{10};

std::uint64_t TotalBytes(const Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const ManifestFile& file : manifest.files) bytes += file.bytes;
  return bytes;
}

}  // namespace

SnapshotWatcher::SnapshotWatcher(std::filesystem::path index_dir,
                                 SnapshotHolder* holder,
                                 std::chrono::milliseconds period)
    : index_dir_(std::move(index_dir)), holder_(holder), period_(period) {
  Look(true);
  thread_ = std::thread([this] { Run(); });
}

SnapshotWatcher::~SnapshotWatcher() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SnapshotWatcher::Nudge() {
  {
    const std::lock_guard lock(mutex_);
    nudged_ = true;
  }
  wake_.notify_one();
}

void SnapshotWatcher::Run() {
  while (true) {
    if (unverified_) {
      const auto snapshot = std::exchange(unverified_, nullptr);
      const Status whole = VerifySnapshot(snapshot->dir(), snapshot->manifest(),
                                          VerifyDepth::kHashes);
      if (!whole) {
        holder_->Replace(nullptr);
        Refuse(snapshot->manifest().id, whole.error());
      }
    }
    bool again = false;
    {
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, period_, [&] { return stop_ || nudged_; });
      if (stop_) return;
      again = std::exchange(nudged_, false);
    }
    Look(again);
  }
}

void SnapshotWatcher::Look(bool again) {
  const auto id = ReadCurrent(index_dir_);
  if (!id) {
    if (std::exchange(problem_, id.error().message) != id.error().message) {
      spdlog::warn("index={} problem=\"{}\"", Printable(index_dir_.string()),
                   Printable(id.error().message));
    }
    return;
  }
  const auto current = holder_->Current();
  if (current && current->manifest().id == *id) return;
  const bool rest =
      std::chrono::steady_clock::now() < refused_at_ + kRetryAfter;
  if (*id == refused_ && rest && !again) return;
  try {
    Open(*id);
  } catch (const std::exception& error) {  // Out of memory, descriptors.
    Refuse(*id, {ErrorCode::kIo, error.what(), ""});
  }
}

void SnapshotWatcher::Open(const std::string& id) {
  auto snapshot = Snapshot::Open(index_dir_, VerifyDepth::kSizes);
  if (!snapshot) return Refuse(id, snapshot.error());
  const bool serves_already = holder_->Current() != nullptr;
  const bool small = TotalBytes((*snapshot)->manifest()) <= kVerifyFirstBytes;
  if (!serves_already && !small) {
    unverified_ = *snapshot;
    return Serve(*std::move(snapshot));
  }
  const Status whole = VerifySnapshot(
      (*snapshot)->dir(), (*snapshot)->manifest(), VerifyDepth::kHashes);
  if (!whole) return Refuse(id, whole.error());
  Serve(*std::move(snapshot));
}

void SnapshotWatcher::Serve(std::shared_ptr<const Snapshot> snapshot) {
  spdlog::info("event=serving snapshot={} documents={}",
               snapshot->manifest().id, snapshot->documents());
  refused_.clear();
  problem_.clear();
  holder_->Replace(std::move(snapshot));
}

void SnapshotWatcher::Refuse(const std::string& id, const Error& error) {
  refused_ = id;
  refused_at_ = std::chrono::steady_clock::now();
  if (std::exchange(problem_, error.message) == error.message) return;
  spdlog::error("event=refused snapshot={} problem=\"{}\" remedy=\"{}\"",
                Printable(id), Printable(error.message), Printable(error.hint));
}

}  // namespace tracuu
