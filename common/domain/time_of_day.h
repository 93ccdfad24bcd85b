#ifndef TRACUU_COMMON_DOMAIN_TIME_OF_DAY_H_
#define TRACUU_COMMON_DOMAIN_TIME_OF_DAY_H_

// Times of day and weekdays beside a date.

#include <optional>
#include <utility>

#include "common/domain/lexer.h"

namespace tracuu {

struct Time {
  int minute_of_day = 0;
  int last = 0;  // Index of the last lexeme.
};

// Reads "11:02", "14h05", "14 giờ 05 phút", "9:04 PM" from the lexeme `first`.
std::optional<Time> ReadTime(const Lexemes& lexemes, int first);

// The time that ends right before the lexeme `end`, and its first lexeme.
std::optional<std::pair<Time, int>> ReadTimeBefore(const Lexemes& lexemes,
                                                   int end);

struct Weekday {
  int day = 0;   // 0 = Sunday.
  int last = 0;  // Index of the last lexeme.
};

// Reads "thứ Hai", "Thứ 2", "T2", "Chủ nhật", "CN", "Mon", "Monday" from the
// lexeme `first`.
std::optional<Weekday> ReadWeekday(const Lexemes& lexemes, int first);

// The weekday that ends right before the lexeme `end`; `last` of the result is
// its first lexeme.
std::optional<Weekday> ReadWeekdayBefore(const Lexemes& lexemes, int end);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_TIME_OF_DAY_H_
