#ifndef TRACUU_COMMON_DOMAIN_LEXED_DATES_H_
#define TRACUU_COMMON_DOMAIN_LEXED_DATES_H_

// FindDates() for those who have cut the text into lexemes already.

#include <vector>

#include "common/domain/date.h"
#include "common/domain/lexer.h"

namespace tracuu {

std::vector<DateMention> FindDates(const Lexemes& lexemes);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_LEXED_DATES_H_
