#include "server/search/typing_errors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu {
namespace {

// In natural logarithms; tuned on errors put into held-back articles
// (tests/eval/typing.py). What matters is their order.
constexpr double kSoundsAlike = 3.0;   // hỏi/ngã; s/x, tr/ch, l/n, d/gi/r.
constexpr double kMarkLeftOut = 3.0;   // A tone, a horn, a stroke.
constexpr double kOtherMark = 4.0;     // ư for u, sắc for huyền.
constexpr double kSlip = 4.5;          // A letter missing, doubled, exchanged.
constexpr double kNeighbourKey = 4.5;  // ... or its neighbour on the keyboard.
constexpr double kOtherKey = 6.5;
constexpr double kMostCost = 9.5;

constexpr std::uint8_t kQuestionTone = 3;
constexpr std::uint8_t kTumblingTone = 4;

using Letters = std::vector<SpellingLetter>;

double ToneCost(const TypedSyllable& typed, const Spelling& meant) {
  const std::uint8_t from = typed.spelling.tone;
  if (typed.marks_open || from == meant.tone) return 0;
  if (from == 0) return kMarkLeftOut;
  const bool alike = (from == kQuestionTone && meant.tone == kTumblingTone) ||
                     (from == kTumblingTone && meant.tone == kQuestionTone);
  return alike ? kSoundsAlike : kOtherMark;
}

bool AreNeighbourKeys(char a, char b) {
  constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl",
                                                  "zxcvbnm"};
  const auto place = [&](char c) {
    for (std::size_t row = 0; row < kRows.size(); ++row) {
      const std::size_t column = kRows[row].find(c);
      if (column != std::string_view::npos) return std::pair(row, column);
    }
    return std::pair<std::size_t, std::size_t>(9, 99);
  };
  const auto [row_a, column_a] = place(a);
  const auto [row_b, column_b] = place(b);
  const auto apart = [](std::size_t x, std::size_t y) {
    return x > y ? x - y : y - x;
  };
  return apart(row_a, row_b) <= 1 && apart(column_a, column_b) <= 1;
}

// One letter for another.
double LetterCost(const SpellingLetter& typed, const SpellingLetter& meant,
                  bool marks_open) {
  if (typed.plain == meant.plain) {
    if (marks_open || typed.shape == meant.shape) return 0;
    return typed.shape == 0 ? kMarkLeftOut : kOtherMark;
  }
  return AreNeighbourKeys(typed.plain, meant.plain) ? kNeighbourKey : kOtherKey;
}

// The cheapest way from one row of letters to another with at most one slip:
// edit distance with transpositions, kept to what one slip can cost.
double LettersCost(const Letters& typed, const Letters& meant,
                   bool marks_open) {
  constexpr std::size_t kMost = 12;
  const std::size_t n = typed.size();
  const std::size_t m = meant.size();
  if (n > kMost || m > kMost) return kMostCost + 1;
  std::array<std::array<double, kMost + 1>, kMost + 1> cost{};
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      if (i == 0 && j == 0) continue;
      double best = HUGE_VAL;
      if (i > 0) best = std::min(best, cost[i - 1][j] + kSlip);
      if (j > 0) best = std::min(best, cost[i][j - 1] + kSlip);
      if (i > 0 && j > 0) {
        best = std::min(best,
                        cost[i - 1][j - 1] +
                            LetterCost(typed[i - 1], meant[j - 1], marks_open));
      }
      if (i > 1 && j > 1 && typed[i - 1].plain == meant[j - 2].plain &&
          typed[i - 2].plain == meant[j - 1].plain) {
        const double marks =
            LetterCost(typed[i - 1], meant[j - 2], marks_open) +
            LetterCost(typed[i - 2], meant[j - 1], marks_open);
        best = std::min(best, cost[i - 2][j - 2] + kSlip + marks);
      }
      cost[i][j] = best;
    }
  }
  return cost[n][m];
}

// Initials that some regions or hands exchange. đ is written "D" here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14>
    kAlikeOnsets{{{"s", "x"},
                  {"tr", "ch"},
                  {"l", "n"},
                  {"d", "gi"},
                  {"r", "d"},
                  {"r", "gi"},
                  {"v", "d"},
                  {"g", "gh"},
                  {"ng", "ngh"},
                  {"c", "k"},
                  {"k", "q"},
                  {"c", "q"},
                  {"t", "th"},
                  {"D", "d"}}};

std::string_view OnsetOf(const Letters& letters, std::string* buffer) {
  for (const SpellingLetter& letter : letters) {
    const bool vowel =
        std::string_view("aeiouy").find(letter.plain) != std::string_view::npos;
    const bool gi = *buffer == "g" && letter.plain == 'i' && letters.size() > 2;
    if (vowel && !gi) break;
    const bool stroke = letter.plain == 'd' && letter.shape != 0;
    *buffer += stroke ? 'D' : letter.plain;
    if (gi) break;
  }
  return *buffer;
}

// Nothing if the initials do not sound alike or the rimes differ in letters.
std::optional<double> OnsetCost(const TypedSyllable& typed,
                                const Spelling& meant) {
  std::string typed_buffer;
  std::string meant_buffer;
  const Letters& a = typed.spelling.letters;
  const Letters& b = meant.letters;
  const std::string_view from = OnsetOf(a, &typed_buffer);
  const std::string_view to = OnsetOf(b, &meant_buffer);
  if (a.size() - from.size() != b.size() - to.size()) return std::nullopt;
  const bool alike = std::any_of(
      kAlikeOnsets.begin(), kAlikeOnsets.end(), [&](const auto& pair) {
        return (pair.first == from && pair.second == to) ||
               (pair.first == to && pair.second == from);
      });
  if (!alike) return std::nullopt;
  double cost = kSoundsAlike;
  for (std::size_t i = from.size(), j = to.size(); i < a.size(); ++i, ++j) {
    if (a[i].plain != b[j].plain) return std::nullopt;
    cost += LetterCost(a[i], b[j], typed.marks_open);
  }
  return cost;
}

}  // namespace

std::optional<double> ErrorCost(const TypedSyllable& typed,
                                const Spelling& meant) {
  const std::size_t n = typed.spelling.letters.size();
  const std::size_t m = meant.letters.size();
  if (n == 0 || m == 0 || (n > m ? n - m : m - n) > 1) return std::nullopt;
  double cost =
      LettersCost(typed.spelling.letters, meant.letters, typed.marks_open);
  if (cost > kSoundsAlike) {
    if (const auto onset = OnsetCost(typed, meant)) {
      cost = std::min(cost, *onset);
    }
  }
  cost += ToneCost(typed, meant);
  if (cost > kMostCost) return std::nullopt;
  return cost;
}

// One slip changes at most two letters; tr for ch four.
bool MayBeOneError(const Spelling& typed, const Spelling& meant) {
  constexpr int kMostDifferent = 4;
  const std::size_t n = typed.letters.size();
  const std::size_t m = meant.letters.size();
  return (n > m ? n - m : m - n) <= 1 &&
         std::popcount(typed.letter_set ^ meant.letter_set) <= kMostDifferent;
}

bool OnlyAddsMarks(const Spelling& typed, const Spelling& meant) {
  if (typed.letters.size() != meant.letters.size()) return false;
  for (std::size_t i = 0; i < typed.letters.size(); ++i) {
    const SpellingLetter& from = typed.letters[i];
    const SpellingLetter& to = meant.letters[i];
    if (from.plain != to.plain) return false;
    if (from.shape != 0 && from.shape != to.shape) return false;
  }
  return typed.tone == 0 || typed.tone == meant.tone;
}

}  // namespace tracuu
