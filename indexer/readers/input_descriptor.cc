#include "indexer/readers/input_descriptor.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "common/base/log.h"

namespace tracuu {
namespace {

Error SystemError(const std::string& name, const char* what) {
  return {ErrorCode::kIo, name + ": " + what + ": " + std::strerror(errno),
          "check that the file exists and may be read"};
}

}  // namespace

InputDescriptor::~InputDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

Result<InputDescriptor> OpenInput(const InputFile& file) {
  const std::string name = Printable(file.source);
  // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
  InputDescriptor fd(
      ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (fd.get() < 0) return SystemError(name, "open");
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return SystemError(name, "stat");
  if (!S_ISREG(status.st_mode)) {
    return Error{ErrorCode::kInvalidArgument, name + ": not a regular file",
                 "pipes, devices and folders cannot be read as a page"};
  }
  fd.bytes_ = static_cast<std::uint64_t>(status.st_size);
  return fd;
}

Result<InputDescriptor> HoldInMemory(std::string_view bytes) {
  const std::string name = "a file in memory";
  InputDescriptor fd(::memfd_create("tracuu", MFD_CLOEXEC));
  if (fd.get() < 0) return SystemError(name, "open");
  fd.bytes_ = bytes.size();
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd.get(), bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return SystemError(name, "write");
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
  }
  if (::lseek(fd.get(), 0, SEEK_SET) != 0) return SystemError(name, "seek");
  return fd;
}

Result<std::size_t> ReadInput(const InputDescriptor& fd,
                              const std::string& name, char* buffer,
                              std::size_t size) {
  for (;;) {
    const ssize_t n = ::read(fd.get(), buffer, size);
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) return SystemError(name, "read");
  }
}

Result<std::size_t> ReadInputAt(const InputDescriptor& fd,
                                const std::string& name, std::uint64_t offset,
                                char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t n =
        ::pread(fd.get(), buffer, size, static_cast<off_t>(offset));
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) return SystemError(name, "read");
  }
}

}  // namespace tracuu
