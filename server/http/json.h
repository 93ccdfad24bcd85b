#ifndef TRACUU_SERVER_HTTP_JSON_H_
#define TRACUU_SERVER_HTTP_JSON_H_

// From answers to JSON, as docs/api.md tells. Text is segments, never HTML.
// Pure, thread-safe.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/search/cluster_view.h"
#include "server/search/explainer.h"
#include "server/search/search_request.h"
#include "server/search/searcher.h"
#include "server/search/snapshot.h"
#include "server/search/suggester.h"

namespace tracuu {

using Json = nlohmann::ordered_json;

// Never throws for broken UTF-8: it becomes U+FFFD.
std::string Dump(const Json& json);

// Parts that answers share: null for an empty text; the snapshot that an
// answer comes from.
Json TextOrNull(const std::string& text);
Json SnapshotLine(const std::string& id, std::uint64_t documents);

Json ToJson(const SearchRequest& request, const SearchResponse& response,
            double took_ms);
Json ToJson(const FacetPageRequest& request, const FacetPage& page);
// Ranges are in code points of `text`.
Json ToJson(const ArticleView& view, const Snapshot& snapshot);
Json ToJson(const ViewRequest& request, const Explanation& explanation);
Json ToJson(const std::vector<Suggestion>& suggestions);
Json SimilarToJson(std::string_view id, const std::vector<Hit>& similar,
                   const Snapshot& snapshot);
Json ToJson(std::string_view id, const ClusterView& view,
            const Snapshot& snapshot);
Json SnapshotToJson(const Snapshot& snapshot);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_JSON_H_
