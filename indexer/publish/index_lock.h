#ifndef TRACUU_INDEXER_PUBLISH_INDEX_LOCK_H_
#define TRACUU_INDEXER_PUBLISH_INDEX_LOCK_H_

// One program at a time may write below an index folder.

#include <filesystem>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// Holds DIR/LOCK while it lives. The kernel drops the lock with the process,
// however that ends, so nothing has to be cleaned up by hand. Readers take no
// lock.
class IndexLock {
 public:
  // Creates the folder and the file if needed. Fails with kUnavailable while
  // another process holds the lock, and with kIo if the folder cannot be
  // written.
  static Result<IndexLock> Acquire(const IndexPaths& paths);

  ~IndexLock();
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&&) = delete;

 private:
  explicit IndexLock(int fd) : fd_(fd) {}

  int fd_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_INDEX_LOCK_H_
