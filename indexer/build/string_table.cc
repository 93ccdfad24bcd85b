#include "indexer/build/string_table.h"

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

}  // namespace tracuu
