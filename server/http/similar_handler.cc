#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/similar.h"

namespace tracuu {

HttpResponse HandleSimilar(const ApiCall& call) {
  std::size_t count = 0;
  if (const auto problem =
          ReadSimilarParams(call.params, call.limits, &count)) {
    return ToResponse(*problem);
  }
  const auto similar =
      FindSimilar(*call.snapshot, call.name, count, call.limits);
  if (!similar) return ToResponse(ProblemOf(similar.error()));
  HttpResponse response;
  response.body = Dump(SimilarToJson(call.name, *similar, *call.snapshot));
  return response;
}

}  // namespace tracuu
