#ifndef TRACUU_COMMON_BASE_OUTPUT_FILE_H_
#define TRACUU_COMMON_BASE_OUTPUT_FILE_H_

// The end of a file that was written as a stream, piece by piece. Nothing is
// synced.

#include <filesystem>
#include <fstream>

#include "common/base/result.h"

namespace tracuu {

// Closes `out`, which writes `path`. Fails with kIo, naming the path and the
// system's reason, if anything of it could not be written.
Status CloseWritten(const std::filesystem::path& path, std::ofstream* out);

// Where to write what is to appear as `path` only when it is whole.
std::filesystem::path Aside(const std::filesystem::path& path);

// Closes `out`, which writes Aside(path), and renames that to `path`. Fails as
// CloseWritten() does; then `path` stays as it was, and nothing lies aside.
Status CloseAside(const std::filesystem::path& path, std::ofstream* out);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_OUTPUT_FILE_H_
