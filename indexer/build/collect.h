#ifndef TRACUU_INDEXER_BUILD_COLLECT_H_
#define TRACUU_INDEXER_BUILD_COLLECT_H_

// The first half of a build: every page is read, analysed and searched for
// facets once, and what indexing needs of it goes to a spool.
//
// One thread fetches and numbers the pages; workers do the rest, so
// that one big crawl file keeps all cores as busy as many small ones do.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
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
  std::vector<bool> met;  // By docid of the served snapshot: it has a page.
  RepairCounts repairs;   // Of the pages that had to be read.
};

// How far the reading has come.
struct ReadSoFar {
  std::size_t input = 0;  // The file that is being fetched, by place,
  std::uint64_t first_of_input = 1;     // the sequence of its first page,
  std::uint64_t rejected_of_input = 0;  // how many were rejected unread,
  std::uint64_t next = 1;               // and the sequence of its next page.
  bool all = false;                     // Nothing is left to read.
};

struct UpdateBase;

struct CollectOptions {
  const ReadLimits& limits;
  const Overrides& overrides;
  unsigned threads;
  // Null for a build. Otherwise pages that are known there become entries
  // of kInServedSnapshot, and so do articles that stay without a page.
  const UpdateBase* base;
  // Pages that are known need not be read even if they are now read otherwise:
  // only the differences are wanted.
  bool only_compare;
  // Called now and then, when all that was fetched has been read and no worker
  // runs: what is collected by then is as good as if reading had begun there.
  // An error ends the run. May be empty.
  std::function<Status(const ReadSoFar&)> save;
  std::chrono::milliseconds save_every;
};

// Makes what CollectArticles() fills, with spools for so many workers.
Result<Collected> MakeCollected(unsigned threads,
                                const std::filesystem::path& work_dir);

// Reads `inputs`, in their order, from where `from` says: what was fetched
// before is in `collected` and `rejections`. The input that was being fetched
// is fetched again, and what it had given is passed over; if it does not give
// as many pages and rejections, the run fails with kIo. `sequence` 0 is left to
// what comes before all inputs. Inputs that cannot be indexed go to
// `rejections`; only failures of the machine (a full disk) end the work with an
// error. A page on which our own code throws is rejected as "internal-error":
// it costs that page, not the run.
Status CollectArticles(const std::vector<InputFile>& inputs,
                       const CollectOptions& options, const ReadSoFar& from,
                       RejectionLog* rejections, BuildProgress* progress,
                       Collected* collected);

// Appends the record and the article to the spool of worker `worker` and
// completes `entry`, whose sequence, source and page are the caller's.
// `analysis` must be Analyze(article.text); the facets must be clean.
Status SpoolArticle(const Article& article, const Analysis& analysis,
                    std::uint16_t worker, WorkerOutput* output,
                    ArticleEntry* entry);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COLLECT_H_
