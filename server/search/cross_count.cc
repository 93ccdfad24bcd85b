#include "server/search/cross_count.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace tracuu {
namespace {

// Everything at its ordinal; the place behind the last ordinal is of articles
// without a value.
struct DenseCounts {
  DenseCounts(std::size_t rows, std::size_t columns)
      : width(columns + 1),
        row_totals(rows + 1),
        column_totals(columns + 1),
        cells((rows + 1) * (columns + 1)) {}

  std::size_t width;
  std::vector<std::uint32_t> row_totals;
  std::vector<std::uint32_t> column_totals;
  std::vector<std::uint32_t> cells;
};

// The ordinals of an article; {none} if it has none.
std::span<const std::uint32_t> OrOne(std::span<const std::uint32_t> ordinals,
                                     const std::uint32_t& none) {
  return ordinals.empty() ? std::span(&none, 1) : ordinals;
}

DenseCounts CountDense(const FacetTable& rows, const FacetTable& columns,
                       const DocSet& docs) {
  DenseCounts counts(rows.size(), columns.size());
  const std::uint32_t no_row = rows.size();
  const std::uint32_t no_column = columns.size();
  for (const std::uint32_t docid : docs) {
    const auto own_rows = OrOne(rows.OrdinalsOf(docid), no_row);
    const auto own_columns = OrOne(columns.OrdinalsOf(docid), no_column);
    for (const std::uint32_t column : own_columns) {
      ++counts.column_totals[column];
    }
    for (const std::uint32_t row : own_rows) {
      ++counts.row_totals[row];
      for (const std::uint32_t column : own_columns) {
        ++counts.cells[row * counts.width + column];
      }
    }
  }
  return counts;
}

// The ordinals below the last that have articles.
std::vector<std::uint32_t> Used(const std::vector<std::uint32_t>& totals) {
  std::vector<std::uint32_t> used;
  for (std::uint32_t o = 0; o + 1 < totals.size(); ++o) {
    if (totals[o] > 0) used.push_back(o);
  }
  return used;
}

}  // namespace

CrossCounts CountCross(const FacetTable& rows, const FacetTable& columns,
                       const DocSet& docs) {
  const DenseCounts dense = CountDense(rows, columns, docs);
  CrossCounts counts;
  counts.rows = Used(dense.row_totals);
  std::sort(counts.rows.begin(), counts.rows.end(), [&](auto a, auto b) {
    return std::tie(rows.folded_key(a), rows.exact_key(a), a) <
           std::tie(rows.folded_key(b), rows.exact_key(b), b);
  });
  counts.columns = Used(dense.column_totals);

  std::vector<std::uint32_t> all_rows = counts.rows;
  all_rows.push_back(rows.size());
  std::vector<std::uint32_t> all_columns = counts.columns;
  all_columns.push_back(columns.size());
  for (const std::uint32_t column : all_columns) {
    counts.column_totals.push_back(dense.column_totals[column]);
  }
  for (const std::uint32_t row : all_rows) {
    counts.row_totals.push_back(dense.row_totals[row]);
    for (const std::uint32_t column : all_columns) {
      counts.cells.push_back(dense.cells[row * dense.width + column]);
    }
  }
  return counts;
}

}  // namespace tracuu
