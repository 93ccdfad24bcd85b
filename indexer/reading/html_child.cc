// The child's side of HtmlSandbox: reads a page, parses it, answers, until its
// standard input closes.

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <string>

#include "indexer/reading/html_extract.h"
#include "indexer/reading/html_sandbox.h"
#include "indexer/reading/html_wire.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TRACUU_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TRACUU_SANITIZED 1
#endif
#endif
#ifndef TRACUU_SANITIZED
#define TRACUU_SANITIZED 0
#endif

namespace tracuu {
namespace {

bool ReadExactly(void* data, std::size_t size) {
  auto* at = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t n = ::read(STDIN_FILENO, at, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

bool WriteExactly(const void* data, std::size_t size) {
  const auto* at = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t n = ::write(STDOUT_FILENO, at, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

void Limit(int resource, rlim_t value) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return;
  limit.rlim_cur = std::min(value, limit.rlim_max);
  ::setrlimit(resource, &limit);
}

// AddressSanitizer and ThreadSanitizer reserve terabytes of addresses.
void LimitMemory(std::uint64_t bytes) {
  if (!TRACUU_SANITIZED) Limit(RLIMIT_AS, static_cast<rlim_t>(bytes));
}

}  // namespace

int RunHtmlChild() {
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  Limit(RLIMIT_CORE, 0);
  const HtmlReplyHeader hello;
  if (!WriteExactly(&hello, sizeof hello)) return 1;
  HtmlRequestHeader request;
  while (ReadExactly(&request, sizeof request)) {
    if (request.magic != kHtmlWireMagic) return 1;
    LimitMemory(request.max_memory_bytes);
    // Should the parent be gone, nobody kills a child that hangs.
    ::alarm(request.max_seconds);
    std::string html(request.html_bytes, '\0');
    if (!ReadExactly(html.data(), html.size())) return 1;
    const std::string page = EncodeHtmlPage(ExtractHtmlPage(html));
    HtmlReplyHeader reply;
    reply.page_bytes = page.size();
    if (!WriteExactly(&reply, sizeof reply) ||
        !WriteExactly(page.data(), page.size())) {
      return 1;
    }
    ::alarm(0);
  }
  return 0;
}

}  // namespace tracuu
