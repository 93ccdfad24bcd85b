#include "indexer/publish/index_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

Error Refused(const char* what, const std::filesystem::path& path, int code) {
  return {ErrorCode::kIo,
          std::string(what) + " " + path.string() + ": " +
              std::generic_category().message(code),
          "name a folder with --index that this user may write"};
}

}  // namespace

Result<IndexLock> IndexLock::Acquire(const IndexPaths& paths) {
  std::error_code failed;
  std::filesystem::create_directories(paths.dir(), failed);
  if (failed) return Refused("cannot create", paths.dir(), failed.value());
  const int fd =
      ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) return Refused("cannot open", paths.lock(), errno);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    const int code = errno;
    ::close(fd);
    if (code != EWOULDBLOCK) return Refused("cannot lock", paths.lock(), code);
    return Error{ErrorCode::kUnavailable,
                 "another program is writing " + paths.dir().string(),
                 "wait until it ends, then run again"};
  }
  return IndexLock(fd);
}

IndexLock::IndexLock(IndexLock&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

IndexLock::~IndexLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace tracuu
