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
//
// CPU an article, segments and merge together, by articles a segment, and the
// bytes of the result, as merging keeps the posting chunks of each segment
// apart, and a query walks over them (5,000 articles of 400 syllables, pairs
// of syllables in three tenths of them):
//
//   25   1.94 ms  17.3 kB      100   2.16 ms  14.4 kB
//   50   1.85 ms  15.8 kB      200   2.72 ms  13.3 kB

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

struct MergeOptions {
  // At most so many databases are open in one merge, which takes five file
  // descriptors for each; at least 2. More segments are merged in levels.
  std::size_t width = 150;
  unsigned threads = 1;  // For all levels but the last, which has one merge.
};

// Merges `segments`, in their order, into the single-file database `output`
// and removes them. Not synced.
Status MergeSegments(std::vector<std::filesystem::path> segments,
                     const MergeOptions& options,
                     const std::filesystem::path& work_dir,
                     const std::filesystem::path& output);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SEGMENTS_H_
