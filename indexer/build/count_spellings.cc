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

// Passages by value and spelling; the empty spelling stands for those that
// CleanSpelling() does not take.
using SpellingCounts =
    std::map<std::string, std::map<std::string, std::uint64_t>>;

SpellingsOfValue Sorted(const std::string& value,
                        const std::map<std::string, std::uint64_t>& counts) {
  SpellingsOfValue sorted;
  sorted.value = value;
  for (const auto& [text, count] : counts) {
    if (text.empty()) {
      sorted.others += count;
    } else {
      sorted.spellings.push_back({text, count});
    }
  }
  std::sort(sorted.spellings.begin(), sorted.spellings.end(),
            [](const CitedSpelling& a, const CitedSpelling& b) {
              return std::tie(b.count, a.text) < std::tie(a.count, b.text);
            });
  return sorted;
}

std::vector<SpellingsOfValue> Sorted(const SpellingCounts& counts) {
  std::vector<SpellingsOfValue> all;
  for (const auto& [value, spellings] : counts) {
    all.push_back(Sorted(value, spellings));
  }
  return all;
}

// Calls `use(value, spelling, count)` for each.
template <typename Use>
void ForEachSpelling(const std::vector<SpellingsOfValue>& all, const Use& use) {
  for (const SpellingsOfValue& of : all) {
    for (const CitedSpelling& one : of.spellings) {
      use(of.value, one.text, one.count);
    }
    if (of.others > 0) use(of.value, std::string(), of.others);
  }
}

// Takes `less` from a count; false if it is not there.
bool Subtract(const std::string& value, const std::string& spelling,
              std::uint64_t less, SpellingCounts* counts) {
  const auto of = counts->find(value);
  if (of == counts->end()) return false;
  const auto one = of->second.find(spelling);
  if (one == of->second.end() || one->second < less) return false;
  one->second -= less;
  if (one->second == 0) of->second.erase(one);
  if (of->second.empty()) counts->erase(of);
  return true;
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
  return Sorted(together);
}

Result<std::vector<SpellingsOfValue>> UpdateSpellings(
    const std::vector<SpellingsOfValue>& base,
    const std::vector<SpellingsOfValue>& gone,
    const std::vector<SpellingsOfValue>& added) {
  SpellingCounts counts;
  const auto add = [&](const std::string& value, const std::string& spelling,
                       std::uint64_t count) {
    counts[value][spelling] += count;
  };
  bool sound = true;
  ForEachSpelling(base, add);
  ForEachSpelling(
      gone, [&](const auto& value, const auto& spelling, std::uint64_t count) {
        sound = Subtract(value, spelling, count, &counts) && sound;
      });
  if (!sound) {
    return Error{ErrorCode::kCorrupt,
                 "the spellings of citations are not those of the articles",
                 "make the index again with `tracuu-index build`"};
  }
  ForEachSpelling(added, add);
  return Sorted(counts);
}

}  // namespace tracuu
