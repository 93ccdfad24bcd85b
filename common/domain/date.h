#ifndef TRACUU_COMMON_DOMAIN_DATE_H_
#define TRACUU_COMMON_DOMAIN_DATE_H_

// Calendar dates as Vietnamese pages write them: day first, always.
// Thread-safe; no time zone is applied anywhere (pages state local time).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {

// A day, or less: month and day are 0 when the text does not say them, year is
// 0 for "24/8". Ordered as a calendar; unknown parts sort first.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;

  // The check takes the comparison with 0 inside the default for a pointer.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  friend auto operator<=>(const Date&, const Date&) = default;
  bool is_day() const { return year != 0 && month != 0 && day != 0; }
};

// True for a day that exists: IsRealDay({2023, 2, 31}) is false.
bool IsRealDay(const Date& date);

// Days since 1970-01-01 of a real day, and back.
std::int32_t ToDayNumber(const Date& date);
Date FromDayNumber(std::int32_t days);

// 0 = Sunday. REQUIRES: IsRealDay(date).
int WeekdayOf(const Date& date);

// "2021-11-29", "2021-11", "2021"; "--08-24" for a day without a year.
std::string FormatIso(const Date& date);

// Reads "2021", "2021-11", "2021-11-29" and the date part of RFC 3339
// ("2021-11-29T11:02:00+07:00"). Nothing if it is none or no real day.
std::optional<Date> ParseIso(std::string_view text);

// How a date stands in a text; decides whether it can be the article's own.
enum class DateForm : std::uint8_t {
  kNumeric,    // 26/11/2021  29-11-2021  1.1.2016
  kWords,      // ngày 22 tháng 10 năm 2018
  kDayMonth,   // 24/8, "ngày 26 tháng 11": no year
  kMonthYear,  // tháng 8/2024, tháng 8 năm 2024
  kIso,        // 2021-11-29
};

struct DateMention {
  Date date;
  DateForm form = DateForm::kNumeric;
  std::uint32_t begin = 0;  // Byte range in the text.
  std::uint32_t end = 0;
  // A time of day in the same stamp ("11:02", "14h05"): minutes since
  // midnight, or -1. The range covers it.
  std::int16_t minute_of_day = -1;
  // The weekday written beside the date ("Thứ Ba, 28/12/2021"): 0 = Sunday, or
  // -1. `weekday_agrees` is false when the calendar says otherwise.
  std::int8_t weekday = -1;
  bool weekday_agrees = true;
};

// Returns the dates written in `text`, in text order. Impossible days
// (31/02/2023), document symbols (202/2025/QH15), fractions, phone numbers and
// version numbers are not dates. `analysis` must be Analyze(text).
std::vector<DateMention> FindDates(std::string_view text,
                                   const Analysis& analysis);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_DATE_H_
