#include "indexer/build/dictionary.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/build/spooled_records.h"

namespace tracuu {
namespace {

// How many articles hold each string of a table, by its number.
class ArticleCounts {
 public:
  explicit ArticleCounts(std::size_t size) : counts_(size), last_(size) {}

  // Counts `number` once for each `article`, which is counted from 1.
  void Add(std::uint32_t number, std::uint32_t article) {
    if (last_[number] == article) return;
    last_[number] = article;
    ++counts_[number];
  }

  std::uint32_t of(std::uint32_t number) const { return counts_[number]; }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> last_;  // The last article counted.
};

struct WorkerCounts {
  explicit WorkerCounts(const Vocabulary& vocabulary)
      : exact(vocabulary.exact.size()), folded(vocabulary.folded.size()) {
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
      is_used[facet].resize(vocabulary.facet_values[facet].size());
    }
  }

  ArticleCounts exact;
  ArticleCounts folded;
  std::array<std::vector<bool>, kFacetCount> is_used;
};

void CountRecord(const ArticleRecord& record, const Vocabulary& vocabulary,
                 std::uint32_t article, WorkerCounts* counts) {
  for (const TokenRun& run : record.runs) {
    for (const std::uint32_t token : run.tokens) {
      counts->exact.Add(token, article);
      counts->folded.Add(vocabulary.folded_of_exact[token], article);
    }
  }
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    for (const std::uint32_t number : record.facets[facet]) {
      counts->is_used[facet][number] = true;
    }
  }
}

Status CountAll(const std::vector<WorkerOutput>& outputs,
                const Catalog& catalog, std::vector<WorkerCounts>* counts) {
  return ForEachWorker(outputs.size(), [&](std::size_t w) {
    std::uint32_t article = 0;
    return ForEachRecord(outputs, catalog, w, [&](const ArticleRecord& record) {
      CountRecord(record, outputs[w].vocabulary, ++article, &(*counts)[w]);
    });
  });
}

// Finds the frequent strings of one kind. `table` and `counts` give a worker's.
template <typename TableOf, typename CountsOf>
std::vector<std::string> FindFrequent(std::size_t workers, std::size_t articles,
                                      const TableOf& table,
                                      const CountsOf& counts) {
  // A set, not a table of everything: what is in that many articles is
  // rare, and the workers together hold every string several times.
  const double least = kFrequentShare * static_cast<double>(articles);
  const double share = least / static_cast<double>(workers);
  std::set<std::string> frequent;
  for (std::size_t w = 0; w < workers; ++w) {
    for (std::uint32_t number = 0; number < table(w).size(); ++number) {
      // In more than `least` altogether means in more than the mean here or
      // with some other worker.
      if (counts(w).of(number) <= share) continue;
      std::uint64_t total = 0;
      for (std::size_t other = 0; other < workers; ++other) {
        const auto there = table(other).Find(table(w).at(number));
        if (there) total += counts(other).of(*there);
      }
      if (static_cast<double>(total) > least) {
        frequent.insert(table(w).at(number));
      }
    }
  }
  return {frequent.begin(), frequent.end()};
}

std::vector<bool> Mark(const std::vector<std::string>& strings,
                       const StringTable& table) {
  std::vector<bool> marks(table.size());
  for (const std::string& text : strings) {
    if (const auto number = table.Find(text)) marks[*number] = true;
  }
  return marks;
}

std::vector<std::uint32_t> Ordinals(const std::vector<std::string>& values,
                                    const StringTable& table) {
  std::vector<std::uint32_t> ordinals(table.size());
  for (std::uint32_t ordinal = 0; ordinal < values.size(); ++ordinal) {
    if (const auto number = table.Find(values[ordinal])) {
      ordinals[*number] = ordinal;
    }
  }
  return ordinals;
}

std::vector<std::string> UsedValues(const std::vector<WorkerOutput>& outputs,
                                    const std::vector<WorkerCounts>& counts,
                                    std::size_t facet) {
  std::set<std::string> values;
  for (std::size_t w = 0; w < outputs.size(); ++w) {
    const StringTable& table = outputs[w].vocabulary.facet_values[facet];
    for (std::uint32_t number = 0; number < table.size(); ++number) {
      if (counts[w].is_used[facet][number]) values.insert(table.at(number));
    }
  }
  return {values.begin(), values.end()};
}

Dictionary::OfWorker ForWorker(const Dictionary& dictionary,
                               const Vocabulary& vocabulary) {
  Dictionary::OfWorker own;
  own.is_frequent_exact = Mark(dictionary.frequent_exact, vocabulary.exact);
  own.is_frequent_folded = Mark(dictionary.frequent_folded, vocabulary.folded);
  own.exact_order = ByteOrder(vocabulary.exact);
  own.folded_order = ByteOrder(vocabulary.folded);
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    own.ordinals[facet] = Ordinals(dictionary.facet_values[facet],
                                   vocabulary.facet_values[facet]);
  }
  return own;
}

}  // namespace

Result<Dictionary> MakeDictionary(const std::vector<WorkerOutput>& outputs,
                                  const Catalog& catalog) {
  std::vector<WorkerCounts> counts;
  for (const WorkerOutput& output : outputs) {
    counts.emplace_back(output.vocabulary);
  }
  const Status counted = CountAll(outputs, catalog, &counts);
  if (!counted) return counted.error();

  Dictionary dictionary;
  dictionary.frequent_exact = FindFrequent(
      outputs.size(), catalog.entries.size(),
      [&](std::size_t w) -> auto& { return outputs[w].vocabulary.exact; },
      [&](std::size_t w) -> auto& { return counts[w].exact; });
  dictionary.frequent_folded = FindFrequent(
      outputs.size(), catalog.entries.size(),
      [&](std::size_t w) -> auto& { return outputs[w].vocabulary.folded; },
      [&](std::size_t w) -> auto& { return counts[w].folded; });
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    dictionary.facet_values[facet] = UsedValues(outputs, counts, facet);
  }
  for (const WorkerOutput& output : outputs) {
    dictionary.workers.push_back(ForWorker(dictionary, output.vocabulary));
  }
  return dictionary;
}

}  // namespace tracuu
