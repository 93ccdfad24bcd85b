#ifndef TRACUU_INDEXER_BUILD_DICTIONARY_H_
#define TRACUU_INDEXER_BUILD_DICTIONARY_H_

// What can be known only once every article is read: which syllables are
// frequent, the number of each word, and the ordinal of each facet value.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/index/forward_writer.h"
#include "indexer/build/article_record.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu {

struct Dictionary {
  // Syllables of which pairs are indexed. Sorted by bytes.
  std::vector<std::string> frequent;
  // Every word of the articles; its place is its number in the forward index.
  std::vector<ForwardWord> words;
  // A value's ordinal is its place. Sorted by bytes.
  std::array<std::vector<std::string>, kFacetCount> facet_values;

  // The same in terms of one worker's numbers.
  struct OfWorker {
    std::vector<bool> is_frequent;            // By number of the exact form.
    std::vector<std::uint32_t> word_numbers;  // Places in `words`, likewise.
    ByteOrder exact_order;
    ByteOrder folded_order;
    std::array<std::vector<std::uint32_t>, kFacetCount> ordinals;
  };
  std::vector<OfWorker> workers;
};

// Counts the articles of `catalog`, with a thread for each of `outputs`. The
// lists are the same whatever the number of workers. Frequent are the syllables
// in more than kFrequentShare of the articles or, if given, those of
// `frequent`.
Result<Dictionary> MakeDictionary(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
    const std::optional<std::vector<std::string>>& frequent = std::nullopt);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_DICTIONARY_H_
