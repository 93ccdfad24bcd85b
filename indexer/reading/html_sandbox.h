#ifndef TRACUU_INDEXER_READING_HTML_SANDBOX_H_
#define TRACUU_INDEXER_READING_HTML_SANDBOX_H_

// Parses HTML in a child process that may die.
//
// The HTML parser (gumbo 0.10) takes seconds and gigabytes on 100 kB of
// hostile markup (3,000 nested <p><font>: 6 s, 1.6 GB; 100,000 attributes:
// over 40 s). So it runs in a child with limits on memory and time: a page
// that breaks them costs that page and a new child, not the run.

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/reading/html_page.h"

namespace tracuu {

struct HtmlLimits {
  std::size_t max_html_bytes = std::size_t{16} << 20;
  std::size_t max_depth =
      512;  // Open elements; deeper is refused before parsing.
  std::size_t max_attributes = 512;  // Of one tag.
  std::size_t max_memory_bytes = std::size_t{512} << 20;
  std::chrono::milliseconds max_time{5000};
};

// Owns one child, started at the first Parse() and again after a death. Not
// thread-safe: each thread has its own.
class HtmlSandbox {
 public:
  explicit HtmlSandbox(const HtmlLimits& limits = {});
  ~HtmlSandbox();
  HtmlSandbox(const HtmlSandbox&) = delete;
  HtmlSandbox& operator=(const HtmlSandbox&) = delete;

  // Fails with kTooLarge, naming the limit, when the page breaks one; with
  // kUnavailable when no child can be started.
  Result<HtmlPage> Parse(std::string_view html);

 private:
  struct Child;
  struct Exchange;

  Exchange Ask(std::string_view html);

  HtmlLimits limits_;
  std::unique_ptr<Child> child_;
};

// What the child runs: `tracuu-index` calls it when started as the child. Reads
// requests from standard input until it closes. Returns the exit code.
int RunHtmlChild();
// The hidden first argument that starts a program as the child.
inline constexpr std::string_view kHtmlChildArgument = "--html-child";
// A program whose name is not the running one's may set what is started
// instead of /proc/self/exe (tests do, unless they handle the argument).
void SetHtmlChildProgram(std::string path);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_HTML_SANDBOX_H_
