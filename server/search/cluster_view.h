#ifndef TRACUU_SERVER_SEARCH_CLUSTER_VIEW_H_
#define TRACUU_SERVER_SEARCH_CLUSTER_VIEW_H_

// The near-duplicates of an article, for a reader who wants to see where else
// a report stands and who had it first. Thread-safe.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

struct ClusterPageRequest {
  std::size_t page = 1;  // From 1.
  std::size_t per_page = 100;
};

struct ClusterView {
  std::optional<ClusterOfHit> cluster;  // Nothing if it has no copies.
  // One page of the cluster, the given article among it: the earliest first,
  // undated ones last; title and beginning in place of a snippet.
  std::vector<Hit> documents;
};

// Fails with kNotFound if there is no article with that id, with kIo or
// kCorrupt if the snapshot cannot be read.
Result<ClusterView> ViewCluster(const Snapshot& snapshot, std::string_view id,
                                const ClusterPageRequest& request,
                                std::size_t max_snippet_chars);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_CLUSTER_VIEW_H_
