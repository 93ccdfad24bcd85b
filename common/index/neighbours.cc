#include "common/index/neighbours.h"

#include <algorithm>
#include <charconv>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

std::uint64_t PairKey(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32U | second;
}

Error Damaged(std::string_view line) {
  return {ErrorCode::kCorrupt,
          "the counts of neighbours have a line that is none: " +
              std::string(line.substr(0, 80)),
          "build the index again"};
}

}  // namespace

std::string FormatNeighbours(const NeighbourCounts& counts) {
  std::string bytes;
  const auto add_count = [&](std::uint64_t count) {
    bytes += '\t';
    bytes += std::to_string(count);
    bytes += '\n';
  };
  for (const auto& [form, count] : counts.syllables) {
    bytes += form;
    add_count(count);
  }
  for (const NeighbourCounts::Pair& pair : counts.pairs) {
    bytes += counts.syllables[pair.first].first;
    bytes += ' ';
    bytes += counts.syllables[pair.second].first;
    add_count(pair.count);
  }
  return bytes;
}

Result<Neighbours> Neighbours::Parse(std::string_view bytes) {
  Neighbours neighbours;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string_view::npos) return Damaged(line);
    std::uint64_t count = 0;
    const char* const line_end = line.data() + line.size();
    const auto [stop, error] =
        std::from_chars(line.data() + tab + 1, line_end, count);
    if (error != std::errc() || stop != line_end || count == 0) {
      return Damaged(line);
    }
    const Status added = neighbours.Add(line.substr(0, tab), count);
    if (!added) return added.error();
  }
  neighbours.IndexSpellings();
  return neighbours;
}

Status Neighbours::Add(std::string_view form, std::uint64_t count) {
  const std::size_t space = form.find(' ');
  if (space == std::string_view::npos) {
    const auto number = static_cast<std::uint32_t>(syllables_.size());
    if (!numbers_.emplace(form, number).second) return Damaged(form);
    syllables_.push_back({std::string(form), count, 0, SpellingOf(form)});
    total_ += count;
    return Ok{};
  }
  const std::uint32_t first = Find(form.substr(0, space));
  const std::uint32_t second = Find(form.substr(space + 1));
  if (first == kUnknown || second == kUnknown) return Damaged(form);
  if (!pairs_.emplace(PairKey(first, second), count).second) {
    return Damaged(form);
  }
  ++syllables_[first].followers;
  return Ok{};
}

void Neighbours::IndexSpellings() {
  for (std::uint32_t number = 0; number < syllables_.size(); ++number) {
    spellings_[FoldedKey(syllables_[number].form)].push_back(number);
  }
  for (auto& [folded, numbers] : spellings_) {
    std::sort(numbers.begin(), numbers.end(), [&](auto a, auto b) {
      return syllables_[a].count != syllables_[b].count
                 ? syllables_[a].count > syllables_[b].count
                 : syllables_[a].form < syllables_[b].form;
    });
  }
}

std::uint32_t Neighbours::Find(std::string_view exact) const {
  const auto found = numbers_.find(std::string(exact));
  return found == numbers_.end() ? kUnknown : found->second;
}

const std::vector<std::uint32_t>& Neighbours::SpellingsOf(
    std::string_view folded) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = spellings_.find(std::string(folded));
  return found == spellings_.end() ? kNone : found->second;
}

std::uint64_t Neighbours::Count(std::uint32_t first,
                                std::uint32_t second) const {
  const auto found = pairs_.find(PairKey(first, second));
  return found == pairs_.end() ? 0 : found->second;
}

}  // namespace tracuu
