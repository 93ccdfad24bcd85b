#ifndef TRACUU_SERVER_HTTP_HTTP_TYPES_H_
#define TRACUU_SERVER_HTTP_HTTP_TYPES_H_

// A request and a response as our handlers see them, free of the library that
// speaks HTTP. Plain data.

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tracuu {

struct HttpRequest {
  std::string method;         // "GET" or "HEAD"
  std::string target;         // As received: path, "?", query; still escaped.
  std::string host;           // The Host header, as received.
  std::string if_none_match;  // Empty if absent, as below.
  std::string sec_fetch_site;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// Called by many threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_HTTP_TYPES_H_
