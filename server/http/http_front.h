#ifndef TRACUU_SERVER_HTTP_HTTP_FRONT_H_
#define TRACUU_SERVER_HTTP_HTTP_FRONT_H_

// What stands between the network and our handlers. A few functions, so that
// the library behind them can be changed: Debian 12's cpp-httplib 0.11.4 has
// had no security upload for years, and no settings make it safe for direct
// clients. Hence loopback only; nginx stands in front of anything else.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "server/http/http_types.h"

namespace tracuu {

struct HttpFrontOptions {
  std::string host = "127.0.0.1";  // A loopback address.
  int port = 8080;                 // 0: any free one.
  std::size_t threads = 64;  // One connection holds one until it is answered.
};

class HttpFront {
 public:
  virtual ~HttpFront() = default;

  // Listens and answers from now on, in threads of its own. Only GET and HEAD
  // without a body, without Range, within bounded sizes reach `handler`; the
  // front refuses the rest. Fails with kIo if the address is taken, with
  // kInvalidArgument if it is not a loopback address.
  virtual Status Start(HttpHandler handler) = 0;

  // The port listened on. REQUIRES: Start() succeeded.
  virtual int port() const = 0;

  // Answers what was accepted, refuses the rest, returns when all is done.
  virtual void Stop() = 0;
};

// The front made of cpp-httplib.
std::unique_ptr<HttpFront> MakeHttplibFront(HttpFrontOptions options);

// True for 127.0.0.0/8, ::1 and "localhost".
bool IsLoopback(std::string_view host);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_HTTP_FRONT_H_
