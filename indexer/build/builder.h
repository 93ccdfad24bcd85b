#ifndef TRACUU_INDEXER_BUILD_BUILDER_H_
#define TRACUU_INDEXER_BUILD_BUILDER_H_

// From SOURCE arguments to a finished database that nobody serves yet:
//
//   collect     pages → articles, tokens and facets, in spools
//   catalog     which articles stay, and in which order
//   copies      which of them are near-duplicates of which
//   dictionary  frequent syllables, ordinals of facet values
//   segments    articles → many small databases → one
//
// Memory does not grow with the corpus but for the catalog (about 190 bytes an
// article, and as many again while near-duplicates are looked for), the
// vocabulary (about 100 bytes a distinct syllable and thread) and, in an
// update, what is known of each page (about 120 bytes; 250 more if it has
// moved). Disk: the spools take about twice the text; spools and segments lie
// beside each other, then segments and the database.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/changes.h"
#include "indexer/build/find_copies.h"
#include "indexer/build/progress.h"
#include "indexer/build/rejection_log.h"
#include "indexer/build/repair_counts.h"
#include "indexer/build/update.h"
#include "indexer/overrides/overrides.h"
#include "indexer/readers/reader.h"

namespace tracuu {

struct BuildResult {
  std::uint64_t documents = 0;
  std::string content_digest;  // See Manifest::content_digest.
  std::map<std::string, RejectionSummary> rejected;  // By reason code.
  // By kind, of the pages that had to be read: those that an update knows as
  // unchanged are not among them.
  std::map<std::string, RepairSummary> repairs;
  // What the run report tells besides.
  std::uint64_t input_files = 0;
  std::uint64_t input_bytes = 0;                 // On disk.
  std::map<std::string, std::uint64_t> ignored;  // See InputList::ignored.
  std::uint64_t pages = 0;  // Read, whether indexed or rejected.
  unsigned threads = 0;
  // Pages of these that an earlier run had read, which was killed.
  std::uint64_t pages_resumed = 0;
  std::map<std::string, double> seconds;  // By PhaseName(), of this run.
  // Of an update: how it differs from its base; all of them, for a dry run.
  std::optional<UpdateDifferences> differences;
  std::vector<ListedDifference> listed;
  // False if a database was left out because of the two options for updates,
  // or because there was no article.
  bool written = false;
  // Files of the base's snapshot that the new one has links to.
  std::vector<std::string_view> linked;
  // Clusters of near-duplicates, and the articles in them.
  CopyCounts copies;
  // Bytes of each table of the database, by Xapian's names for them.
  std::map<std::string, std::uint64_t> table_bytes;
};

// What a kill may cost of the reading. A save of a million articles writes
// 118 MB in 1.1 s (two cores busy with other work); they are read in 690 s.
inline constexpr std::chrono::milliseconds kSaveEvery{60'000};

struct BuildOptions {
  std::vector<std::string> sources;
  unsigned threads = 2;  // At least 1.
  ReadLimits limits;
  Overrides overrides;
  std::size_t segment_articles = 2000;
  std::size_t merge_width = 150;  // See MergeOptions.
  // See ReadingKey().
  std::string reading_key = std::string(kReadingKeySize, '0');
  // For an update. Nothing is written if nothing differs from the base.
  std::optional<UpdateBase> base;
  // An update keeps the base's database up to this share of changes (see
  // changes.h).
  double most_changes = kMostChanges;
  // Only compare with the base; nothing is written.
  bool dry_run = false;
  // How often what is read is made safe against a kill (checkpoint.h).
  std::chrono::milliseconds save_every = kSaveEvery;
  // Asked once the articles are known, before the costlier half of the work;
  // an error ends the build. May be empty.
  std::function<Status(const BuildResult&)> approve;
};

// Writes the files of kSnapshotFiles and kChangesFiles, but for kReportFile,
// into `output_dir`, which must exist and be empty, with `work_dir` for
// everything in between. What that holds of a run that was killed is taken up
// if it was of the same inputs; all else in it is removed. What is built does
// not depend on it, nor on the number of threads or the order of the sources.
//
// If no article is left to index, nothing is written and `documents` is 0.
// Fails with kNotFound for a SOURCE that does not exist, as `approve` does, and
// as the disk does.
Result<BuildResult> BuildDatabase(const BuildOptions& options,
                                  const std::filesystem::path& work_dir,
                                  const std::filesystem::path& output_dir,
                                  BuildProgress* progress);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_BUILDER_H_
