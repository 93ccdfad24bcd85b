// Any XML tells the pages and times of a sitemap, or nothing; a second reading
// tells the same.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "indexer/readers/sitemap.h"

namespace {

using Pages = std::vector<std::pair<std::string, std::int64_t>>;

Pages ReadAll(const tracuu::InputFile& file) {
  Pages pages;
  const auto read = tracuu::ReadSitemap(
      file, [&](const std::string& url, std::int64_t seconds) {
        pages.emplace_back(url, seconds);
      });
  if (!read && read.error().message.find(file.source) != 0) std::abort();
  if (read && !*read && !pages.empty()) std::abort();
  return pages;
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("tracuu-fuzz-" + std::to_string(::getpid()) + ".xml");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!tracuu::WriteFile(path, bytes)) std::abort();
  const tracuu::InputFile file{path, "s.xml", size};
  const Pages pages = ReadAll(file);
  if (pages != ReadAll(file)) std::abort();
  if (pages.size() > size) std::abort();
  std::filesystem::remove(path);
  return 0;
}
