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
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "common/index/copies_file.h"
#include "indexer/build/article_sketch.h"
#include "indexer/build/copy_comparer.h"

namespace tracuu {

// Texts of fewer syllables have no copies: formulas are all there is to them.
inline constexpr std::size_t kLeastText = 20;

struct CopyCounts {
  std::uint64_t clusters = 0;
  std::uint64_t articles = 0;  // In clusters, the earliest of each among them.
};

struct FoundCopies {
  std::vector<ClusterMember> members;  // As WriteCopies() takes them.
  // By place in the catalog; none of a text that is too short.
  std::vector<std::optional<Sketch>> sketches;

  CopyCounts counts() const { return {CountClusters(members), members.size()}; }
};

// Depends on the articles of the catalog and their order alone: not on threads
// or workers, nor on which of them the served snapshot holds. Takes about 180
// bytes an article, of which the sketches are 130, as much again for a while if
// there is a served snapshot, and 16 MB a thread.
Result<FoundCopies> FindCopies(const CopyInput& input, unsigned threads);

// For each place of a snapshot, from 1, the place of the earliest article of
// its cluster: itself, if it has no copies. The first `dated` places have a
// day.
std::vector<std::uint32_t> EarliestCopies(
    const std::vector<ClusterMember>& members, std::uint32_t documents,
    std::uint32_t dated);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_FIND_COPIES_H_
