#ifndef TRACUU_INDEXER_BUILD_COLLECT_H_
#define TRACUU_INDEXER_BUILD_COLLECT_H_

// The first half of a build: every page is read, analysed and searched for
// facets once, and what indexing needs of it goes to a spool.
//
// One thread reads the files and numbers the pages; workers do the rest, so
// that one big crawl file keeps all cores as busy as many small ones do.

#include <filesystem>
#include <memory>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/article_record.h"
#include "indexer/build/catalog.h"
#include "indexer/build/progress.h"
#include "indexer/build/rejection_log.h"
#include "indexer/build/spool.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// What one worker leaves. `ArticleEntry::worker` is its place in the vector
// that CollectArticles() returns.
struct WorkerOutput {
  Vocabulary vocabulary;
  std::unique_ptr<Spool> spool;
  std::vector<ArticleEntry> entries;
};

// Reads all of `inputs`, in their order, with `threads` workers; spools go to
// `work_dir`. `first_sequence` numbers the first page. Inputs that cannot be
// indexed go to `rejections`; only failures of the machine (a full disk) end
// the work with an error. A page on which our own code throws is rejected as
// "internal-error": it costs that page, not the run.
Result<std::vector<WorkerOutput>> CollectArticles(
    const std::vector<InputFile>& inputs, const ReadLimits& limits,
    unsigned threads, const std::filesystem::path& work_dir,
    std::uint64_t first_sequence, RejectionLog* rejections,
    BuildProgress* progress);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COLLECT_H_
