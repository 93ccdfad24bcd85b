#ifndef TRACUU_COMMON_BASE_FILE_H_
#define TRACUU_COMMON_BASE_FILE_H_

// Reading and replacing whole files, and making their names durable.
// All functions are thread-safe; errors name the path and the system's reason.

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"

namespace tracuu {

// Returns the bytes of the regular file `path`. Fails with kNotFound, kIo, or
// kTooLarge if it holds more than `max_bytes`; pipes and devices are refused
// with kInvalidArgument, because reading them may never end.
Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::size_t max_bytes = std::size_t{1} << 40);

// Writes `bytes` to the file `path`, replacing what was there; not synced, not
// atomic: for work in progress.
Status WriteFile(const std::filesystem::path& path, std::string_view bytes);

// Writes `bytes` to a new file beside `path`, syncs it, renames it to `path`
// and syncs the folder. A crash at any moment leaves the old content or the
// new, never a mixture.
Status ReplaceFile(const std::filesystem::path& path, std::string_view bytes);

// A file mapped into memory for reading. The system's page cache holds it, so
// it takes no memory of the process's own.
class MappedFile {
 public:
  // Fails as ReadFile() does. The file must not shrink while it is mapped:
  // the files of a snapshot never change.
  static Result<MappedFile> Open(const std::filesystem::path& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept
      : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  // Begins at a page. Valid as long as the object.
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

// Flushes a file, or the entries of a folder, to the disk.
Status SyncPath(const std::filesystem::path& path);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_FILE_H_
