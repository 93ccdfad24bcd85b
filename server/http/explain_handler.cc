#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/explainer.h"

namespace tracuu {

HttpResponse HandleExplain(const ApiCall& call) {
  ViewRequest request;
  std::string id;
  if (const auto problem = ReadExplainParams(call.params, &request, &id)) {
    return ToResponse(*problem);
  }
  const auto explanation = Explain(*call.snapshot, call.limits, request, id);
  if (!explanation) return ToResponse(ProblemOf(explanation.error()));
  HttpResponse response;
  response.body = Dump(ToJson(request, *explanation));
  return response;
}

}  // namespace tracuu
