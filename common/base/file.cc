#include "common/base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace tracuu {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

Error SystemError(const char* what, const std::filesystem::path& path) {
  const int code = errno;
  return {code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
          std::string(what) + " " + path.string() + ": " +
              std::generic_category().message(code),
          code == ENOSPC ? "free disk space and run again" : ""};
}

Status WriteAll(int fd, std::string_view bytes,
                const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return SystemError("cannot write", path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return Ok{};
}

// O_NONBLOCK: opening a pipe that nobody writes to must not hang.
Descriptor OpenToRead(const std::filesystem::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

// The size of an opened regular file. To be asked right after opening it.
Result<std::size_t> RegularSize(const Descriptor& file,
                                const std::filesystem::path& path) {
  if (file.get() < 0) return SystemError("cannot open", path);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return SystemError("cannot stat", path);
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kInvalidArgument,
                 path.string() + " is not a regular file", ""};
  }
  return static_cast<std::size_t>(info.st_size);
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::size_t max_bytes) {
  const Descriptor file = OpenToRead(path);
  const auto size = RegularSize(file, path);
  if (!size) return size.error();
  std::string bytes;
  bytes.reserve(*size + 1);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(file.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return SystemError("cannot read", path);
    if (n == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(n) > max_bytes) {
      return Error{ErrorCode::kTooLarge,
                   path.string() + " is larger than " +
                       std::to_string(max_bytes) + " bytes",
                   ""};
    }
    bytes.append(buffer, static_cast<std::size_t>(n));
  }
}

Result<MappedFile> MappedFile::Open(const std::filesystem::path& path) {
  const Descriptor file = OpenToRead(path);
  const auto size = RegularSize(file, path);
  if (!size) return size.error();
  MappedFile mapped;
  if (*size == 0) return mapped;  // mmap() refuses to map nothing.
  void* const start =
      ::mmap(nullptr, *size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (start == MAP_FAILED) return SystemError("cannot map", path);
  mapped.bytes_ = {static_cast<const std::byte*>(start), *size};
  return mapped;
}

MappedFile::~MappedFile() {
  if (bytes_.empty()) return;
  ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Status SyncPath(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return SystemError("cannot open", path);
  if (::fsync(file.get()) != 0) return SystemError("cannot sync", path);
  return Ok{};
}

Status WriteFile(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return SystemError("cannot create", path);
  return WriteAll(file.get(), bytes, path);
}

Status ReplaceFile(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path staged = path.string() + ".tmp";
  {
    const Descriptor file(
        ::open(staged.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) return SystemError("cannot create", staged);
    if (Status wrote = WriteAll(file.get(), bytes, staged); !wrote) {
      ::unlink(staged.c_str());
      return wrote;
    }
    if (::fsync(file.get()) != 0) return SystemError("cannot sync", staged);
  }
  if (::rename(staged.c_str(), path.c_str()) != 0) {
    return SystemError("cannot rename to", path);
  }
  const auto folder = path.parent_path();
  return SyncPath(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace tracuu
