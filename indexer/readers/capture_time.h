#ifndef TRACUU_INDEXER_READERS_CAPTURE_TIME_H_
#define TRACUU_INDEXER_READERS_CAPTURE_TIME_H_

// When a page was fetched, as a number that can be compared. Crawlers write
// ISO 8601 with or without zone (Heritrix and wget: UTC; Scrapy: UTC without
// saying so) or seconds since 1970.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

// Seconds since 1970-01-01 UTC of "2024-05-01T10:00:00Z",
// "…10:00:00.123+07:00", "2024-05-01 10:00", "2024-05-01" (midnight),
// "1714532400", "1714532400.5" or the same in milliseconds. What names no zone
// is taken for UTC. Nothing if it is none of these. Thread-safe.
std::optional<std::int64_t> CaptureSeconds(std::string_view text);

// "2024-05-01T10:00:00Z". REQUIRES: of the years 1970 to 9999.
std::string FormatCapture(std::int64_t seconds);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_CAPTURE_TIME_H_
