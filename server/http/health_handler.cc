#include "server/http/handlers.h"
#include "server/http/json.h"
#include "server/http/problem.h"

namespace tracuu {

HttpResponse HandleHealthz() {
  HttpResponse response;
  response.body = Dump({{"status", "ok"}});
  return response;
}

HttpResponse HandleReadyz(const std::shared_ptr<const Snapshot>& snapshot) {
  if (!snapshot) return ToResponse(NotReady());
  HttpResponse response;
  response.body = Dump({{"status", "ready"},
                        {"snapshot", snapshot->manifest().id},
                        {"documents", snapshot->documents()}});
  return response;
}

}  // namespace tracuu
