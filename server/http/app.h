#ifndef TRACUU_SERVER_HTTP_APP_H_
#define TRACUU_SERVER_HTTP_APP_H_

// Every address of the server in one list, and what holds for all of them: who
// may call, which headers go out, one line in the access log. Thread-safe.

#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_types.h"
#include "server/http/static_files.h"
#include "server/http/target.h"
#include "server/search/limits.h"
#include "server/search/ranking_options.h"
#include "server/search/snapshot_holder.h"

namespace tracuu {

struct AppOptions {
  Limits limits;
  // Host names besides localhost, 127.0.0.1 and [::1] under which clients may
  // call, without port: what nginx passes on. A web page elsewhere that points
  // its own name at this address (DNS rebinding) is refused.
  std::vector<std::string> allowed_hosts;
  RankingOptions ranking = {};
};

class App {
 public:
  // `snapshots` must outlive the app.
  App(const SnapshotHolder& snapshots, StaticFiles files, AppOptions options);

  // The addresses of the API, "{}" where a name stands: for the test that holds
  // them to their description.
  static std::vector<std::string> ApiPaths();

  // Answers one request and logs it: route, status, time and size, never what
  // was searched for.
  HttpResponse Handle(const HttpRequest& request) const;

 private:
  HttpResponse Route(const HttpRequest& request, std::string* route) const;
  HttpResponse CallApi(std::string_view path, const Params& params,
                       std::string* route) const;
  bool IsAllowedHost(std::string_view host) const;

  const SnapshotHolder& snapshots_;
  const StaticFiles files_;
  const AppOptions options_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_APP_H_
