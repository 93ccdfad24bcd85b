#include <string>

#include "server/http/entity_json.h"
#include "server/http/handlers.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/cited_document_view.h"
#include "server/search/cited_documents.h"

namespace tracuu {
namespace {

HttpResponse ViewResolution(const ApiCall& call, const std::string& id) {
  const auto view =
      ViewCitedDocument(*call.snapshot, id, call.limits.max_cited_with);
  if (!view) {
    return ToResponse(view.error().code == ErrorCode::kNotFound
                          ? NotFound("Không có văn bản này.")
                          : ProblemOf(view.error()));
  }
  HttpResponse response;
  response.body = Dump(ToJson(*view, *call.snapshot));
  return response;
}

}  // namespace

HttpResponse HandleResolution(const ApiCall& call) {
  if (const auto problem = ReadNoParams(call.params)) {
    return ToResponse(*problem);
  }
  return ViewResolution(call, call.name);
}

HttpResponse HandleResolutions(const ApiCall& call) {
  // The same as the path with an id, for proxies that change "%2F" in paths.
  if (call.params.size() == 1 && call.params.front().first == "id") {
    return ViewResolution(call, call.params.front().second);
  }
  CitedListRequest request;
  if (const auto problem =
          ReadCitedListParams(call.params, call.limits, &request)) {
    return ToResponse(*problem);
  }
  const FacetTable& table = *call.snapshot->FindFacet("resolution");
  HttpResponse response;
  response.body = Dump(CitedListToJson(
      *call.snapshot, request, call.snapshot->cited().Find(table, request)));
  return response;
}

}  // namespace tracuu
