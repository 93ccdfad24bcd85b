#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/suggester.h"

namespace tracuu {

HttpResponse HandleSuggest(const ApiCall& call) {
  std::string text;
  bool collapse = true;
  if (const auto problem =
          ReadSuggestParams(call.params, call.limits, &text, &collapse)) {
    return ToResponse(*problem);
  }
  const auto suggestions = Suggest(*call.snapshot, text, collapse, call.limits);
  if (!suggestions) return ToResponse(ProblemOf(suggestions.error()));
  HttpResponse response;
  response.body = Dump(ToJson(*suggestions));
  return response;
}

}  // namespace tracuu
