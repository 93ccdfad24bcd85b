// A record is a page with a key and content, of a line of UTF-8, or a rejection
// inside the line.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "common/text/utf8.h"
#include "indexer/readers/json_record.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const auto parsed = tracuu::ParseJsonRecord(line, {});
  if (const auto* page = std::get_if<tracuu::Page>(&parsed)) {
    if (page->content.empty() || (page->id.empty() && page->url.empty())) {
      std::abort();
    }
    if (tracuu::FirstInvalidUtf8(line)) std::abort();
  } else {
    const auto& rejection = std::get<tracuu::Rejection>(parsed);
    if (rejection.code.empty() || rejection.offset > size) std::abort();
  }
  return 0;
}
