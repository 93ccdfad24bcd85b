#ifndef TRACUU_TESTS_SUPPORT_SHARED_DATA_H_
#define TRACUU_TESTS_SUPPORT_SHARED_DATA_H_

#include <cstdlib>
#include <filesystem>

namespace tracuu::test {

// Real crawled pages with gold labels lie beside the project, not in it
// (their texts are not ours to publish): `shared/` next to the project's
// folder, or where TRACUU_SHARED points. Tests that need them say so and pass
// when the folder is absent. Returns an empty path then.
inline std::filesystem::path SharedDir() {
  const char* set = std::getenv("TRACUU_SHARED");
  const std::filesystem::path dir =
      set != nullptr
          ? std::filesystem::path(set)
          : std::filesystem::path(TRACUU_SOURCE_DIR) / ".." / "shared";
  return std::filesystem::is_directory(dir) ? dir : std::filesystem::path();
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_SUPPORT_SHARED_DATA_H_
