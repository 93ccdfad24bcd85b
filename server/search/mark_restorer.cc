#include "server/search/mark_restorer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tracuu {
namespace {

// Spellings considered for one syllable, the most frequent. The median folded
// syllable has 3; beyond the sixteenth come misprints.
constexpr std::size_t kMaxSpellings = 16;

// How much the neighbours decide, against the syllable's own frequency, when
// the first one was seen often; the less it was seen, the less it is trusted
// (Witten and Bell's interpolation, with a fixed number of kinds).
constexpr double kKindsOfNeighbours = 5;

struct Spelling {
  std::string form;
  std::uint32_t number = Neighbours::kUnknown;
  double score = 0;          // Of the best path that ends here.
  std::size_t previous = 0;  // Index in the column before.
};
using Column = std::vector<Spelling>;

Column ColumnOf(const QueryItem& item, const Neighbours& neighbours) {
  Column column;
  if (item.kind == ItemKind::kExact) {
    column.push_back({item.form, neighbours.Find(item.form), 0, 0});
  } else if (item.kind == ItemKind::kFolded) {
    for (const std::uint32_t number : neighbours.SpellingsOf(item.form)) {
      if (column.size() == kMaxSpellings) break;
      column.push_back({neighbours.Syllable(number), number, 0, 0});
    }
  }
  return column;
}

double ToDouble(std::uint64_t count) { return static_cast<double>(count); }

// The share of `spelling` among all syllables.
double Frequency(const Spelling& spelling, const Neighbours& neighbours) {
  const double count = spelling.number == Neighbours::kUnknown
                           ? 0.5
                           : ToDouble(neighbours.Count(spelling.number));
  return count / (1.0 + ToDouble(neighbours.total()));
}

// That `second` follows `first`.
double Likelihood(const Spelling& first, const Spelling& second,
                  const Neighbours& neighbours) {
  const double chance = Frequency(second, neighbours);
  if (first.number == Neighbours::kUnknown ||
      second.number == Neighbours::kUnknown) {
    return chance;
  }
  const double together =
      ToDouble(neighbours.Count(first.number, second.number));
  const double count = ToDouble(neighbours.Count(first.number));
  return (together + kKindsOfNeighbours * chance) /
         (count + kKindsOfNeighbours);
}

void Link(const Column& before, const Neighbours& neighbours, Column* column) {
  for (Spelling& spelling : *column) {
    if (before.empty()) {
      spelling.score = std::log(Frequency(spelling, neighbours));
      continue;
    }
    spelling.score = -HUGE_VAL;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const double score =
          before[i].score +
          std::log(Likelihood(before[i], spelling, neighbours));
      if (score > spelling.score) {
        spelling.score = score;
        spelling.previous = i;
      }
    }
  }
}

// Reads the best path backwards from the last column of a chain.
void ReadBack(const std::vector<Column>& columns, std::size_t last,
              std::vector<std::string>* forms) {
  const auto best = std::max_element(
      columns[last].begin(), columns[last].end(),
      [](const auto& a, const auto& b) { return a.score < b.score; });
  std::size_t at = static_cast<std::size_t>(best - columns[last].begin());
  for (std::size_t i = last;; --i) {
    (*forms)[i] = columns[i][at].form;
    at = columns[i][at].previous;
    if (i == 0 || columns[i - 1].empty()) return;
  }
}

}  // namespace

std::vector<std::string> RestoreMarks(const std::vector<QueryItem>& items,
                                      const Neighbours& neighbours) {
  static const Column kNone;
  std::vector<std::string> forms(items.size());
  std::vector<Column> columns;
  for (const QueryItem& item : items) {
    Column column = ColumnOf(item, neighbours);
    Link(columns.empty() ? kNone : columns.back(), neighbours, &column);
    columns.push_back(std::move(column));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool chain_ends = i + 1 == items.size() || columns[i + 1].empty();
    if (!columns[i].empty() && chain_ends) ReadBack(columns, i, &forms);
  }
  return forms;
}

}  // namespace tracuu
