#ifndef TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_
#define TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_

// Counts syllables and neighbours of the articles that a build keeps; see
// common/index/neighbours.h for what they are good for.

#include <vector>

#include "common/base/result.h"
#include "common/index/neighbours.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu {

// Two passes over the spooled records, with a thread for each of `outputs`.
// The result does not depend on the number of workers.
Result<NeighbourCounts> CountNeighbours(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COUNT_NEIGHBOURS_H_
