#include <chrono>

#include "common/domain/date.h"
#include "server/http/entity_json.h"
#include "server/http/handlers.h"
#include "server/http/params.h"
#include "server/http/problem.h"

namespace tracuu {
namespace {

// Today in Vietnam, which is seven hours ahead of UTC all year.
Date Today() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(7);
  const auto days = std::chrono::floor<std::chrono::days>(now);
  return FromDayNumber(
      static_cast<std::int32_t>(days.time_since_epoch().count()));
}

}  // namespace

HttpResponse HandleProvinces(const ApiCall& call) {
  Date day = Today();
  if (const auto problem = ReadProvincesParams(call.params, &day)) {
    return ToResponse(*problem);
  }
  HttpResponse response;
  response.body = Dump(ProvincesToJson(*call.snapshot, day));
  return response;
}

}  // namespace tracuu
