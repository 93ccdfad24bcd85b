#include "indexer/build/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

Error SystemError(const char* what, const std::filesystem::path& path) {
  const int code = errno;
  return {ErrorCode::kIo,
          std::string(what) + " " + path.string() + ": " +
              std::generic_category().message(code),
          code == ENOSPC ? "free disk space and run again" : ""};
}

}  // namespace

Result<std::unique_ptr<Spool>> Spool::Create(std::filesystem::path path) {
  const int fd =
      ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return SystemError("cannot create", path);
  return std::unique_ptr<Spool>(new Spool(std::move(path), fd));
}

Spool::Spool(std::filesystem::path path, int fd)
    : path_(std::move(path)), fd_(fd) {
  buffer_.reserve(kBufferBytes);
}

Spool::~Spool() {
  ::close(fd_);
  ::unlink(path_.c_str());
}

Result<std::uint64_t> Spool::Append(std::string_view bytes) {
  const std::uint64_t offset = written_ + buffer_.size();
  buffer_ += bytes;
  if (buffer_.size() >= kBufferBytes) {
    if (const Status status = Flush(); !status) return status.error();
  }
  return offset;
}

Status Spool::Flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t n = ::write(fd_, left.data(), left.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return SystemError("cannot write", path_);
    left.remove_prefix(static_cast<std::size_t>(n));
  }
  written_ += buffer_.size();
  buffer_.clear();
  return Ok{};
}

Result<std::string> Spool::Read(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t n = ::pread(fd_, bytes.data() + done, size - done,
                              static_cast<off_t>(offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return SystemError("cannot read", path_);
    if (n == 0) {
      return Error{ErrorCode::kCorrupt, path_.string() + " ends too early", ""};
    }
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

}  // namespace tracuu
