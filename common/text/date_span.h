#ifndef TRACUU_COMMON_TEXT_DATE_SPAN_H_
#define TRACUU_COMMON_TEXT_DATE_SPAN_H_

#include <cstddef>
#include <optional>

#include "common/text/token_cursor.h"

namespace tracuu {

// Returns the date whose first number is token `i`: day first, always, or ISO
// 8601. Whole, real days of the years 1600 to 2199 only. Internal to
// common/text.
std::optional<Span> FindDateAt(const TokenCursor& tokens, std::size_t i);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_DATE_SPAN_H_
