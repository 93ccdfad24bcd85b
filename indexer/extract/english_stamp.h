#ifndef TRACUU_INDEXER_EXTRACT_ENGLISH_STAMP_H_
#define TRACUU_INDEXER_EXTRACT_ENGLISH_STAMP_H_

// Stamps that a content system prints in American order whatever the language
// of the site: "12/28/2021 2:05 PM" (SharePoint), "Tue, 12/28/2021 - 14:05"
// (Drupal). Every other date is day first, so such a stamp is believed only
// where the order shows: by a second number above twelve in it or in other
// stamps of the page, by the weekday beside it, or by the day of the news,
// which it must follow.

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/domain/date.h"

namespace tracuu::extract {

struct EnglishStamp {
  Date date;
  std::int16_t minute_of_day = -1;
  std::uint32_t begin = 0;  // Byte range in the text.
  std::uint32_t end = 0;
  bool proven = false;   // By its own numbers, not by those of other stamps.
  bool ordered = false;  // By them or by those of other stamps of the page.
  bool english_time = false;  // "2:05 PM": the order may be American.
};

// The stamp in text[begin, end), read month first; `text` is the whole page's.
// Nothing if that gives no day, or if the page shows the other order.
std::optional<EnglishStamp> FindEnglishStamp(std::string_view text,
                                             std::uint32_t begin,
                                             std::uint32_t end);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_ENGLISH_STAMP_H_
