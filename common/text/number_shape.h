#ifndef TRACUU_COMMON_TEXT_NUMBER_SHAPE_H_
#define TRACUU_COMMON_TEXT_NUMBER_SHAPE_H_

#include <string_view>

namespace tracuu {

// True if `digits`, a run of digits with single dots and commas between them,
// is one number as Vietnamese (1.234.567 and 3,5 and 1.234,5) or English text
// (1,234,567) writes it. A dot is no decimal point: 7.1 is a day and 1.1.2016
// a date. Internal to common/text.
bool IsJoinedNumber(std::string_view digits);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_NUMBER_SHAPE_H_
