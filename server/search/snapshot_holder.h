#ifndef TRACUU_SERVER_SEARCH_SNAPSHOT_HOLDER_H_
#define TRACUU_SERVER_SEARCH_SNAPSHOT_HOLDER_H_

// Holds the snapshot that new requests use. A request keeps the pointer it was
// given, so a snapshot stays open until its last reader is done with it,
// however often another takes its place meanwhile. Thread-safe.

#include <memory>
#include <mutex>
#include <string>

#include "server/search/snapshot.h"

namespace tracuu {

class SnapshotHolder {
 public:
  // Null while nothing can be served.
  std::shared_ptr<const Snapshot> Current() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  // Null withdraws what was served.
  void Replace(std::shared_ptr<const Snapshot> next) {
    // The old one, if this was its last owner, closes outside the lock.
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> current_;  // Guarded by mutex_.
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SNAPSHOT_HOLDER_H_
