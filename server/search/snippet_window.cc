#include "server/search/snippet_window.h"

#include <algorithm>
#include <bit>

namespace tracuu {
namespace {

// Code points from the beginning of `first` to the end of `last`.
std::size_t CharsBetween(const WindowToken& first, const WindowToken& last) {
  return last.chars + last.length - first.chars;
}

struct Score {
  int distinct = 0;
  int neighbours = 0;
  int matches = 0;

  friend auto operator<=>(const Score&, const Score&) = default;
};

// Scores the matches from `first` on that fit.
Score ScoreFrom(const std::vector<WindowToken>& tokens, std::size_t first,
                std::size_t max_chars, std::size_t* last) {
  Score score;
  std::uint64_t seen = 0;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    if (CharsBetween(tokens[first], tokens[i]) > max_chars) break;
    if (tokens[i].bits == 0) continue;
    seen |= tokens[i].bits;
    ++score.matches;
    const bool side_by_side = i > first && tokens[i - 1].bits != 0 &&
                              tokens[i - 1].block == tokens[i].block &&
                              tokens[i - 1].bits != tokens[i].bits;
    if (side_by_side) ++score.neighbours;
    *last = i;
  }
  score.distinct = std::popcount(seen);
  return score;
}

// Grows the window: up to a third of the room in front, the rest behind.
Window Grow(const std::vector<WindowToken>& tokens, Window window,
            std::size_t max_chars) {
  const std::size_t used =
      CharsBetween(tokens[window.first], tokens[window.last - 1]);
  const std::size_t in_front = used + (max_chars - used) / 3;
  const std::uint32_t block = tokens[window.first].block;
  while (window.first > 0 && tokens[window.first - 1].block == block &&
         CharsBetween(tokens[window.first - 1], tokens[window.last - 1]) <=
             in_front) {
    --window.first;
  }
  while (window.last < tokens.size() &&
         CharsBetween(tokens[window.first], tokens[window.last]) <= max_chars) {
    ++window.last;
  }
  return window;
}

}  // namespace

Window BestWindow(const std::vector<WindowToken>& tokens,
                  std::size_t max_chars) {
  if (tokens.empty()) return {};
  Score best;
  Window window{0, 1};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].bits == 0) continue;
    std::size_t last = i;
    const Score score = ScoreFrom(tokens, i, max_chars, &last);
    if (score > best) {
      best = score;
      window = {i, last + 1};
    }
  }
  return Grow(tokens, window, max_chars);
}

}  // namespace tracuu
