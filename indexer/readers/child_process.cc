#include "indexer/readers/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace tracuu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxErrorBytes = 4096;

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  ~Pipe() {
    Close(0);
    Close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  bool is_open() const { return ends_[0] >= 0; }
  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void Close(std::size_t end) {
    const int fd = std::exchange(ends_[end], -1);
    if (fd >= 0) ::close(fd);
  }

 private:
  std::array<int, 2> ends_;
};

// Kills the whole group when it goes, and waits.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ > 0) {
      ::kill(-pid_, SIGKILL);
      Wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The exit code; -1 if a signal ended it, ours among them: with its output
  // closed it has nothing left to do but to end.
  int Wait() {
    constexpr int kPatience = 500;
    int status = 0;
    for (int i = 0; ::waitpid(pid_, &status, WNOHANG) == 0; ++i) {
      if (i == kPatience) ::kill(-pid_, SIGKILL);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_;
};

Error CannotStart(int error) {
  return {ErrorCode::kUnavailable,
          std::string("cannot start a process: ") + std::strerror(error),
          "check that processes may be started and memory is left"};
}

Result<pid_t> Spawn(const std::string& command, int input, int output,
                    int errors, const ChildLimits& limits) {
  std::string script =
      "ulimit -v " + std::to_string(limits.max_memory_bytes / 1024) +
      " && ulimit -t " + std::to_string(limits.max_time.count()) +
      " && ulimit -c 0 && exec " + command;
  char shell[] = "/bin/sh";
  char option[] = "-c";
  char* const arguments[] = {shell, option, script.data(), nullptr};
  char path[] = "PATH=/usr/local/bin:/usr/bin:/bin";
  char locale[] = "LC_ALL=C";
  char* const environment[] = {path, locale, nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  sigset_t defaults;
  ::sigemptyset(&defaults);
  ::sigaddset(&defaults, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  ::posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  pid_t pid = -1;
  const int error =
      ::posix_spawn(&pid, shell, &actions, &attributes, arguments, environment);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (error != 0) return CannotStart(error);
  return pid;
}

// Appends what `fd` has; false at its end.
bool ReadSome(int fd, std::string* text) {
  std::array<char, 65536> step;
  const ssize_t n = ::read(fd, step.data(), step.size());
  if (n < 0) return errno == EINTR || errno == EAGAIN;
  text->append(step.data(), static_cast<std::size_t>(n));
  return n > 0;
}

// Reads both pipes to their ends.
Status Collect(int output, int errors, const ChildLimits& limits,
               ChildOutput* child) {
  const Clock::time_point deadline = Clock::now() + limits.max_time;
  std::array<pollfd, 2> fds{{{output, POLLIN, 0}, {errors, POLLIN, 0}}};
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - Clock::now());
    if (left.count() <= 0) {
      return Error{ErrorCode::kTooLarge,
                   "it took more than " +
                       std::to_string(limits.max_time.count()) +
                       " s to read and was given up",
                   "the file was left out; look at it"};
    }
    if (::poll(fds.data(), fds.size(), static_cast<int>(left.count())) < 0 &&
        errno != EINTR) {
      return CannotStart(errno);
    }
    if (fds[0].revents != 0 && !ReadSome(output, &child->output)) {
      fds[0].fd = -1;
    }
    if (fds[1].revents != 0) {
      if (!ReadSome(errors, &child->errors)) fds[1].fd = -1;
      child->errors.resize(std::min(child->errors.size(), kMaxErrorBytes));
    }
    if (child->output.size() > limits.max_output_bytes) {
      return Error{ErrorCode::kTooLarge,
                   "it holds more than " +
                       std::to_string(limits.max_output_bytes) +
                       " bytes of text",
                   "the file was left out; split it"};
    }
    fds[0].revents = fds[1].revents = 0;
  }
  return Ok{};
}

}  // namespace

Result<ChildOutput> RunLimited(const std::string& command, int input,
                               const ChildLimits& limits) {
  Pipe output;
  Pipe errors;
  if (!output.is_open() || !errors.is_open()) return CannotStart(errno);
  const Result<pid_t> pid =
      Spawn(command, input, output.writing(), errors.writing(), limits);
  if (!pid) return pid.error();
  Child child(*pid);
  output.Close(1);
  errors.Close(1);
  ChildOutput result;
  const Status collected =
      Collect(output.reading(), errors.reading(), limits, &result);
  if (!collected) return collected.error();
  result.exit_code = child.Wait();
  return result;
}

}  // namespace tracuu
