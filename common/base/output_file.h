#ifndef TRACUU_COMMON_BASE_OUTPUT_FILE_H_
#define TRACUU_COMMON_BASE_OUTPUT_FILE_H_

// The end of a file that was written as a stream, piece by piece.

#include <filesystem>
#include <fstream>

#include "common/base/result.h"

namespace tracuu {

// Closes `out`, which writes `path`. Fails with kIo, naming the path and the
// system's reason, if anything of it could not be written. Not synced.
Status CloseWritten(const std::filesystem::path& path, std::ofstream* out);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_OUTPUT_FILE_H_
