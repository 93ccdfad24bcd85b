#include "server/search/syllable_model.h"

#include <algorithm>

namespace tracuu {
namespace {

double ToDouble(std::uint64_t count) { return static_cast<double>(count); }

}  // namespace

double SyllableModel::Chance(std::uint32_t syllable) const {
  const double count = syllable == Neighbours::kUnknown
                           ? 0.5
                           : ToDouble(neighbours_.Count(syllable));
  return count / (1.0 + ToDouble(neighbours_.total()));
}

double SyllableModel::ChanceAfter(std::uint32_t first,
                                  std::uint32_t second) const {
  const double chance = Chance(second);
  if (first == Neighbours::kUnknown || second == Neighbours::kUnknown) {
    return chance;
  }
  const double together = ToDouble(neighbours_.Count(first, second));
  const double count = ToDouble(neighbours_.Count(first));
  const double kinds =
      ToDouble(std::max<std::uint64_t>(neighbours_.Followers(first), 1));
  return (together + kinds * chance) / (count + kinds);
}

double SyllableModel::ShareAfter(std::uint32_t first,
                                 std::uint32_t second) const {
  return ToDouble(neighbours_.Count(first, second)) /
         ToDouble(neighbours_.Count(first));
}

}  // namespace tracuu
