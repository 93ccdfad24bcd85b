#ifndef TRACUU_INDEXER_READING_STAMP_LINE_H_
#define TRACUU_INDEXER_READING_STAMP_LINE_H_

// Lines that say when something was published. What such a line looks like
// says how far it may be believed; where it stands on the page decides whether
// it is the article's (stamp_finder.h).

#include <cstdint>
#include <string_view>

#include "common/text/analyze.h"

namespace tracuu {

enum class StampShape : std::uint8_t {
  kNone,
  // A short line, no sentence, that has a date among other words: "[23/06/2022
  // - 09:02] [Đăng bởi: …]", "Tin tức | 12/05/2021", "Minh Hà - 12/5/2021".
  kInWords,
  // A date, perhaps with weekday, time and a counter of views: "(05.08.2019
  // 16:32)", "14:05, Thứ Ba, 28/12/2021 (GMT+7)", "12/28/2021 2:05 PM",
  // "29 Tháng Mười Một, 2021", "29/11/21 | Lượt xem: 215".
  kBare,
  // Says that it was changed on the day: "Cập nhật lúc 08:15, 06/07/2022".
  kUpdated,
  // Says that it was published on the day: "Ngày đăng: 06/07/2022", "Đăng ngày
  // 17/05/2022 bởi Ban biên tập", "Người đăng: admin Ngày đăng: 29/11/2021".
  kPublished,
};

struct StampLine {
  StampShape shape = StampShape::kNone;
  // The line could be the visitor's clock: a weekday or seconds, and no label.
  bool like_clock = false;
};

// `text` is a line without line feeds, `analysis` its Analyze().
StampLine ReadStampLine(std::string_view text, const Analysis& analysis);

// True if the numbers in `text` are one date and at most a time of day, in any
// order that pages use.
bool AreStampNumbers(std::string_view text);

// True if `first` is the day of a calendar leaf and `second` its month and
// year: "28" above "04/2022", "01" above "Tháng 7 2020".
bool MakeCalendarLeaf(std::string_view first, std::string_view second);

// A line that announces a stamp on the next: "Ngày đăng:", "Cập nhật lúc".
// kPublished, kUpdated or kNone. `key` is the line's FoldedKey().
StampShape StampLabelOf(std::string_view key);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_STAMP_LINE_H_
