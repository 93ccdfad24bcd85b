#ifndef TRACUU_INDEXER_BUILD_SEGMENTS_H_
#define TRACUU_INDEXER_BUILD_SEGMENTS_H_

// The second half of a build: articles, in docid order, become many small
// databases, and these one.
//
// Small, because Xapian's writer keeps what is not yet on disk in trees whose
// walks miss the processor's cache: CPU for 10,000 articles was 37 s flushing
// every 500, 49 s every 2,000 and 191 s every 10,000 (1.4.22); and because a
// growing database scatters each flush over its whole B-tree, where a fresh
// one only appends. Merging costs a tenth of what that saves.

#include <cstddef>
#include <filesystem>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"
#include "indexer/build/dictionary.h"
#include "indexer/build/progress.h"

namespace tracuu {

// What both halves of the build hold while segments are made.
struct SegmentInput {
  const std::vector<WorkerOutput>& outputs;
  const Catalog& catalog;
  const Dictionary& dictionary;
};

// Writes the segments, `articles_each` or fewer in each, below `work_dir` with
// `threads` threads. Returns them in docid order; the first carries the
// metadata of the schema. They are unsafe until closed (DB_DANGEROUS): after
// an error they are of no use.
Result<std::vector<std::filesystem::path>> BuildSegments(
    const SegmentInput& input, std::size_t articles_each, unsigned threads,
    const std::filesystem::path& work_dir, BuildProgress* progress);

// Merges `segments`, in their order, into the single-file database `output`
// and removes them. Not synced.
Status MergeSegments(const std::vector<std::filesystem::path>& segments,
                     const std::filesystem::path& work_dir,
                     const std::filesystem::path& output);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SEGMENTS_H_
