#ifndef TRACUU_SERVER_HTTP_PARAMS_H_
#define TRACUU_SERVER_HTTP_PARAMS_H_

// From the parameters of a request to what a search takes. Every parameter is
// known, in its bounds and given once (but for filters), or the request is
// refused and the parameter named: a misspelt filter that is ignored gives a
// wrong count. Pure, thread-safe.

#include <optional>
#include <string>
#include <string_view>

#include "common/domain/date.h"
#include "server/http/problem.h"
#include "server/http/target.h"
#include "server/search/cited_documents.h"
#include "server/search/cluster_view.h"
#include "server/search/limits.h"
#include "server/search/search_request.h"

namespace tracuu {

// /api/v1/search
std::optional<Problem> ReadSearchParams(const Params& params,
                                        const Limits& limits,
                                        SearchRequest* request);

// /api/v1/facets/{name}. `page->facet` is set already.
std::optional<Problem> ReadFacetParams(const Params& params,
                                       const Limits& limits,
                                       SearchRequest* request,
                                       FacetPageRequest* page);

// /api/v1/documents/{id}
std::optional<Problem> ReadDocumentParams(const Params& params,
                                          ViewRequest* request);

// /api/v1/explain
std::optional<Problem> ReadExplainParams(const Params& params,
                                         ViewRequest* request, std::string* id);

// /api/v1/documents/{id}/similar
std::optional<Problem> ReadSimilarParams(const Params& params,
                                         const Limits& limits,
                                         std::size_t* count);

// /api/v1/documents/{id}/cluster
std::optional<Problem> ReadClusterParams(const Params& params,
                                         const Limits& limits,
                                         ClusterPageRequest* request);

// /api/v1/suggest
std::optional<Problem> ReadSuggestParams(const Params& params,
                                         const Limits& limits,
                                         std::string* text, bool* collapse);

// /api/v1/resolutions
std::optional<Problem> ReadCitedListParams(const Params& params,
                                           const Limits& limits,
                                           CitedListRequest* request);

// /api/v1/provinces. `day` is left as it is if the request names none.
std::optional<Problem> ReadProvincesParams(const Params& params, Date* day);

// /api/v1/coverage. `host_limit` is left as it is if the request names none.
std::optional<Problem> ReadCoverageParams(const Params& params,
                                          const Limits& limits,
                                          SearchRequest* request,
                                          std::size_t* host_limit);

// Addresses without parameters.
std::optional<Problem> ReadNoParams(const Params& params);

// True for the name of a facet of the schema.
bool IsFacetName(std::string_view name);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_PARAMS_H_
