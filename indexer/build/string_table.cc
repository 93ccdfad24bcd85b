#include "indexer/build/string_table.h"

#include <algorithm>
#include <numeric>

namespace tracuu {

std::uint32_t StringTable::Intern(std::string_view text) {
  if (const auto found = numbers_.find(text); found != numbers_.end()) {
    return found->second;
  }
  const std::uint32_t number = size();
  const auto added = numbers_.emplace(text, number).first;
  texts_.push_back(&added->first);
  return number;
}

std::optional<std::uint32_t> StringTable::Find(std::string_view text) const {
  const auto found = numbers_.find(text);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

ByteOrder::ByteOrder(const StringTable& table)
    : rank_of(table.size()), number_at(table.size()) {
  std::iota(number_at.begin(), number_at.end(), 0U);
  std::sort(number_at.begin(), number_at.end(),
            [&](std::uint32_t a, std::uint32_t b) {
              return table.at(a) < table.at(b);
            });
  for (std::uint32_t rank = 0; rank < number_at.size(); ++rank) {
    rank_of[number_at[rank]] = rank;
  }
}

}  // namespace tracuu
