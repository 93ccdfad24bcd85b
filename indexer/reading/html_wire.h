#ifndef TRACUU_INDEXER_READING_HTML_WIRE_H_
#define TRACUU_INDEXER_READING_HTML_WIRE_H_

// The messages between HtmlSandbox and its child, over one socket:
//
//   child → parent   HtmlReplyHeader without a page: "I am here", once
//   parent → child   HtmlRequestHeader, then `html_bytes` bytes of HTML
//   child → parent   HtmlReplyHeader, then `page_bytes` bytes of page
//
// Integers are in the machine's order: both ends are the same program. The
// parent trusts nothing it gets: the child has met hostile markup.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/reading/html_page.h"

namespace tracuu {

inline constexpr std::uint32_t kHtmlWireMagic = 0x54524331;  // "TRC1"

struct HtmlRequestHeader {
  std::uint32_t magic = kHtmlWireMagic;
  std::uint32_t max_seconds = 0;  // After which the child ends itself.
  std::uint64_t max_memory_bytes = 0;
  std::uint64_t html_bytes = 0;
};

struct HtmlReplyHeader {
  std::uint32_t magic = kHtmlWireMagic;
  std::uint32_t reserved = 0;
  std::uint64_t page_bytes = 0;
};

std::string EncodeHtmlPage(const HtmlPage& page);

// Nothing if the bytes are not a whole, well-formed page.
std::optional<HtmlPage> DecodeHtmlPage(std::string_view bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_WIRE_H_
