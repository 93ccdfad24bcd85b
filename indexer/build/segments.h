#ifndef TRACUU_INDEXER_BUILD_SEGMENTS_H_
#define TRACUU_INDEXER_BUILD_SEGMENTS_H_

// The second half of a build: articles, in docid order, become many small
// databases, and these one.
//
// Small, because Xapian's writer keeps what is not yet on disk in trees whose
// walks miss the processor's cache, and because a growing database scatters
// each flush over its whole B-tree. Not too small, because merging keeps the
// posting chunks of each segment apart, and a query walks over them. CPU an
// article for the whole of a build, and the bytes of the database (20,000
// articles of 450 syllables, machine busy, so ±10 %), by articles a segment
// and articles a flush:
//
//    200    200   3.6 ms  5.9 kB      1000  1000   3.5 ms  4.9 kB
//    400    400   3.0 ms  5.4 kB      2500  2500   4.9 ms  4.6 kB
//   2000    300   3.1 ms  4.7 kB

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
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
  bool terms_only = false;  // Leaves the stored articles out.
};

// A run of articles in docid order.
struct Segment {
  std::filesystem::path database;
  // Their part of the forward index: how many articles, how many units each
  // takes, the units. Exists only once the segment is whole.
  std::filesystem::path units;
};

// Writes the segments, `articles_each` or fewer in each, below `work_dir` with
// `threads` threads. Returns them in docid order; the first carries the
// metadata of the schema. Those that are there whole are taken to be of the
// same input, and stay. Their databases are unsafe until closed (DB_DANGEROUS):
// after an error those that are not whole are of no use.
Result<std::vector<Segment>> BuildSegments(
    const SegmentInput& input, std::size_t articles_each, unsigned threads,
    const std::filesystem::path& work_dir, BuildProgress* progress);

// Joins the units of `segments`, in their order, to the forward index `output`
// and removes them. Not synced.
Status JoinForwardIndex(const std::vector<Segment>& segments,
                        const std::vector<ForwardWord>& words,
                        const std::filesystem::path& output);

struct MergeOptions {
  // At most so many databases are open in one merge, which takes five file
  // descriptors for each; at least 2. More segments are merged in levels.
  std::size_t width = 150;
  unsigned threads = 1;  // For all levels but the last, which has one merge.
};

// Bytes of each table of a database, by Xapian's names for them: "postlist" …
using TableBytes = std::map<std::string, std::uint64_t>;

// Merges the databases of `segments`, in their order, into the single-file
// database `output` and removes them. Not synced. Returns the tables' sizes, to
// the kilobyte.
Result<TableBytes> MergeDatabases(const std::vector<Segment>& segments,
                                  const MergeOptions& options,
                                  const std::filesystem::path& work_dir,
                                  const std::filesystem::path& output);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SEGMENTS_H_
