#ifndef TRACUU_INDEXER_BUILD_SPOOLED_RECORDS_H_
#define TRACUU_INDEXER_BUILD_SPOOLED_RECORDS_H_

// Walks over what the first half of a build spooled, for whatever must be
// counted before articles can be indexed.

#include <cstddef>
#include <functional>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/article_record.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu {

// Calls `use` with each record of outputs[worker] that is in the catalog, in
// the order of the spool, so that the disk reads forward. Thread-safe for
// different workers.
Status ForEachRecord(const std::vector<WorkerOutput>& outputs,
                     const Catalog& catalog, std::size_t worker,
                     const std::function<void(const ArticleRecord&)>& use);

// The same, and tells the article's place in the catalog.
Status ForEachPlace(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
    std::size_t worker,
    const std::function<void(std::size_t place, const ArticleRecord&)>& use);

// Runs `work` for each of `workers`, all at once, each in its own thread.
// Returns the first failure.
Status ForEachWorker(std::size_t workers,
                     const std::function<Status(std::size_t worker)>& work);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SPOOLED_RECORDS_H_
