#include "indexer/extract/phrase_trie.h"

#include <array>

namespace tracuu::extract {

std::string_view PlaceKey(std::string_view exact, std::string& buffer) {
  static constexpr std::array<std::string_view, 8> kDak = {
      "đắk", "đăk", "đak", "đắc", "đăc", "dăk", "dak", "đác"};
  if (exact.empty()) return exact;
  if (exact == "lăk" || exact == "lak" || exact == "lắc") return "lắk";
  if (exact.front() != 'd' && exact.front() != '\xC4') return exact;
  for (const std::string_view spelling : kDak) {
    if (exact.substr(0, spelling.size()) == spelling) {
      buffer = "đắk";
      buffer += exact.substr(spelling.size());
      return buffer;
    }
  }
  return exact;
}

void PhraseTrie::Add(std::string_view phrase, int value) {
  std::uint32_t node = 0;
  std::string buffer;
  for (const Token& token : Analyze(phrase).tokens) {
    const std::string_view key = PlaceKey(token.exact, buffer);
    const auto found = nodes_[node].next.find(key);
    if (found != nodes_[node].next.end()) {
      node = found->second;
      continue;
    }
    const auto added = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].next.emplace(key, added);
    nodes_.emplace_back();
    node = added;
  }
  if (node != 0 && nodes_[node].value < 0) nodes_[node].value = value;
}

PhraseTrie::Match PhraseTrie::LongestUpTo(const ArticleView& view,
                                          std::size_t first, std::size_t most,
                                          bool strict) const {
  const auto crosses = [&view, strict](std::size_t i) {
    const Gap gap = view.gap(i);
    if (gap == Gap::kSpace || gap == Gap::kDash) return true;
    return !strict && (gap == Gap::kComma || gap == Gap::kOther);
  };
  Match best;
  std::uint32_t node = 0;
  std::string buffer;
  for (std::size_t i = first; i < view.size() && i - first < most; ++i) {
    if (i > first && !crosses(i)) break;
    const auto found = nodes_[node].next.find(PlaceKey(view.exact(i), buffer));
    if (found == nodes_[node].next.end()) break;
    node = found->second;
    if (nodes_[node].value >= 0) {
      best.value = nodes_[node].value;
      best.length = i - first + 1;
    }
  }
  return best;
}

}  // namespace tracuu::extract
