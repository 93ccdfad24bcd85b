#ifndef TRACUU_SERVER_SEARCH_FACET_COUNTER_H_
#define TRACUU_SERVER_SEARCH_FACET_COUNTER_H_

// Counts the values of facets over a bitmap of articles: one pass over the
// columns of all facets asked for, or over the complement if that is smaller.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/facet_table.h"
#include "server/search/search_request.h"

namespace tracuu {

// How often each ordinal occurs, and how many articles have none.
struct OrdinalCounts {
  std::vector<std::uint32_t> counts;
  std::uint32_t missing = 0;
};

// Counts each of `tables` among `docs`, which must be docids of the snapshot
// with `documents` articles. One result for each table, in order. Thread-safe.
std::vector<OrdinalCounts> CountOrdinals(
    std::span<const FacetTable* const> tables, const DocSet& docs,
    std::uint32_t documents);

// The most frequent values, ties in the order of the dictionary, and every
// selected one.
FacetCounts TopValues(const FacetTable& table, const OrdinalCounts& counted,
                      const std::vector<std::uint32_t>& selected,
                      std::size_t limit);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_FACET_COUNTER_H_
