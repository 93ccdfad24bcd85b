#include "indexer/build/count_spellings.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "indexer/build/article_record.h"
#include "indexer/build/spooled_records.h"

namespace tracuu {
namespace {

// Passages by the worker's numbers: value << 32 | spelling.
using NumberCounts = std::unordered_map<std::uint64_t, std::uint64_t>;

// Passages by value and spelling.
using SpellingCounts =
    std::map<std::string, std::map<std::string, std::uint64_t>>;

// Keeps the most frequent spellings; the empty one stands for those that
// CleanSpelling() does not take.
SpellingsOfValue Keep(const std::string& value,
                      const std::map<std::string, std::uint64_t>& counts) {
  SpellingsOfValue kept;
  kept.value = value;
  for (const auto& [text, count] : counts) {
    if (text.empty()) {
      kept.others += count;
    } else {
      kept.spellings.push_back({text, count});
    }
  }
  std::sort(kept.spellings.begin(), kept.spellings.end(),
            [](const CitedSpelling& a, const CitedSpelling& b) {
              return std::tie(b.count, a.text) < std::tie(a.count, b.text);
            });
  while (kept.spellings.size() > kMaxSpellings) {
    kept.others += kept.spellings.back().count;
    kept.spellings.pop_back();
  }
  return kept;
}

}  // namespace

Result<std::vector<SpellingsOfValue>> CountSpellings(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog) {
  std::vector<NumberCounts> counts(outputs.size());
  const Status counted = ForEachWorker(outputs.size(), [&](std::size_t w) {
    return ForEachRecord(outputs, catalog, w, [&](const ArticleRecord& record) {
      for (const CitedAs& cited : record.cited) {
        ++counts[w][std::uint64_t{cited.value} << 32U | cited.spelling];
      }
    });
  });
  if (!counted) return counted.error();

  SpellingCounts together;
  for (std::size_t w = 0; w < outputs.size(); ++w) {
    const Vocabulary& vocabulary = outputs[w].vocabulary;
    for (const auto& [key, count] : counts[w]) {
      const std::string& value = vocabulary.facet_values[kResolutionFacet].at(
          static_cast<std::uint32_t>(key >> 32U));
      together[value]
              [vocabulary.spellings.at(static_cast<std::uint32_t>(key))] +=
          count;
    }
  }
  std::vector<SpellingsOfValue> all;
  for (const auto& [value, spellings] : together) {
    all.push_back(Keep(value, spellings));
  }
  return all;
}

}  // namespace tracuu
