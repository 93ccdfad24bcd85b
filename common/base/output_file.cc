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

std::filesystem::path Aside(const std::filesystem::path& path) {
  std::filesystem::path aside = path;
  aside += ".new";
  return aside;
}

Status CloseAside(const std::filesystem::path& path, std::ofstream* out) {
  const std::filesystem::path aside = Aside(path);
  Status done = CloseWritten(aside, out);
  std::error_code failed;
  if (done) {
    std::filesystem::rename(aside, path, failed);
    if (!failed) return Ok{};
    done =
        Error{ErrorCode::kIo,
              "cannot replace " + path.string() + ": " + failed.message(), ""};
  }
  std::filesystem::remove(aside, failed);
  return done;
}

}  // namespace tracuu
