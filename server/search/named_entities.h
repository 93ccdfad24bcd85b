#ifndef TRACUU_SERVER_SEARCH_NAMED_ENTITIES_H_
#define TRACUU_SERVER_SEARCH_NAMED_ENTITIES_H_

// The places, units, documents and years that the words of a query name. An
// article whose facets say so is about them, where another one only has the
// words: "ban chi dao 35 quang tri" means Quảng Trị's committee, "nghị quyết
// 35" the document 35-NQ/TW. This only ranks; it never hides.

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/analyze.h"
#include "server/search/ranking.h"
#include "server/search/snapshot.h"

namespace tracuu {

class NamedEntities {
 public:
  // Looks up what `groups` name. The snapshot and the groups must outlive the
  // object; belongs to one search in one thread.
  NamedEntities(const Snapshot& snapshot, const std::vector<WordGroup>& groups);

  // How much of what the query says is named by the article's facets: 0 to
  // about 1, the share of the query's weight. A value that is the article's
  // first (its own place, the unit that acts) counts more than a further one.
  double MatchOf(Xapian::docid docid);

 private:
  // A value of a facet that the query names.
  struct Named {
    std::uint32_t ordinal = 0;
    double share = 0;  // Of the query's weight.
  };
  struct Facet {
    const FacetTable* table = nullptr;
    std::vector<Named> named;
  };

  void FindPlaces(const WordGroup& group);
  bool IsPlaceHere(const WordGroup& group, std::size_t begin, std::size_t end,
                   const std::string& name) const;
  void FindDocuments(const WordGroup& group);
  void FindYears(const WordGroup& group);
  void AddValue(Facet* facet, std::string_view value, double weight);
  double ShareNamed(const Facet& facet, Xapian::docid docid) const;
  double ShareOfUnits(Xapian::docid docid);
  double ShareOfUnit(std::uint32_t ordinal);
  double WeightOf(const Token& token) const;
  bool IsElsewhere(const std::vector<Token>& name) const;

  const std::vector<WordGroup>& groups_;
  double weight_ = 0;  // Of all groups.
  Facet province_;
  Facet province_now_;
  Facet resolution_;
  Facet year_;
  const FacetTable* units_ = nullptr;
  std::unordered_map<std::uint32_t, double> unit_shares_;  // Asked before.
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_NAMED_ENTITIES_H_
