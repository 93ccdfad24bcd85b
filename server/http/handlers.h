#ifndef TRACUU_SERVER_HTTP_HANDLERS_H_
#define TRACUU_SERVER_HTTP_HANDLERS_H_

// One function for each address of the API, each in a file of its name. They
// read parameters, ask the search, write JSON; they know nothing of terms.
// Thread-safe.

#include <memory>
#include <string>

#include "server/http/http_types.h"
#include "server/http/target.h"
#include "server/search/limits.h"
#include "server/search/ranking_options.h"
#include "server/search/snapshot.h"

namespace tracuu {

// What a handler is given. The snapshot stays the same for the whole request.
struct ApiCall {
  const Params& params;
  std::string name;  // What the path names: a facet, an article's id.
  std::shared_ptr<const Snapshot> snapshot;  // Never null.
  const Limits& limits;
  const RankingOptions& ranking;
};

HttpResponse HandleSearch(const ApiCall& call);    // /api/v1/search
HttpResponse HandleFacet(const ApiCall& call);     // /api/v1/facets/{name}
HttpResponse HandleDocument(const ApiCall& call);  // /api/v1/documents/{id}
HttpResponse HandleExplain(const ApiCall& call);   // /api/v1/explain
HttpResponse HandleCluster(
    const ApiCall& call);  // /api/v1/documents/{id}/cluster
HttpResponse HandleSimilar(
    const ApiCall& call);  // /api/v1/documents/{id}/similar
HttpResponse HandleSuggest(const ApiCall& call);      // /api/v1/suggest
HttpResponse HandleResolutions(const ApiCall& call);  // /api/v1/resolutions
HttpResponse HandleResolution(const ApiCall& call);  // /api/v1/resolutions/{id}
HttpResponse HandleProvinces(const ApiCall& call);   // /api/v1/provinces
HttpResponse HandleCoverage(const ApiCall& call);    // /api/v1/coverage
HttpResponse HandleSnapshot(const ApiCall& call);    // /api/v1/snapshot

// Is the process alive; does it have something to serve? `snapshot` may be
// null.
HttpResponse HandleHealthz();
HttpResponse HandleReadyz(const std::shared_ptr<const Snapshot>& snapshot);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_HANDLERS_H_
