#ifndef TRACUU_COMMON_DOMAIN_DATE_READER_H_
#define TRACUU_COMMON_DOMAIN_DATE_READER_H_

// The grammar of single dates behind FindDates(): numeric, in words, without a
// year. Days that do not exist and parts of longer numbers are none.

#include <optional>

#include "common/domain/date.h"
#include "common/domain/lexer.h"

namespace tracuu {

// A date read from the lexemes [first, last].
struct DateReading {
  Date date;
  DateForm form = DateForm::kNumeric;
  int first = 0;
  int last = 0;
};

// Reads the date that begins with the lexeme `first`: its day, year or the word
// "tháng". "ngày", weekday and time of day round it are the caller's.
std::optional<DateReading> ReadDate(const Lexemes& lexemes, int first);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_DATE_READER_H_
