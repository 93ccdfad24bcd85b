#ifndef TRACUU_SERVER_SEARCH_CLUSTERS_H_
#define TRACUU_SERVER_SEARCH_CLUSTERS_H_

// The clusters of near-duplicates of a snapshot: which articles are the same
// report on several portals. The indexer finds them
// (indexer/build/find_copies.h); here they are folded: of the matches that
// belong to one cluster the earliest stands for all, and a facet's value counts
// the clusters in which some match has it, so that a count is still the total
// one gets by choosing the value. Immutable after Load(); thread-safe.

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "server/search/doc_set.h"
#include "server/search/facet_counter.h"
#include "server/search/facet_table.h"

namespace tracuu {

class Clusters {
 public:
  Clusters() = default;  // None.

  // Reads kCopiesFile of a snapshot of so many documents, the first `dated` of
  // which have a day, newest first. Fails as ReadCopies() does.
  static Result<Clusters> Load(const std::filesystem::path& file,
                               std::uint32_t documents, std::uint32_t dated);

  // How many there are, and the articles in them.
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(starts_.size()) - 1;
  }
  std::size_t articles() const { return members_.size(); }

  // The number of an article's cluster, from 1; 0 if it has no copies.
  // REQUIRES: 1 <= docid <= documents.
  std::uint32_t Of(Xapian::docid docid) const;

  // The articles of a cluster, the earliest first, undated ones last. REQUIRES:
  // 1 <= number <= size().
  std::span<const std::uint32_t> MembersOf(std::uint32_t number) const {
    return {members_.data() + starts_[number - 1],
            starts_[number] - starts_[number - 1]};
  }

  // Leaves of each cluster the earliest article of `docs`.
  DocSet Fold(const DocSet& docs) const;

  // Every article of the clusters that `docs` touches.
  DocSet CopiesOf(const DocSet& docs) const;

  // Takes from counts of `docs` what they count twice, so that each cluster
  // counts once for a value. `counted` is CountOrdinals() of `tables`.
  void CountOnce(std::span<const FacetTable* const> tables, const DocSet& docs,
                 std::vector<OrdinalCounts>* counted) const;

 private:
  // A place in `members_`.
  static constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;

  // Calls `use` with the number of a cluster and a docid for each article of
  // `docs` that has copies: cluster by cluster, in the order of MembersOf().
  template <typename Use>
  void ForEachCopy(const DocSet& docs, const Use& use) const;

  std::vector<std::uint32_t> members_;    // Docids, cluster by cluster.
  std::vector<std::uint32_t> number_at_;  // Of the cluster, by place.
  std::vector<std::uint32_t> starts_{0};  // By number - 1; one more.
  std::vector<std::uint32_t> place_of_;   // By docid; kNoPlace.
  DocSet copies_;                         // The docids in members_.
};

// What the API calls a cluster: "c91".
std::string ClusterName(std::uint32_t number);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_CLUSTERS_H_
