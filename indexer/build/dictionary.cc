#include "indexer/build/dictionary.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
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
      : exact(vocabulary.exact.size()) {
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
      is_used[facet].resize(vocabulary.facet_values[facet].size());
    }
  }

  ArticleCounts exact;
  std::array<std::vector<bool>, kFacetCount> is_used;
};

void CountRecord(const ArticleRecord& record, std::uint32_t article,
                 WorkerCounts* counts) {
  for (const TokenRun& run : record.runs) {
    for (const std::uint32_t token : run.tokens) {
      counts->exact.Add(token, article);
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
      CountRecord(record, ++article, &(*counts)[w]);
    });
  });
}

// Every word that an article of the catalog holds, in the order of its number.
std::vector<ForwardWord> CollectWords(const std::vector<WorkerOutput>& outputs,
                                      const std::vector<WorkerCounts>& counts) {
  std::vector<ForwardWord> words;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t w = 0; w < outputs.size(); ++w) {
    const Vocabulary& vocabulary = outputs[w].vocabulary;
    for (std::uint32_t n = 0; n < vocabulary.exact.size(); ++n) {
      const std::uint32_t articles = counts[w].exact.of(n);
      if (articles == 0) continue;  // Only in pages that were given up.
      const std::string& exact = vocabulary.exact.at(n);
      const auto [place, is_new] = places.emplace(exact, words.size());
      if (is_new) {
        words.push_back(
            {exact, vocabulary.folded.at(vocabulary.folded_of_exact[n]), 0});
      }
      words[place->second].articles += articles;
    }
  }
  SortForwardWords(&words);
  return words;
}

std::vector<std::string> FindFrequent(const std::vector<ForwardWord>& words,
                                      std::size_t articles) {
  const double least = kFrequentShare * static_cast<double>(articles);
  std::vector<std::string> frequent;
  for (const ForwardWord& word : words) {
    if (static_cast<double>(word.articles) > least) {
      frequent.push_back(word.exact);
    }
  }
  std::sort(frequent.begin(), frequent.end());
  return frequent;
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
  own.is_frequent = Mark(dictionary.frequent, vocabulary.exact);
  own.word_numbers.resize(vocabulary.exact.size());
  for (std::uint32_t i = 0; i < dictionary.words.size(); ++i) {
    const auto number = vocabulary.exact.Find(dictionary.words[i].exact);
    if (number) own.word_numbers[*number] = i;
  }
  own.exact_order = ByteOrder(vocabulary.exact);
  own.folded_order = ByteOrder(vocabulary.folded);
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    own.ordinals[facet] = Ordinals(dictionary.facet_values[facet],
                                   vocabulary.facet_values[facet]);
  }
  return own;
}

}  // namespace

Result<Dictionary> MakeDictionary(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
    const std::optional<std::vector<std::string>>& frequent) {
  std::vector<WorkerCounts> counts;
  for (const WorkerOutput& output : outputs) {
    counts.emplace_back(output.vocabulary);
  }
  const Status counted = CountAll(outputs, catalog, &counts);
  if (!counted) return counted.error();

  Dictionary dictionary;
  dictionary.words = CollectWords(outputs, counts);
  dictionary.frequent =
      frequent ? *frequent
               : FindFrequent(dictionary.words, catalog.entries.size());
  for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
    dictionary.facet_values[facet] = UsedValues(outputs, counts, facet);
  }
  for (const WorkerOutput& output : outputs) {
    dictionary.workers.push_back(ForWorker(dictionary, output.vocabulary));
  }
  return dictionary;
}

}  // namespace tracuu
