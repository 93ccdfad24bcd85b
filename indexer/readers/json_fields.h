#ifndef TRACUU_INDEXER_READERS_JSON_FIELDS_H_
#define TRACUU_INDEXER_READERS_JSON_FIELDS_H_

// The fields of a JSON record that json_record.h lists, as strings, before
// anybody says what they mean.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/readers/page.h"

namespace tracuu {

enum class JsonField : std::uint8_t {
  kId,
  kUrl,
  kText,
  kHtml,
  kBody,
  kContent,
  kTitle,
  kPublished,
  kDate,
  kFetchedAt,
  kTimestamp,
  kCrawledAt,
  kScrapedAt,
  kProvince,
  kProvinces,
  kUnit,
  kUnits,
  kResolution,
  kResolutions,
  kYear,
  kPublisher,
};
inline constexpr std::size_t kJsonFieldCount =
    static_cast<std::size_t>(JsonField::kPublisher) + 1;

class JsonFields {
 public:
  // The values of a field, none of them empty: one of a string or number, those
  // of an array.
  std::vector<std::string>& operator[](JsonField field) {
    return values_[static_cast<std::size_t>(field)];
  }

 private:
  std::array<std::vector<std::string>, kJsonFieldCount> values_;
};

// Reads one line. A rejection ("bad-json", "bad-record", "not-utf8") has no
// source, and an offset counted from the start of `line`. Nesting beyond
// `max_depth` levels is "bad-json". Thread-safe.
std::variant<JsonFields, Rejection> ReadJsonFields(std::string_view line,
                                                   std::size_t max_depth);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_JSON_FIELDS_H_
