// Any XML gives the text of a document, whichever way it is cut, or an error.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/readers/docx_text.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  constexpr std::size_t kMaxBytes = std::size_t{1} << 16;
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  tracuu::DocxText whole(kMaxBytes);
  if (!whole.Add(xml)) return 0;
  const auto text = whole.Finish();
  if (!text) return 0;
  if (text->size() > kMaxBytes) std::abort();
  tracuu::DocxText pieces(kMaxBytes);
  if (!pieces.Add(xml.substr(0, size / 2))) std::abort();
  if (!pieces.Add(xml.substr(size / 2))) std::abort();
  const auto again = pieces.Finish();
  if (!again || *again != *text) std::abort();
  return 0;
}
