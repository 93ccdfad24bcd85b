#ifndef TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_
#define TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_

// Chooses the passage of a text that says most about a query. Pure, so that it
// can be tested on numbers alone; thread-safe.

#include <array>
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
  bool opens_sentence = false;
};

// Tokens [first, last).
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

// How much each item of the query tells articles apart; by its bit.
using ItemWeights = std::array<double, 64>;

// Returns the window of at most `max_chars` code points that says most: the
// weight of its distinct items, and half as much again for items that stand
// side by side in the order of the query; of equals the earliest. Text is
// added around it, from the beginning of its sentence if there is room.
// Without any match: the beginning. REQUIRES: the bits of items that follow
// each other in the query follow each other.
Window BestWindow(const std::vector<WindowToken>& tokens,
                  const ItemWeights& weights, std::size_t max_chars);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SNIPPET_WINDOW_H_
