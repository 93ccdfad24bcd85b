#ifndef TRACUU_COMMON_DOMAIN_MONTH_NAME_H_
#define TRACUU_COMMON_DOMAIN_MONTH_NAME_H_

// Months as content systems write them: "tháng 11", "Tháng Mười Một" (blogs),
// "thg 11" and "Th11" (short forms of their themes), "Nov", "November".

#include <optional>

#include "common/domain/lexer.h"

namespace tracuu {

struct MonthName {
  int month = 0;  // 1 to 12
  int last = 0;   // Index of the last lexeme.
  // False for short and English forms, which only a year makes a date.
  bool is_prose = false;
};

// The month that begins with the lexeme `at`. "6 tháng năm 2023" is half a
// year: of lower-case words "năm" is no month unless another "năm" follows.
std::optional<MonthName> ReadMonthName(const Lexemes& lexemes, int at);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_MONTH_NAME_H_
