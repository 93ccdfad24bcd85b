#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/searcher.h"

namespace tracuu {

HttpResponse HandleDocument(const ApiCall& call) {
  ViewRequest request;
  if (const auto problem = ReadDocumentParams(call.params, &request)) {
    return ToResponse(*problem);
  }
  const auto view =
      Searcher(call.snapshot, call.limits, call.ranking).View(call.name, request);
  if (!view) return ToResponse(ProblemOf(view.error()));
  HttpResponse response;
  response.body = Dump(ToJson(*view, *call.snapshot));
  return response;
}

}  // namespace tracuu
