#ifndef TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_
#define TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_

// Counts syllables and neighbours of indexed articles; see
// common/index/neighbours.h for what they are good for.

#include <filesystem>
#include <vector>

#include "common/base/result.h"
#include "common/index/forward_index.h"
#include "common/index/neighbours.h"

namespace tracuu {

// The articles of one forward index.
struct CountedArticles {
  const ForwardIndex* index = nullptr;
  // By docid: does it count? Empty if all do.
  std::vector<bool> counted = {};
};

// Two passes over the articles' words. The words of several indexes are joined
// by their letters: the result is that of one index with all articles that
// count. It does not depend on the number of threads; each takes 8 bytes a word
// and 12 to 24 a pair.
NeighbourCounts CountNeighbours(const std::vector<CountedArticles>& parts,
                                unsigned threads);

// Counts, and writes kNeighboursFile into `output_dir`. Not synced.
Status WriteNeighbours(const std::vector<CountedArticles>& parts,
                       unsigned threads,
                       const std::filesystem::path& output_dir);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_
