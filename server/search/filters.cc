#include "server/search/filters.h"

#include <limits>

#include "server/search/facet_names.h"
#include "server/search/match_evaluator.h"

namespace tracuu {

Filters::Filters(const Snapshot& snapshot, const SearchRequest& request) {
  for (const FacetFilter& filter : request.filters) Add(snapshot, filter);
  if (request.from_day || request.to_day) {
    dates_ = snapshot.DocsBetween(
        request.from_day.value_or(std::numeric_limits<std::int32_t>::min()),
        request.to_day.value_or(std::numeric_limits<std::int32_t>::max()));
  }
}

void Filters::Add(const Snapshot& snapshot, const FacetFilter& filter) {
  const FacetTable* table = snapshot.FindFacet(filter.facet);
  if (table == nullptr) return;
  One one;
  one.facet = filter.facet;
  const auto docs_of = [&](const std::string& value, bool selects) {
    if (value == kNoneValue) return table->DocsWithout();
    const auto ordinals = FindFacetValues(*table, value);
    if (ordinals.empty()) {
      notes_.push_back(UnknownValueNote(filter.facet, value));
    }
    DocSet docs;
    for (const std::uint32_t ordinal : ordinals) {
      docs |= table->DocsWith(ordinal);
      if (selects) one.selected.push_back(ordinal);
    }
    return docs;
  };
  for (const std::string& value : filter.include) {
    if (!one.include) one.include.emplace();
    *one.include |= docs_of(value, true);
  }
  for (const std::string& value : filter.exclude) {
    one.exclude |= docs_of(value, false);
  }
  filters_.push_back(std::move(one));
}

void Filters::Apply(std::string_view except, DocSet* docs) const {
  for (const One& filter : filters_) {
    if (filter.include && filter.facet != except) *docs &= *filter.include;
    if (!filter.exclude.isEmpty()) *docs -= filter.exclude;
  }
  if (dates_) *docs &= *dates_;
}

bool Filters::Has(std::string_view facet) const {
  for (const One& filter : filters_) {
    if (filter.facet == facet && filter.include) return true;
  }
  return false;
}

const std::vector<std::uint32_t>& Filters::SelectedIn(
    std::string_view facet) const {
  static const std::vector<std::uint32_t> kNone;
  for (const One& filter : filters_) {
    if (filter.facet == facet) return filter.selected;
  }
  return kNone;
}

}  // namespace tracuu
