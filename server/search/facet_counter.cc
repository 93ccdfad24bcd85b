#include "server/search/facet_counter.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

// Adds up `docs` into `counted`, a chunk at a time so that the docids stay in
// the processor's cache while each table is walked.
void AddUp(std::span<const FacetTable* const> tables, const DocSet& docs,
           std::vector<OrdinalCounts>* counted) {
  std::array<std::uint32_t, 2048> chunk;
  roaring_uint32_iterator_t it;
  roaring_init_iterator(&docs.roaring, &it);
  while (it.has_value) {
    const std::uint32_t n =
        roaring_read_uint32_iterator(&it, chunk.data(), chunk.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
      std::uint32_t* const counts = (*counted)[t].counts.data();
      std::uint32_t missing = 0;
      for (std::uint32_t i = 0; i < n; ++i) {
        const auto ordinals = tables[t]->OrdinalsOf(chunk[i]);
        missing += ordinals.empty() ? 1 : 0;
        for (const std::uint32_t ordinal : ordinals) ++counts[ordinal];
      }
      (*counted)[t].missing += missing;
    }
  }
}

}  // namespace

std::vector<OrdinalCounts> CountOrdinals(
    std::span<const FacetTable* const> tables, const DocSet& docs,
    std::uint32_t documents) {
  std::vector<OrdinalCounts> counted(tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    counted[t].counts.assign(tables[t]->size(), 0);
  }
  if (docs.cardinality() <= documents / 2) {
    AddUp(tables, docs, &counted);
    return counted;
  }
  DocSet others = docs;
  others.flip(1, std::uint64_t{documents} + 1);
  AddUp(tables, others, &counted);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    for (std::uint32_t o = 0; o < tables[t]->size(); ++o) {
      counted[t].counts[o] = tables[t]->total(o) - counted[t].counts[o];
    }
    counted[t].missing = tables[t]->total_missing() - counted[t].missing;
  }
  return counted;
}

FacetCounts TopValues(const FacetTable& table, const OrdinalCounts& counted,
                      const std::vector<std::uint32_t>& selected,
                      std::size_t limit) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t o = 0; o < table.size(); ++o) {
    if (counted.counts[o] > 0) order.push_back(o);
  }
  FacetCounts result;
  result.distinct = order.size();
  result.missing = counted.missing;

  const auto by_count = [&](std::uint32_t a, std::uint32_t b) {
    if (counted.counts[a] != counted.counts[b]) {
      return counted.counts[a] > counted.counts[b];
    }
    return a < b;
  };
  const std::size_t shown = std::min(limit, order.size());
  std::partial_sort(order.begin(),
                    order.begin() + static_cast<std::ptrdiff_t>(shown),
                    order.end(), by_count);
  order.resize(shown);
  for (const std::uint32_t o : selected) {
    if (std::find(order.begin(), order.end(), o) == order.end()) {
      order.push_back(o);
    }
  }
  for (const std::uint32_t o : order) {
    const bool chosen =
        std::find(selected.begin(), selected.end(), o) != selected.end();
    result.values.push_back({table.value(o), counted.counts[o], chosen});
  }
  return result;
}

}  // namespace tracuu
