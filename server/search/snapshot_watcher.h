#ifndef TRACUU_SERVER_SEARCH_SNAPSHOT_WATCHER_H_
#define TRACUU_SERVER_SEARCH_SNAPSHOT_WATCHER_H_

// Switches to a snapshot when it is published. Looks at CURRENT twice a second
// and whenever told to; opens the new snapshot beside the old one, compares
// every byte with its manifest, and only then hands it to the holder. If it
// cannot be trusted, the old one stays and the log says why.
//
// The first snapshot of a large index is served as soon as its sizes are
// right, and its bytes are compared while it serves; it is withdrawn if they
// are wrong.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "server/search/snapshot_holder.h"

namespace tracuu {

class SnapshotWatcher {
 public:
  // Indexes up to this size are compared with their manifest before serving
  // (0.25 s); larger ones behind the first answers.
  static constexpr std::uint64_t kVerifyFirstBytes = std::uint64_t{64} << 20;

  // Looks once before it returns, so that a server with an index is ready at
  // once. `holder` must outlive the watcher.
  SnapshotWatcher(std::filesystem::path index_dir, SnapshotHolder* holder,
                  std::chrono::milliseconds period = kPeriod);
  ~SnapshotWatcher();
  SnapshotWatcher(const SnapshotWatcher&) = delete;
  SnapshotWatcher& operator=(const SnapshotWatcher&) = delete;

  // Looks at once, also at a snapshot that was refused before.
  void Nudge();

 private:
  static constexpr std::chrono::milliseconds kPeriod{500};

  void Run();
  // Compares CURRENT with what is served, and switches. `again`: also try what
  // was refused before.
  void Look(bool again);
  void Open(const std::string& id);
  void Serve(std::shared_ptr<const Snapshot> snapshot);
  void Refuse(const std::string& id, const Error& error);

  const std::filesystem::path index_dir_;
  SnapshotHolder* const holder_;
  const std::chrono::milliseconds period_;
  // Used by the constructor, then by the watching thread alone.
  std::string refused_;  // Id of a snapshot.
  std::chrono::steady_clock::time_point refused_at_;
  std::string problem_;                         // Logged already.
  std::shared_ptr<const Snapshot> unverified_;  // Serves; bytes unknown.

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;    // Guarded by mutex_.
  bool nudged_ = false;  // Guarded by mutex_.
  std::thread thread_;   // Last: starts when the rest is ready.
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SNAPSHOT_WATCHER_H_
