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
  return std::unique_ptr<Spool>(new Spool(std::move(path), fd, 0));
}

Result<std::unique_ptr<Spool>> Spool::Reopen(std::filesystem::path path,
                                             std::uint64_t size) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) return SystemError("cannot open", path);
  // From here on the file is removed if it is of no use.
  std::unique_ptr<Spool> spool(new Spool(std::move(path), fd, size));
  const off_t end = ::lseek(fd, 0, SEEK_END);
  if (end < 0) return SystemError("cannot seek in", spool->path_);
  if (static_cast<std::uint64_t>(end) < size) return spool->EndsTooEarly();
  const auto kept = static_cast<off_t>(size);
  if (::ftruncate(fd, kept) != 0 || ::lseek(fd, kept, SEEK_SET) < 0) {
    return SystemError("cannot shorten", spool->path_);
  }
  return spool;
}

Spool::Spool(std::filesystem::path path, int fd, std::uint64_t written)
    : path_(std::move(path)), fd_(fd), written_(written) {
  buffer_.reserve(kBufferBytes);
}

Spool::~Spool() {
  ::close(fd_);
  ::unlink(path_.c_str());
}

Result<std::uint64_t> Spool::Append(std::string_view bytes) {
  const std::uint64_t offset = size();
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

Error Spool::EndsTooEarly() const {
  return {ErrorCode::kCorrupt, path_.string() + " ends too early", ""};
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
      return EndsTooEarly();
    }
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

}  // namespace tracuu
