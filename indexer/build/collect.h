#ifndef TRACUU_INDEXER_BUILD_COLLECT_H_
#define TRACUU_INDEXER_BUILD_COLLECT_H_

// The first half of a build: every page is read, analysed and searched for
// facets once, and what indexing needs of it goes to a spool.
//
// One thread reads the files and numbers the pages; workers do the rest, so
// that one big crawl file keeps all cores as busy as many small ones do.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/article_record.h"
#include "indexer/build/catalog.h"
#include "indexer/build/progress.h"
#include "indexer/build/rejection_log.h"
#include "indexer/build/repair_counts.h"
#include "indexer/build/spool.h"
#include "indexer/overrides/overrides.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// What one worker leaves. `ArticleEntry::worker` is its place in
// Collected::outputs.
struct WorkerOutput {
  Vocabulary vocabulary;
  std::unique_ptr<Spool> spool;
};

// What the page of an unchanged article says that is not in its fingerprint.
struct UnchangedPage {
  std::uint64_t sequence = 0;
  std::string source;
  std::optional<std::string> fetched_at;
};

// Everything that reading leaves.
struct Collected {
  std::vector<WorkerOutput> outputs;
  std::vector<ArticleEntry> entries;     // Of all workers, in no order.
  std::vector<UnchangedPage> unchanged;  // By sequence.
  std::uint64_t first_kept = 0;  // Sequence of the first article without page.
  RepairCounts repairs;          // Of the pages that had to be read.
};

struct UpdateBase;

struct CollectOptions {
  const ReadLimits& limits;
  const Overrides& overrides;
  unsigned threads;
  const std::filesystem::path& work_dir;  // For the spools.
  // Null for a build. Otherwise pages that are known there become entries
  // of kInServedSnapshot, and so do articles that stay without a page.
  const UpdateBase* base;
  // Pages that are known need not be read even if they are now read otherwise:
  // only the differences are wanted.
  bool only_compare;
};

// Reads all of `inputs`, in their order; `sequence` 0 is left to what comes
// before them. Inputs that cannot be indexed go to `rejections`; only failures
// of the machine (a full disk) end the work with an error. A page on which our
// own code throws is rejected as "internal-error": it costs that page, not the
// run.
Result<Collected> CollectArticles(const std::vector<InputFile>& inputs,
                                  const CollectOptions& options,
                                  RejectionLog* rejections,
                                  BuildProgress* progress);

// Appends the record and the article to the spool of worker `worker` and
// completes `entry`, whose sequence, source and page are the caller's.
// `analysis` must be Analyze(article.text); the facets must be clean.
Status SpoolArticle(const Article& article, const Analysis& analysis,
                    std::uint16_t worker, WorkerOutput* output,
                    ArticleEntry* entry);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COLLECT_H_
