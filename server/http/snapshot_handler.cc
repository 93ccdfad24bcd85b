#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/params.h"
#include "server/http/problem.h"

namespace tracuu {

HttpResponse HandleSnapshot(const ApiCall& call) {
  if (const auto problem = ReadNoParams(call.params)) {
    return ToResponse(*problem);
  }
  HttpResponse response;
  response.body = Dump(SnapshotToJson(*call.snapshot));
  return response;
}

}  // namespace tracuu
