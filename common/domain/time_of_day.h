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

// 0 = Sunday, or -1. `first` is "thứ" or "chủ"; the weekday has two lexemes.
int ReadWeekday(const Lexemes& lexemes, int first);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_TIME_OF_DAY_H_
