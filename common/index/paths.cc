#include "common/index/paths.h"

#include <algorithm>
#include <cstddef>

namespace tracuu {

bool IsSnapshotId(std::string_view id) {
  // d: a digit; h: a lower-case hexadecimal digit; others stand for themselves.
  static constexpr std::string_view kShape = "ddddddddTddddddZ-hhhh";
  if (id.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool digit = id[i] >= '0' && id[i] <= '9';
    const bool hex = digit || (id[i] >= 'a' && id[i] <= 'f');
    const bool fits = kShape[i] == 'd'   ? digit
                      : kShape[i] == 'h' ? hex
                                         : id[i] == kShape[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace tracuu
