#include "common/base/output_file.h"

#include <cerrno>
#include <system_error>

namespace tracuu {

Status CloseWritten(const std::filesystem::path& path, std::ofstream* out) {
  out->close();
  if (*out) return Ok{};
  return Error{ErrorCode::kIo,
               "cannot write " + path.string() + ": " +
                   std::generic_category().message(errno),
               "free disk space and run again"};
}

}  // namespace tracuu
