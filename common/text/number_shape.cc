#include "common/text/number_shape.h"

#include <cstddef>

namespace tracuu {
namespace {

// True for groups of three digits, the first of one to three, with at least
// `least` separators: 1.234.567.
bool IsGrouped(std::string_view digits, char separator, int least) {
  int separators = 0;
  std::size_t group = 0;
  for (const char c : digits) {
    if (c == separator) {
      if (group == 0 || group > 3 || (separators > 0 && group != 3)) {
        return false;
      }
      ++separators;
      group = 0;
    } else if (c == '.' || c == ',') {
      return false;
    } else {
      ++group;
    }
  }
  return separators >= least && (separators == 0 || group == 3);
}

}  // namespace

bool IsJoinedNumber(std::string_view digits) {
  if (IsGrouped(digits, '.', 1) || IsGrouped(digits, ',', 2)) return true;
  const std::size_t comma = digits.find(',');
  if (comma == std::string_view::npos) return false;
  const std::string_view decimals = digits.substr(comma + 1);
  return decimals.find_first_of(".,") == std::string_view::npos &&
         IsGrouped(digits.substr(0, comma), '.', 0);
}

}  // namespace tracuu
