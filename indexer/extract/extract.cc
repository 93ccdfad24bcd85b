#include "indexer/extract/extract.h"

#include <utility>
#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/host.h"
#include "indexer/extract/place.h"
#include "indexer/extract/province.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/refusals.h"
#include "indexer/extract/resolution.h"
#include "indexer/extract/unit.h"

namespace tracuu {
namespace {

// Where the text cites: bodies named there are issuers.
std::vector<extract::ByteRange> CitationRanges(
    const std::vector<FacetValue>& resolutions) {
  std::vector<extract::ByteRange> ranges;
  for (const FacetValue& value : resolutions) {
    for (const Evidence& evidence : value.evidence) {
      if (evidence.kind != EvidenceKind::kText) continue;
      ranges.push_back({evidence.begin, evidence.end});
    }
  }
  return ranges;
}

}  // namespace

Facets ExtractFacets(const Article& article, const Analysis& analysis) {
  const extract::ArticleView view(article, analysis);
  Facets facets;

  const extract::ArticleDates dates = extract::ExtractDates(view);
  const Date date = extract::ArticleDate(dates);
  facets.published = dates.published;
  facets.event_date = dates.event_date;
  facets.year = dates.year;
  extract::RefusePage(view, facets.refused);
  extract::RefuseDates(view, dates, facets.refused);

  const std::vector<extract::PlaceMention> places =
      extract::FindPlaces(view, facets.refused);
  const extract::Publisher publisher = extract::FindPublisher(view, places);
  facets.resolutions = extract::ExtractResolutions(view, date, facets.refused);
  std::vector<extract::RankedUnit> units = extract::ExtractUnits(
      view, places, publisher, CitationRanges(facets.resolutions), date);
  extract::ProvinceFacets provinces =
      extract::ExtractProvinces(view, places, publisher, units, date);
  facets.provinces = std::move(provinces.valid);
  facets.provinces_now = std::move(provinces.now);
  for (extract::RankedUnit& unit : units) {
    facets.units.push_back(std::move(unit.value));
  }

  facets.host = extract::ExtractHost(article);
  return facets;
}

}  // namespace tracuu
