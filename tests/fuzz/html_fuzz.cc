// What passes the look at the tags must be parsed and cross the wire whole,
// and the same bytes read as plain text must give blocks that lie in the text.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/reading/html_extract.h"
#include "indexer/reading/html_prescan.h"
#include "indexer/reading/html_wire.h"
#include "indexer/reading/read_page.h"

namespace {

void ReadAsHtml(std::string_view html) {
  if (!tracuu::PrescanHtml(html, {})) return;
  const std::string bytes =
      tracuu::EncodeHtmlPage(tracuu::ExtractHtmlPage(html));
  const auto page = tracuu::DecodeHtmlPage(bytes);
  if (!page || tracuu::EncodeHtmlPage(*page) != bytes) std::abort();
}

void ReadAsText(std::string_view text) {
  tracuu::HtmlSandbox unused;
  tracuu::Page page;
  page.content = text;
  const auto read = tracuu::ReadPage(std::move(page), unused);
  const auto* article = std::get_if<tracuu::Article>(&read);
  if (article == nullptr) return;
  std::uint32_t at = 0;
  for (const tracuu::Block& block : article->blocks) {
    if (block.begin < at || block.end < block.begin ||
        block.end > article->text.size()) {
      std::abort();
    }
    at = block.end;
  }
  if (article->title.empty()) std::abort();
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ReadAsHtml(text);
  ReadAsText(text);
  return 0;
}
