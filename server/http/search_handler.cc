#include <chrono>

#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"
#include "server/search/searcher.h"

namespace tracuu {

HttpResponse HandleSearch(const ApiCall& call) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  SearchRequest request;
  if (const auto problem =
          ReadSearchParams(call.params, call.limits, &request)) {
    return ToResponse(*problem);
  }
  const auto found =
      Searcher(call.snapshot, call.limits, call.ranking).Search(request);
  if (!found) return ToResponse(ProblemOf(found.error()));
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  HttpResponse response;
  response.body = Dump(ToJson(request, *found, took.count()));
  return response;
}

}  // namespace tracuu
