#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/cluster_view.h"

namespace tracuu {

HttpResponse HandleCluster(const ApiCall& call) {
  ClusterPageRequest request;
  if (const auto problem =
          ReadClusterParams(call.params, call.limits, &request)) {
    return ToResponse(*problem);
  }
  const auto view = ViewCluster(*call.snapshot, call.name, request,
                                call.limits.max_snippet_chars);
  if (!view) return ToResponse(ProblemOf(view.error()));
  HttpResponse response;
  response.body = Dump(ToJson(call.name, *view, *call.snapshot));
  return response;
}

}  // namespace tracuu
