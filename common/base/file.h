#ifndef TRACUU_COMMON_BASE_FILE_H_
#define TRACUU_COMMON_BASE_FILE_H_

// Reading and replacing whole files, and making their names durable.
// All functions are thread-safe; errors name the path and the system's reason.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

// Returns the bytes of the regular file `path`. Fails with kNotFound, kIo, or
// kTooLarge if it holds more than `max_bytes`; pipes and devices are refused
// with kInvalidArgument, because reading them may never end.
Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::size_t max_bytes = std::size_t{1} << 40);

// Writes `bytes` to a new file beside `path`, syncs it, renames it to `path`
// and syncs the folder. A crash at any moment leaves the old content or the
// new, never a mixture.
Status ReplaceFile(const std::filesystem::path& path, std::string_view bytes);

// Flushes a file, or the entries of a folder, to the disk.
Status SyncPath(const std::filesystem::path& path);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_FILE_H_
