#ifndef TRACUU_SERVER_HTTP_API_DESCRIPTION_H_
#define TRACUU_SERVER_HTTP_API_DESCRIPTION_H_

// What the API takes, for programs: the one list from which /openapi.json is
// made. A test holds it to the addresses that App routes, to the parameters
// that each of them accepts and to docs/api.md. Thread-safe.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/json.h"

namespace tracuu {

struct ApiParameter {
  std::string name;
  std::string description;
  enum class Type : std::uint8_t { kText, kNumber };
  Type type = Type::kText;
  bool repeated = false;                 // May be given several times.
  std::vector<std::string> values = {};  // The only ones taken; empty: any.
};

struct ApiOperation {
  std::string path;  // "/api/v1/facets/{name}"
  std::string summary;
  std::vector<ApiParameter> parameters;
};

// In the order of docs/api.md.
const std::vector<ApiOperation>& ApiOperations();

// The OpenAPI 3.1 document.
Json OpenApiDocument();

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_API_DESCRIPTION_H_
