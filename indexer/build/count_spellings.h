#ifndef TRACUU_INDEXER_BUILD_COUNT_SPELLINGS_H_
#define TRACUU_INDEXER_BUILD_COUNT_SPELLINGS_H_

// Counts how the articles that a build keeps write the documents they cite;
// see common/index/spellings.h.

#include <vector>

#include "common/base/result.h"
#include "common/index/spellings.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu {

// One pass over the spooled records, with a thread for each of `outputs`. In
// the order of the values' bytes; does not depend on the number of workers.
Result<std::vector<SpellingsOfValue>> CountSpellings(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog);

// What counting again gives once the articles of `gone` have left those of
// `base` and those of `added` have joined them. All three, and the result, as
// CountSpellings() gives them. Fails with kCorrupt if `base` does not hold what
// is to leave.
Result<std::vector<SpellingsOfValue>> UpdateSpellings(
    const std::vector<SpellingsOfValue>& base,
    const std::vector<SpellingsOfValue>& gone,
    const std::vector<SpellingsOfValue>& added);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COUNT_SPELLINGS_H_
