// A WARC's bytes, plain and as one or more gzip members, give pages and
// rejections that say where they are from, and the reading ends.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "common/base/file.h"
#include "indexer/readers/reader.h"

namespace {

void ReadAll(const std::string& name, std::string_view bytes) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("tracuu-fuzz-" + std::to_string(::getpid()) + name);
  if (!tracuu::WriteFile(path, bytes)) std::abort();
  tracuu::ReadLimits limits;
  limits.max_page_bytes = std::size_t{1} << 20;
  const auto reader = tracuu::OpenReader({path, name, bytes.size()}, limits);
  // Each step takes bytes of the file, or is the last.
  for (std::size_t steps = 0;; ++steps) {
    const tracuu::ReadStep step = reader->Next();
    if (std::holds_alternative<tracuu::EndOfInput>(step)) break;
    if (steps > bytes.size() + 2) std::abort();
    if (const auto* page = std::get_if<tracuu::Page>(&step)) {
      if (page->url.empty() || page->id.empty()) std::abort();
      if (!page->source.starts_with(name + "@")) std::abort();
    } else {
      const auto& rejection = std::get<tracuu::Rejection>(step);
      if (rejection.code.empty() || rejection.message.empty()) std::abort();
      if (rejection.offset > bytes.size()) std::abort();
    }
  }
  std::filesystem::remove(path);
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadAll(bytes.starts_with("\x1F\x8B") ? "c.warc.gz" : "c.warc", bytes);
  return 0;
}
