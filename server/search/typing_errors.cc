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

bool IsVowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

// Is a vowel of `meant` all that is missing? Its tone is missing with it:
// "đi" for "đại".
bool LacksOneVowel(const Letters& typed, const Letters& meant) {
  if (typed.size() + 1 != meant.size()) return false;
  const auto [at, missing] = std::mismatch(
      typed.begin(), typed.end(), meant.begin(),
      [](const auto& a, const auto& b) { return a.plain == b.plain; });
  return IsVowel(missing->plain) &&
         std::equal(at, typed.end(), missing + 1, meant.end(),
                    [](const auto& a, const auto& b) {
                      return a.plain == b.plain && a.shape == b.shape;
                    });
}

double ToneCost(const TypedSyllable& typed, const Spelling& meant) {
  const std::uint8_t from = typed.spelling.tone;
  if (typed.marks_open || from == meant.tone) return 0;
  if (from == 0) {
    return LacksOneVowel(typed.spelling.letters, meant.letters) ? 0
                                                                : kMarkLeftOut;
  }
  const bool alike = (from == kQuestionTone && meant.tone == kTumblingTone) ||
                     (from == kTumblingTone && meant.tone == kQuestionTone);
  return alike ? kSoundsAlike : kOtherMark;
}

// Where a key is: row × 16 + column. 0xFF: not a letter's key.
constexpr std::array<std::uint8_t, 128> MakeKeyPlaces() {
  constexpr std::array<std::string_view, 3> kRows{"qwertyuiop", "asdfghjkl",
                                                  "zxcvbnm"};
  std::array<std::uint8_t, 128> places{};
  for (std::uint8_t& place : places) place = 0xFF;
  for (std::size_t row = 0; row < kRows.size(); ++row) {
    for (std::size_t column = 0; column < kRows[row].size(); ++column) {
      places[static_cast<unsigned char>(kRows[row][column])] =
          static_cast<std::uint8_t>(row * 16 + column);
    }
  }
  return places;
}
constexpr auto kKeyPlaces = MakeKeyPlaces();

bool AreNeighbourKeys(char a, char b) {
  const int place_a = kKeyPlaces[static_cast<unsigned char>(a) & 0x7FU];
  const int place_b = kKeyPlaces[static_cast<unsigned char>(b) & 0x7FU];
  return std::abs(place_a / 16 - place_b / 16) <= 1 &&
         std::abs(place_a % 16 - place_b % 16) <= 1;
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

// The cheapest way from one row of letters to another: edit distance with
// transpositions. Exact up to kMostCost, else anything above it. A way that
// strays more than one letter from the diagonal has three slips and costs too
// much, so it is not looked at. REQUIRES: the sizes differ by at most one.
double LettersCost(const Letters& typed, const Letters& meant,
                   bool marks_open) {
  static_assert(3 * kSlip > kMostCost);
  constexpr std::size_t kMost = 12;
  const std::size_t n = typed.size();
  const std::size_t m = meant.size();
  if (n > kMost || m > kMost) return kMostCost + 1;
  std::array<std::array<double, kMost + 1>, kMost + 1> cost;
  for (std::size_t i = 0; i <= n; ++i) {
    double least = HUGE_VAL;
    const std::size_t begin = i == 0 ? 0 : i - 1;
    const std::size_t end = std::min(m, i + 1);
    for (std::size_t j = begin; j <= end; ++j) {
      double best = i == 0 && j == 0 ? 0 : HUGE_VAL;
      if (i > 0 && j <= i) best = std::min(best, cost[i - 1][j] + kSlip);
      if (j > begin) best = std::min(best, cost[i][j - 1] + kSlip);
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
      least = std::min(least, best);
    }
    if (least > kMostCost + kSlip) return kMostCost + 1;
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
    const bool vowel = IsVowel(letter.plain);
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
