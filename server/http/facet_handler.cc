#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/searcher.h"

namespace tracuu {

HttpResponse HandleFacet(const ApiCall& call) {
  if (!IsFacetName(call.name)) {
    return ToResponse(NotFound("Không có bộ lọc này."));
  }
  SearchRequest request;
  FacetPageRequest page;
  page.facet = call.name;
  if (const auto problem =
          ReadFacetParams(call.params, call.limits, &request, &page)) {
    return ToResponse(*problem);
  }
  const auto found =
      Searcher(call.snapshot, call.limits).ListFacet(request, page);
  if (!found) return ToResponse(ProblemOf(found.error()));
  HttpResponse response;
  response.body = Dump(ToJson(page, *found));
  return response;
}

}  // namespace tracuu
