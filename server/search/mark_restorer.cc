#include "server/search/mark_restorer.h"

#include <algorithm>
#include <cmath>

#include "common/index/terms.h"

namespace tracuu {
namespace {

// Spellings considered for one syllable, the most frequent. The median folded
// syllable has 3; beyond the eighth come misprints.
constexpr std::size_t kMaxSpellings = 8;

// How likely a neighbour is that no pair term tells about, against mere
// chance.
constexpr double kUnknownPair = 0.1;

struct Spelling {
  std::string form;
  double termfreq = 0;
  double score = 0;          // Of the best path that ends here.
  std::size_t previous = 0;  // Index in the column before.
};
using Column = std::vector<Spelling>;

class Restorer {
 public:
  Restorer(const Snapshot& snapshot, const Xapian::Database& database)
      : snapshot_(snapshot), database_(database) {}

  Column ColumnOf(const QueryItem& item) const {
    Column column;
    const auto add = [&](const std::string& form) {
      const double termfreq =
          database_.get_termfreq(MakeTerm(FieldNamed("exact"), form));
      if (termfreq > 0) column.push_back({form, termfreq, 0, 0});
    };
    if (item.kind == ItemKind::kSymbol || item.kind == ItemKind::kDate) {
      return column;
    }
    add(item.form);
    if (item.kind == ItemKind::kFolded) {
      for (const std::string& variant : snapshot_.MarkedVariants(item.form)) {
        add(variant);
      }
    }
    std::sort(column.begin(), column.end(), [](const auto& a, const auto& b) {
      return a.termfreq != b.termfreq ? a.termfreq > b.termfreq
                                      : a.form < b.form;
    });
    if (column.size() > kMaxSpellings) column.resize(kMaxSpellings);
    return column;
  }

  void Link(const Column& before, Column* column) const {
    for (Spelling& spelling : *column) {
      spelling.score = -1e300;
      for (std::size_t i = 0; i < before.size(); ++i) {
        const double score =
            before[i].score + std::log(Likelihood(before[i], spelling));
        if (score > spelling.score) {
          spelling.score = score;
          spelling.previous = i;
        }
      }
    }
  }

  void Start(Column* column) const {
    for (Spelling& spelling : *column) {
      spelling.score = std::log(spelling.termfreq / Documents());
    }
  }

 private:
  double Documents() const {
    return std::max(1.0, 1.0 * snapshot_.documents());
  }

  // That `second` follows `first`, in documents.
  double Likelihood(const Spelling& first, const Spelling& second) const {
    if (!snapshot_.HasPairs(first.form, second.form)) {
      return kUnknownPair * second.termfreq / Documents();
    }
    const double together = database_.get_termfreq(
        MakePairTerm(FieldNamed("pair"), first.form, second.form));
    return (together + 0.1) / (first.termfreq + 1);
  }

  const Snapshot& snapshot_;
  const Xapian::Database& database_;
};

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
                                      const Snapshot& snapshot,
                                      const Xapian::Database& database) {
  const Restorer restorer(snapshot, database);
  std::vector<std::string> forms(items.size());
  std::vector<Column> columns;
  for (std::size_t i = 0; i < items.size(); ++i) {
    columns.push_back(restorer.ColumnOf(items[i]));
    if (i > 0 && !columns[i - 1].empty()) {
      restorer.Link(columns[i - 1], &columns[i]);
    } else {
      restorer.Start(&columns[i]);
    }
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool chain_ends = i + 1 == items.size() || columns[i + 1].empty();
    if (!columns[i].empty() && chain_ends) ReadBack(columns, i, &forms);
  }
  return forms;
}

}  // namespace tracuu
