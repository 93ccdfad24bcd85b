#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/searcher.h"

namespace tracuu {

HttpResponse HandleDocument(const ApiCall& call) {
  DocumentParams params;
  if (const auto problem = ReadDocumentParams(call.params, &params)) {
    return ToResponse(*problem);
  }
  const auto view = Searcher(call.snapshot, call.limits)
                        .View(call.name, params.text, params.accents);
  if (!view) return ToResponse(ProblemOf(view.error()));
  HttpResponse response;
  response.body = Dump(ToJson(*view, *call.snapshot));
  return response;
}

}  // namespace tracuu
