#ifndef TRACUU_COMMON_INDEX_COPIES_FILE_H_
#define TRACUU_COMMON_INDEX_COPIES_FILE_H_

// copies.bin of a snapshot: which articles are near-duplicates of each other.
// It is beside the database and not in it, as it depends on all articles
// together: one new article can change the numbers of many clusters.
//
//   "tracuu copies 1" LF, then for each article that has copies, in ascending
//   order: its place (4 bytes) and the number of its cluster (4),
//   little-endian.
//
// A place is what the server calls a docid: from 1, in date order (schema.h).
// Clusters are numbered from 1 in the order in which places meet them.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

// An article that has copies.
struct ClusterMember {
  std::uint32_t place = 0;
  std::uint32_t cluster = 0;

  friend bool operator==(const ClusterMember&, const ClusterMember&) = default;
};

// Writes the file. Not synced. REQUIRES: the order that the format asks for.
Status WriteCopies(const std::filesystem::path& path,
                   const std::vector<ClusterMember>& members);

// Fails with kCorrupt unless the file holds places of 1 … `documents` and
// numbers as the format says, else as ReadFile() does.
Result<std::vector<ClusterMember>> ReadCopies(const std::filesystem::path& path,
                                              std::uint64_t documents);

// How many clusters the members make.
std::uint32_t CountClusters(const std::vector<ClusterMember>& members);

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_COPIES_FILE_H_
