#include "server/http/entity_json.h"
#include "server/http/handlers.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/coverage.h"

namespace tracuu {

HttpResponse HandleCoverage(const ApiCall& call) {
  SearchRequest request;
  std::size_t host_limit = call.limits.default_coverage_hosts;
  if (const auto problem =
          ReadCoverageParams(call.params, call.limits, &request, &host_limit)) {
    return ToResponse(*problem);
  }
  const auto coverage =
      ReadCoverage(call.snapshot, call.limits, request, host_limit);
  if (!coverage) return ToResponse(ProblemOf(coverage.error()));
  HttpResponse response;
  response.body = Dump(ToJson(request, *coverage, *call.snapshot));
  return response;
}

}  // namespace tracuu
