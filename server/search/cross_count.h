#ifndef TRACUU_SERVER_SEARCH_CROSS_COUNT_H_
#define TRACUU_SERVER_SEARCH_CROSS_COUNT_H_

// Counts a set of articles by two facets at once: the table of provinces and
// years. Read off the columns, so that each cell is the total one gets by
// filtering by both its values.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/facet_table.h"

namespace tracuu {

// A table. An article with two values of a facet counts under both, so the
// cells of a row may add up to more than its total. The last row and the last
// column are of the articles without a value.
struct CrossCounts {
  // Ordinals that some article of the set has: rows by name without marks,
  // columns by the bytes of their values.
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> columns;
  std::vector<std::uint32_t> row_totals;     // One more than `rows`.
  std::vector<std::uint32_t> column_totals;  // One more than `columns`.
  std::vector<std::uint32_t> cells;          // Row by row.

  // REQUIRES: row <= rows.size(), column <= columns.size().
  std::uint32_t at(std::size_t row, std::size_t column) const {
    return cells[row * (columns.size() + 1) + column];
  }
};

// `docs` must be docids of the snapshot that both tables belong to. Takes
// memory for every pair of values of the two facets: not for units or hosts.
// Thread-safe.
CrossCounts CountCross(const FacetTable& rows, const FacetTable& columns,
                       const DocSet& docs);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_CROSS_COUNT_H_
