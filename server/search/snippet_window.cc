#include "server/search/snippet_window.h"

#include <algorithm>
#include <bit>

namespace tracuu {
namespace {

// What neighbours add, as a share of the less telling one's weight.
constexpr double kNeighbourShare = 0.5;

// How much of the room may be spent in front of the first match to begin with
// its sentence.
constexpr double kMostInFront = 0.5;

// Code points from the beginning of `first` to the end of `last`.
std::size_t CharsBetween(const WindowToken& first, const WindowToken& last) {
  return last.chars + last.length - first.chars;
}

// Weight of the bits that are set.
double WeightOf(std::uint64_t bits, const ItemWeights& weights) {
  double weight = 0;
  for (; bits != 0; bits &= bits - 1) {
    weight += weights[static_cast<std::size_t>(std::countr_zero(bits))];
  }
  return weight;
}

struct Score {
  double weight = 0;
  int matches = 0;

  friend auto operator<=>(const Score&, const Score&) = default;
};

// Scores the matches from `first` on that fit.
Score ScoreFrom(const std::vector<WindowToken>& tokens,
                const ItemWeights& weights, std::size_t first,
                std::size_t max_chars, std::size_t* last) {
  Score score;
  std::uint64_t seen = 0;
  std::uint64_t joined = 0;  // Items with the item before them in front.
  for (std::size_t i = first; i < tokens.size(); ++i) {
    if (CharsBetween(tokens[first], tokens[i]) > max_chars) break;
    if (tokens[i].bits == 0) continue;
    seen |= tokens[i].bits;
    ++score.matches;
    if (i > first && tokens[i - 1].block == tokens[i].block) {
      joined |= tokens[i].bits & (tokens[i - 1].bits << 1U);
    }
    *last = i;
  }
  score.weight =
      WeightOf(seen, weights) + kNeighbourShare * WeightOf(joined, weights);
  return score;
}

// The token from which the window begins: that of the sentence's beginning if
// it is near, else one that leaves a third of the room in front.
std::size_t Beginning(const std::vector<WindowToken>& tokens, Window window,
                      std::size_t max_chars) {
  const WindowToken& last = tokens[window.last - 1];
  const std::size_t used = CharsBetween(tokens[window.first], last);
  const std::size_t room = max_chars > used ? max_chars - used : 0;
  const auto most =
      used + static_cast<std::size_t>(kMostInFront * static_cast<double>(room));
  const std::uint32_t block = tokens[window.first].block;
  std::size_t third = window.first;
  for (std::size_t i = window.first;; --i) {
    if (tokens[i].block != block || CharsBetween(tokens[i], last) > most) break;
    if (tokens[i].opens_sentence) return i;
    if (CharsBetween(tokens[i], last) <= used + room / 3) third = i;
    if (i == 0) break;
  }
  return third;
}

}  // namespace

Window BestWindow(const std::vector<WindowToken>& tokens,
                  const ItemWeights& weights, std::size_t max_chars) {
  if (tokens.empty()) return {};
  Score best;
  Window window{0, 1};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].bits == 0) continue;
    std::size_t last = i;
    const Score score = ScoreFrom(tokens, weights, i, max_chars, &last);
    if (score > best) {
      best = score;
      window = {i, last + 1};
    }
  }
  window.first = Beginning(tokens, window, max_chars);
  while (window.last < tokens.size() &&
         CharsBetween(tokens[window.first], tokens[window.last]) <= max_chars) {
    ++window.last;
  }
  return window;
}

}  // namespace tracuu
