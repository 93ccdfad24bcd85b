#include "indexer/reading/html_sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/reading/html_prescan.h"
#include "indexer/reading/html_wire.h"

extern char** environ;

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

// Set in the child's environment. A program that does not know the argument
// would otherwise start itself without end.
constexpr const char* kChildMark = "TRACUU_HTML_CHILD";
// How long a child may take to start on a busy machine.
constexpr std::chrono::seconds kStartTime{20};
// A page is less text than its markup; entities like "&nGt;" grow a little.
constexpr std::uint64_t kMaxPageGrowth = 4;
constexpr std::uint64_t kMaxPageSlack = std::uint64_t{1} << 20;
constexpr std::size_t kReadStepBytes = std::size_t{1} << 20;

std::mutex program_mutex;
std::string& ChildProgram() {
  static std::string program = "/proc/self/exe";
  return program;
}

enum class Transfer { kDone, kTimeout, kClosed };

// Waits until `fd` is ready for `events` or the deadline has passed.
Transfer Await(int fd, short events, Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - Clock::now());
    if (left.count() <= 0) return Transfer::kTimeout;
    pollfd ready{fd, events, 0};
    const int n = ::poll(&ready, 1, static_cast<int>(left.count()));
    if (n > 0) return Transfer::kDone;
    if (n < 0 && errno != EINTR) return Transfer::kClosed;
  }
}

Transfer Send(int fd, std::string_view bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    // MSG_NOSIGNAL: the child may be dead, which must not kill us.
    const ssize_t n =
        ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EAGAIN) {
      const Transfer state = Await(fd, POLLOUT, deadline);
      if (state != Transfer::kDone) return state;
    } else if (errno != EINTR) {
      return Transfer::kClosed;
    }
  }
  return Transfer::kDone;
}

Transfer Receive(int fd, char* data, std::size_t size,
                 Clock::time_point deadline) {
  while (size > 0) {
    const ssize_t n = ::recv(fd, data, size, MSG_DONTWAIT);
    if (n > 0) {
      data += n;
      size -= static_cast<std::size_t>(n);
    } else if (n < 0 && errno == EAGAIN) {
      const Transfer state = Await(fd, POLLIN, deadline);
      if (state != Transfer::kDone) return state;
    } else if (n == 0 || errno != EINTR) {
      return Transfer::kClosed;
    }
  }
  return Transfer::kDone;
}

// Takes memory as the bytes come, not as the child announces them.
Transfer ReceivePage(int fd, std::uint64_t size, Clock::time_point deadline,
                     std::string* page) {
  while (page->size() < size) {
    const std::size_t had = page->size();
    const std::size_t step =
        std::min<std::uint64_t>(kReadStepBytes, size - had);
    page->resize(had + step);
    const Transfer state = Receive(fd, page->data() + had, step, deadline);
    if (state != Transfer::kDone) return state;
  }
  return Transfer::kDone;
}

std::vector<char*> ChildEnvironment(std::string* mark) {
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    variables.push_back(*variable);
  }
  variables.push_back(mark->data());
  variables.push_back(nullptr);
  return variables;
}

Error CannotStart(const std::string& why) {
  return {ErrorCode::kUnavailable, "cannot start the HTML parser: " + why,
          "check that processes may be started and memory is left"};
}

// Starts the child with `socket` as its standard input and output, in a group
// of its own so that Ctrl-C in the terminal reaches us alone. posix_spawn is
// safe in a process with threads, where fork() followed by code is not.
Result<pid_t> Spawn(int socket) {
  std::string program;
  {
    const std::lock_guard lock(program_mutex);
    program = ChildProgram();
  }
  std::string argument(kHtmlChildArgument);
  std::string mark = std::string(kChildMark) + "=1";
  char* const arguments[] = {program.data(), argument.data(), nullptr};
  std::vector<char*> environment = ChildEnvironment(&mark);

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
  sigset_t none;
  sigset_t defaults;
  ::sigemptyset(&none);
  ::sigemptyset(&defaults);
  for (const int signal : {SIGPIPE, SIGTERM, SIGALRM}) {
    ::sigaddset(&defaults, signal);
  }
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF |
                                              POSIX_SPAWN_SETPGROUP);
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, program.c_str(), &actions, &attributes,
                                  arguments, environment.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (error != 0) return CannotStart(std::strerror(error));
  return pid;
}

}  // namespace

struct HtmlSandbox::Child {
  Child(pid_t child_pid, int child_socket)
      : pid(child_pid), socket(child_socket) {}
  ~Child() {
    ::close(socket);
    ::kill(pid, SIGKILL);
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  static Result<std::unique_ptr<Child>> Start();

  const pid_t pid;
  const int socket;
};

Result<std::unique_ptr<HtmlSandbox::Child>> HtmlSandbox::Child::Start() {
  if (std::getenv(kChildMark) != nullptr) {
    return CannotStart("this process is itself a parser");
  }
  int sockets[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
    return CannotStart(std::strerror(errno));
  }
  const Result<pid_t> pid = Spawn(sockets[1]);
  ::close(sockets[1]);
  if (!pid) {
    ::close(sockets[0]);
    return pid.error();
  }
  auto child = std::make_unique<Child>(*pid, sockets[0]);
  HtmlReplyHeader hello;
  char bytes[sizeof hello];
  const Transfer state =
      Receive(child->socket, bytes, sizeof bytes, Clock::now() + kStartTime);
  std::memcpy(&hello, bytes, sizeof hello);
  if (state != Transfer::kDone || hello.magic != kHtmlWireMagic) {
    return CannotStart("the started program is not the parser");
  }
  return child;
}

HtmlSandbox::HtmlSandbox(const HtmlLimits& limits) : limits_(limits) {}
HtmlSandbox::~HtmlSandbox() = default;

// One exchange with a child: sends `html`, receives the page.
struct HtmlSandbox::Exchange {
  Transfer state = Transfer::kDone;
  std::optional<HtmlPage> page;
};

HtmlSandbox::Exchange HtmlSandbox::Ask(std::string_view html) {
  const Clock::time_point deadline = Clock::now() + limits_.max_time;
  HtmlRequestHeader request;
  request.max_seconds = static_cast<std::uint32_t>(
      limits_.max_time / std::chrono::seconds(1) + 2);
  request.max_memory_bytes = limits_.max_memory_bytes;
  request.html_bytes = html.size();
  char head[sizeof request];
  std::memcpy(head, &request, sizeof request);
  HtmlReplyHeader reply;
  char answer[sizeof reply] = {};
  std::string page;

  const int socket = child_->socket;
  Exchange exchange;
  exchange.state = Send(socket, {head, sizeof head}, deadline);
  if (exchange.state == Transfer::kDone) {
    exchange.state = Send(socket, html, deadline);
  }
  if (exchange.state == Transfer::kDone) {
    exchange.state = Receive(socket, answer, sizeof answer, deadline);
  }
  if (exchange.state != Transfer::kDone) return exchange;
  std::memcpy(&reply, answer, sizeof reply);
  if (reply.magic != kHtmlWireMagic ||
      reply.page_bytes > kMaxPageGrowth * html.size() + kMaxPageSlack) {
    exchange.state = Transfer::kClosed;
    return exchange;
  }
  exchange.state = ReceivePage(socket, reply.page_bytes, deadline, &page);
  if (exchange.state == Transfer::kDone) exchange.page = DecodeHtmlPage(page);
  return exchange;
}

Result<HtmlPage> HtmlSandbox::Parse(std::string_view html) {
  if (Status scanned = PrescanHtml(html, limits_); !scanned) {
    return scanned.error();
  }
  for (;;) {
    const bool fresh = child_ == nullptr;
    if (fresh) {
      Result<std::unique_ptr<Child>> started = Child::Start();
      if (!started) return started.error();
      child_ = std::move(*started);
    }
    Exchange exchange = Ask(html);
    if (exchange.page) return *std::move(exchange.page);
    // Whatever went wrong, this child is not to be trusted with another page.
    child_.reset();
    if (exchange.state == Transfer::kTimeout) {
      return Error{ErrorCode::kTooLarge,
                   "HTML took the parser more than " +
                       std::to_string(limits_.max_time.count()) +
                       " ms and was given up",
                   "such markup is not an article; look at the page"};
    }
    // A child that had served other pages may have died of them, or of
    // somebody's kill: only a fresh one proves this page guilty.
    if (!fresh) continue;
    return Error{ErrorCode::kTooLarge,
                 "HTML on which the parser died: out of its " +
                     std::to_string(limits_.max_memory_bytes >> 20) +
                     " MiB of memory, or a fault in it",
                 "such markup is not an article; look at the page"};
  }
}

void SetHtmlChildProgram(std::string path) {
  const std::lock_guard lock(program_mutex);
  ChildProgram() = std::move(path);
}

}  // namespace tracuu
