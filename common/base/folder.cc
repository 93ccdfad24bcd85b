#include "common/base/folder.h"

namespace tracuu {

namespace fs = std::filesystem;

std::error_code RemoveAllBut(const fs::path& dir,
                             const std::set<fs::path>& kept) {
  std::error_code failed;
  fs::directory_iterator entry(dir, failed);
  if (failed == std::errc::no_such_file_or_directory) return {};
  for (; !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    const fs::path path = entry->path();
    if (!kept.contains(path)) fs::remove_all(path, failed);
    if (failed) break;
  }
  return failed;
}

}  // namespace tracuu
