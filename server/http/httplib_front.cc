// The front made of cpp-httplib, with the settings that its faults call for.
// Each was measured against 0.11.4 as Debian 12 has it.

#include <httplib.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "server/http/http_front.h"
#include "server/http/problem.h"

namespace tracuu {
namespace {

// Pending connections: the library asks for 5, which at 64 clients costs a
// second in retransmits.
constexpr int kBacklog = 1024;

constexpr std::size_t kMaxTargetBytes = 8192;
constexpr std::size_t kMaxHeaders = 64;
constexpr std::size_t kMaxPayloadBytes = 64 * 1024;
constexpr std::chrono::seconds kReadTimeout{5};
constexpr std::chrono::seconds kWriteTimeout{5};

bool HasNul(const std::string& text) {
  return text.find('\0') != std::string::npos ||
         text.find("%00") != std::string::npos;
}

// What must not reach our handlers: bodies (smuggling, and they are read into
// memory), ranges (gigabytes for one request), and what no client of ours
// sends.
std::optional<Problem> Refuse(const httplib::Request& request) {
  if (request.method != "GET" && request.method != "HEAD") {
    return MethodNotAllowed();
  }
  if (request.target.size() > kMaxTargetBytes) return TargetTooLong();
  if (request.headers.size() > kMaxHeaders) {
    return BadRequest("Yêu cầu có quá nhiều dòng tiêu đề.");
  }
  for (const char* name :
       {"Content-Length", "Transfer-Encoding", "Expect", "Range"}) {
    if (request.has_header(name)) {
      return BadRequest("Máy chủ không nhận yêu cầu có nội dung hay Range.");
    }
  }
  if (HasNul(request.target)) return BadRequest("Địa chỉ có ký tự NUL.");
  return std::nullopt;
}

void Write(HttpResponse&& response, httplib::Response* out) {
  out->status = response.status;
  for (const auto& [name, value] : response.headers) {
    out->set_header(name.c_str(), value.c_str());
  }
  out->set_content(std::move(response.body), response.content_type.c_str());
}

// What the library refuses by itself, before our handlers see it.
Problem ProblemOfStatus(int status) {
  switch (status) {
    case 404:
      return NotFound("Không có địa chỉ này.");
    case 414:
      return TargetTooLong();
    case 500:
      return InternalError();
    default: {
      Problem problem = BadRequest("Yêu cầu HTTP không đúng quy cách.");
      problem.status = status;
      return problem;
    }
  }
}

class HttplibFront : public HttpFront {
 public:
  explicit HttplibFront(HttpFrontOptions options)
      : options_(std::move(options)) {}
  ~HttplibFront() override { Stop(); }

  Status Start(HttpHandler handler) override;
  int port() const override { return port_; }
  void Stop() override;

 private:
  void Configure();
  void Answer(const httplib::Request& request, httplib::Response* response);
  Status Bind();

  const HttpFrontOptions options_;
  HttpHandler handler_;
  httplib::Server server_;
  std::atomic<int> socket_{-1};
  int port_ = 0;
  std::thread thread_;
};

void HttplibFront::Configure() {
  const std::size_t threads = options_.threads;
  // Threads of the default 8 MiB: the library's regular expressions recurse,
  // and one 8 kB request ends the process below 5 MiB.
  server_.new_task_queue = [threads] {
    return new httplib::ThreadPool(threads);
  };
  // One request a connection: bytes left over from one cannot be taken for
  // the next.
  server_.set_keep_alive_max_count(1);
  // Nagle's algorithm against delayed acknowledgements: 43 ms a request.
  server_.set_tcp_nodelay(true);
  server_.set_read_timeout(kReadTimeout);
  server_.set_write_timeout(kWriteTimeout);
  server_.set_payload_max_length(kMaxPayloadBytes);
  server_.set_socket_options([this](auto socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    socket_ = static_cast<int>(socket);
  });
  // Everything is answered here: the library's routes are regular expressions.
  server_.set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        Answer(request, &response);
        return httplib::Server::HandlerResponse::Handled;
      });
  // Replaces the library's, which sends the exception's text to the client.
  server_.set_exception_handler([](const httplib::Request&,
                                   httplib::Response& response,
                                   std::exception_ptr) {
    Write(ToResponse(InternalError()), &response);
  });
  server_.set_error_handler(
      [](const httplib::Request&, httplib::Response& response) {
        if (response.body.empty()) {
          Write(ToResponse(ProblemOfStatus(response.status)), &response);
        }
      });
}

void HttplibFront::Answer(const httplib::Request& request,
                          httplib::Response* response) {
  // The library would compress at Brotli's slowest level (tens of ms a page).
  // The request is its own and not const.
  const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
  if (const auto problem = Refuse(request)) {
    return Write(ToResponse(*problem), response);
  }
  try {
    Write(handler_({request.method, request.target,
                    request.get_header_value("Host"),
                    request.get_header_value("If-None-Match"),
                    request.get_header_value("Sec-Fetch-Site")}),
          response);
  } catch (const std::exception& error) {
    spdlog::error("event=exception what=\"{}\"", error.what());
    Write(ToResponse(InternalError()), response);
  }
}

Status HttplibFront::Bind() {
  if (!IsLoopback(options_.host)) {
    return Error{ErrorCode::kInvalidArgument,
                 "--host " + options_.host + " is not a loopback address",
                 "listen on 127.0.0.1 and put nginx in front of it; the HTTP "
                 "library is not safe for direct clients"};
  }
  if (options_.port == 0) {
    port_ = server_.bind_to_any_port(options_.host);
  } else if (server_.bind_to_port(options_.host, options_.port)) {
    port_ = options_.port;
  }
  if (port_ <= 0) {
    return Error{ErrorCode::kIo,
                 "cannot listen on " + options_.host + ":" +
                     std::to_string(options_.port),
                 "is another server running there? --port 0 takes a free one"};
  }
  ::listen(socket_, kBacklog);
  return Ok{};
}

Status HttplibFront::Start(HttpHandler handler) {
  handler_ = std::move(handler);
  Configure();
  if (const Status bound = Bind(); !bound) return bound.error();
  thread_ = std::thread([this] { server_.listen_after_bind(); });
  // stop() before the accept loop runs would be lost.
  while (!server_.is_running()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return Ok{};
}

void HttplibFront::Stop() {
  if (!thread_.joinable()) return;
  server_.stop();
  thread_.join();
}

}  // namespace

std::unique_ptr<HttpFront> MakeHttplibFront(HttpFrontOptions options) {
  return std::make_unique<HttplibFront>(std::move(options));
}

bool IsLoopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  return host.starts_with("127.") &&
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace tracuu
