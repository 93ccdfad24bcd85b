#ifndef TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_
#define TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_

// Chooses the passage of a text that says most about a query. Pure, so that it
// can be tested on numbers alone; thread-safe.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tracuu {

// One token of the searched text.
struct WindowToken {
  std::uint32_t begin = 0;  // Byte range in the article's text.
  std::uint32_t end = 0;
  std::uint32_t chars = 0;   // Code points in front of it in the searched text.
  std::uint32_t length = 0;  // Its code points.
  std::uint32_t block = 0;   // Which block it belongs to.
  std::uint64_t bits = 0;    // The query's items it matches; 0: none.
};

// Tokens [first, last).
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Returns the window of at most `max_chars` code points with the most distinct
// items, then the most neighbours matching side by side, then the most matches,
// then the earliest, with some text around it. Without any match: the
// beginning.
Window BestWindow(const std::vector<WindowToken>& tokens,
                  std::size_t max_chars);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_
