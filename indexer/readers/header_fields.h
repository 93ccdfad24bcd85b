#ifndef TRACUU_INDEXER_READERS_HEADER_FIELDS_H_
#define TRACUU_INDEXER_READERS_HEADER_FIELDS_H_

// "Name: value" lines as HTTP and WARC have them, and the head of an HTTP
// response. Tolerant as browsers are: crawls keep what servers sent, right or
// wrong. Thread-safe.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct HeaderField {
  std::string name;   // Lower case.
  std::string value;  // Without blanks around it; folded lines are joined.
};

// Reads the lines of `head`, which end in CRLF or LF, up to an empty one.
// Lines without a colon are passed over.
std::vector<HeaderField> ParseHeaderFields(std::string_view head);

// The value of the first field of that (lower-case) name; empty if none.
std::string_view FieldValue(const std::vector<HeaderField>& fields,
                            std::string_view name);

// Where the empty line that ends a head is, just behind it; nothing if `bytes`
// has none.
std::optional<std::size_t> HeadSize(std::string_view bytes);

// "Text/HTML; charset=\"UTF-8\"" → "text/html", "utf-8".
struct MediaType {
  std::string type;     // Lower case; empty if there is none.
  std::string charset;  // Lower case; empty if not stated.
};
MediaType ParseMediaType(std::string_view value);

struct HttpHead {
  std::size_t size = 0;  // Bytes up to the body.
  int status = 0;        // 100 to 999.
  MediaType media;
  // Transfer codings, then content codings, as they were applied: the last is
  // to be undone first. Lower case; "identity" is left out.
  std::vector<std::string> transfer_codings;
  std::vector<std::string> content_codings;
};

// Reads the head of an HTTP response. Nothing if `bytes` does not begin with
// one that ends.
std::optional<HttpHead> ParseHttpHead(std::string_view bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_HEADER_FIELDS_H_
