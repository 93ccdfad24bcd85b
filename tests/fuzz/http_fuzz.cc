// An HTTP response has a head that lies in it, and a body within its limit.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/readers/header_fields.h"
#include "indexer/readers/http_body.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  constexpr std::size_t kMaxBytes = std::size_t{1} << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto head = tracuu::ParseHttpHead(bytes);
  if (!head) return 0;
  if (head->size > size || head->status < 100 || head->status > 999) {
    std::abort();
  }
  const auto body = tracuu::DecodeHttpBody(
      *head, std::string(bytes.substr(head->size)), kMaxBytes);
  if (body && body->size() > kMaxBytes) std::abort();
  return 0;
}
