#include "common/domain/date.h"

#include <array>
#include <cstdio>

namespace tracuu {
namespace {

bool IsLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int DaysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};
  if (month == 2 && IsLeapYear(year)) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

// Reads exactly `size` digits; -1 if there are fewer.
int ReadDigits(std::string_view text, std::size_t offset, std::size_t size) {
  if (text.size() < offset + size) return -1;
  int value = 0;
  for (std::size_t i = offset; i < offset + size; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

bool IsRealDay(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 &&
         date.month <= 12 && date.day >= 1 &&
         date.day <= DaysInMonth(date.year, date.month);
}

// Both conversions count from 0000-03-01, so that the leap day ends a year,
// and in eras of 400 years (146,097 days).
std::int32_t ToDayNumber(const Date& date) {
  const std::int32_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t month = (date.month + 9) % 12;  // March is 0.
  const std::int32_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const std::int32_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date FromDayNumber(std::int32_t days) {
  const std::int32_t shifted = days + 719468;
  const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int32_t day_of_era = shifted - era * 146097;
  const std::int32_t year_of_era = (day_of_era - day_of_era / 1460 +
                                    day_of_era / 36524 - day_of_era / 146096) /
                                   365;
  const std::int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t month = (5 * day_of_year + 2) / 153;  // March is 0.
  const std::int32_t day = day_of_year - (153 * month + 2) / 5 + 1;
  const std::int32_t civil_month = month < 10 ? month + 3 : month - 9;
  const std::int32_t year =
      year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0);
  return {static_cast<std::int16_t>(year),
          static_cast<std::int8_t>(civil_month), static_cast<std::int8_t>(day)};
}

int WeekdayOf(const Date& date) {
  const std::int32_t days = ToDayNumber(date);
  return static_cast<int>(((days + 4) % 7 + 7) % 7);  // 1970-01-01: Thursday.
}

std::string FormatIso(const Date& date) {
  std::array<char, 24> buffer{};
  const auto [year, month, day] = date;
  if (year == 0) {
    std::snprintf(buffer.data(), buffer.size(), "--%02d-%02d", month, day);
  } else if (month == 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d", year);
  } else if (day == 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month,
                  day);
  }
  return buffer.data();
}

std::optional<Date> ParseIso(std::string_view text) {
  Date date;
  const int year = ReadDigits(text, 0, 4);
  if (year < 1) return std::nullopt;
  date.year = static_cast<std::int16_t>(year);
  if (text.size() == 4) return date;

  const int month = text[4] == '-' ? ReadDigits(text, 5, 2) : -1;
  if (month < 1 || month > 12) return std::nullopt;
  date.month = static_cast<std::int8_t>(month);
  if (text.size() == 7) return date;

  const int day = text[7] == '-' ? ReadDigits(text, 8, 2) : -1;
  if (day < 1) return std::nullopt;
  date.day = static_cast<std::int8_t>(day);
  if (!IsRealDay(date)) return std::nullopt;
  const bool ends_here = text.size() == 10;
  const bool time_follows =
      !ends_here && (text[10] == 'T' || text[10] == 't' || text[10] == ' ');
  if (!ends_here && !time_follows) return std::nullopt;
  return date;
}

}  // namespace tracuu
