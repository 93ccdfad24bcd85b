#ifndef TRACUU_INDEXER_BUILD_FIND_COPIES_H_
#define TRACUU_INDEXER_BUILD_FIND_COPIES_H_

// Finds near-duplicates: the same report on several portals, with another
// header, a few words changed, without marks, in another frame.
//
// A cluster is an article and its copies, each of which was compared with that
// article, the earliest of them. So nothing hangs together by a chain of small
// differences, and a later article never changes which earlier ones belong
// together. Two texts are copies if the other one covers nearly all of the
// shorter (article_sketch.h), neither is much longer, and their names and
// numbers are the same (particulars.h).
//
// docs/decisions/0010-near-duplicates.md has the measurements.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/base/result.h"
#include "common/index/copies_file.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"

namespace tracuu {

// How much of the shorter text is in the other: the share of its shingles, and
// the share of its syllables that these cover. Two copies of an article in each
// of which every twentieth syllable was changed share 0.73 and cover 0.88.
// Press articles that take over the background of an older one share 0.5 to
// 0.7 and cover as much, as what differs is whole passages; reports by one
// formula (weather) cover 0.8, but share 0.5, as what differs is everywhere.
inline constexpr double kCopyOverlap = 0.62;
inline constexpr double kCopyCoverage = 0.78;
// Both for a short text, of which a formula is a large part; still shorter ones
// have no copies. In syllables.
inline constexpr double kShortCopyOverlap = 0.8;
inline constexpr std::size_t kShortText = 60;
inline constexpr std::size_t kLeastText = 20;

// A copy has at most so many times the syllables: what is longer is a page with
// several reports, or the report behind a teaser.
inline constexpr double kMostLonger = 2.0;

struct CopyCounts {
  std::uint64_t clusters = 0;
  std::uint64_t articles = 0;  // In clusters, the earliest of each among them.
};

struct FoundCopies {
  std::vector<ClusterMember> members;  // As WriteCopies() takes them.

  CopyCounts counts() const {
    return {CountClusters(members), members.size()};
  }
};

// Depends on the articles of the catalog and their order alone, not on threads
// or workers. Takes about 180 bytes an article.
Result<FoundCopies> FindCopies(const std::vector<WorkerOutput>& outputs,
                               unsigned threads, const Catalog& catalog);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_FIND_COPIES_H_
