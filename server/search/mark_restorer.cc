#include "server/search/mark_restorer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "server/search/syllable_model.h"

namespace tracuu {
namespace {

// Spellings considered for one syllable, the most frequent. The median folded
// syllable has 3; beyond the sixteenth come misprints.
constexpr std::size_t kMaxSpellings = 16;

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

void Link(const Column& before, const SyllableModel& model, Column* column) {
  for (Spelling& spelling : *column) {
    if (before.empty()) {
      spelling.score = std::log(model.Chance(spelling.number));
      continue;
    }
    spelling.score = -HUGE_VAL;
    for (std::size_t i = 0; i < before.size(); ++i) {
      const double score =
          before[i].score +
          std::log(model.ChanceAfter(before[i].number, spelling.number));
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
  const SyllableModel model(neighbours);
  std::vector<std::string> forms(items.size());
  std::vector<Column> columns;
  for (const QueryItem& item : items) {
    Column column = ColumnOf(item, neighbours);
    Link(columns.empty() ? kNone : columns.back(), model, &column);
    columns.push_back(std::move(column));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool chain_ends = i + 1 == items.size() || columns[i + 1].empty();
    if (!columns[i].empty() && chain_ends) ReadBack(columns, i, &forms);
  }
  return forms;
}

}  // namespace tracuu
