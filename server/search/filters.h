#ifndef TRACUU_SERVER_SEARCH_FILTERS_H_
#define TRACUU_SERVER_SEARCH_FILTERS_H_

// The filters of a request, looked up in a snapshot. Values of one facet are
// OR-ed, facets and the date range AND-ed, exclusions taken away.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/doc_set.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

class Filters {
 public:
  // Looks up what `request` filters by. The snapshot must outlive the object.
  Filters(const Snapshot& snapshot, const SearchRequest& request);

  // Leaves in `docs` what passes every filter but the chosen values of `except`
  // (empty: every filter). What `except` excludes stays excluded: choosing one
  // of its values later would not bring it back.
  void Apply(std::string_view except, DocSet* docs) const;

  // Is there any, of a facet or of dates?
  bool Any() const { return !filters_.empty() || dates_.has_value(); }

  // Are values of this facet chosen, so that its counts differ from the
  // common ones?
  bool Has(std::string_view facet) const;

  // Ordinals that were chosen; always listed with their counts.
  const std::vector<std::uint32_t>& SelectedIn(std::string_view facet) const;

  const std::vector<std::string>& notes() const { return notes_; }

 private:
  struct One {
    std::string facet;
    std::vector<std::uint32_t> selected;
    std::optional<DocSet> include;
    DocSet exclude;
  };

  void Add(const Snapshot& snapshot, const FacetFilter& filter);

  std::vector<One> filters_;
  std::optional<DocSet> dates_;
  std::vector<std::string> notes_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_FILTERS_H_
