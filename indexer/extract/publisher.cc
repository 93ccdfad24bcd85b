#include "indexer/extract/publisher.h"

#include <map>
#include <string_view>
#include <utility>

namespace tracuu::extract {
namespace {

Evidence TextEvidence(const PlaceMention& mention) {
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule = "province.identity";
  return evidence;
}

// The province most of the header and footer is about.
const PlaceMention* MostNamed(const ArticleView& view,
                              const std::vector<PlaceMention>& places) {
  std::map<const Province*, int> counts;
  const PlaceMention* best = nullptr;
  int best_count = 0;
  for (const PlaceMention& mention : places) {
    const PlaceName& place = mention.place;
    if (!view.identity(place.first)) continue;
    const Province* key = place.before != nullptr ? place.before : place.from;
    if (key == nullptr) continue;
    const int weight = mention.frame == Frame::kCertain ? 2 : 1;
    counts[key] += weight;
  }
  for (const PlaceMention& mention : places) {
    const PlaceName& place = mention.place;
    if (!view.identity(place.first)) continue;
    const Province* key = place.before != nullptr ? place.before : place.from;
    if (key == nullptr || counts[key] <= best_count) continue;
    best = &mention;
    best_count = counts[key];
  }
  return best;
}

void ReadIdentity(const ArticleView& view,
                  const std::vector<PlaceMention>& places,
                  Publisher& publisher) {
  if (const PlaceMention* mention = MostNamed(view, places)) {
    publisher.before = mention->place.before;
    publisher.from = mention->place.level == PlaceLevel::kProvince
                         ? mention->place.from
                         : nullptr;
    publisher.evidence = TextEvidence(*mention);
  }
  for (const PlaceMention& mention : places) {
    if (view.identity(mention.place.first) &&
        mention.place.level == PlaceLevel::kDistrict) {
      publisher.district = mention.place;
      break;
    }
  }
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!view.identity(i)) continue;
    if (std::optional<UnitName> unit = UnitNameAt(view, i)) {
      // A licence is granted by a body that is not the publisher.
      const bool licence = i > 0 && view.before_is(i, "do");
      if (!licence && unit->level != "trung-uong") {
        publisher.unit = std::move(*unit);
        return;
      }
      i += unit->length;
    }
  }
}

void ReadHost(const Article& article, Publisher& publisher) {
  if (article.host.empty()) return;
  const std::optional<HostFact> fact =
      ProvinceOfHost(article.host, PathOf(article.url));
  if (!fact) return;
  publisher.before =
      fact->province.empty()
          ? nullptr
          : FindProvince(fact->province, ProvinceEra::kBefore2025);
  publisher.from =
      fact->province_2025.empty()
          ? nullptr
          : FindProvince(fact->province_2025, ProvinceEra::kFrom2025);
  Evidence evidence;
  evidence.kind = EvidenceKind::kUrl;
  evidence.rule = "province.host";
  evidence.detail = article.host;
  publisher.evidence = evidence;
}

}  // namespace

std::string_view PathOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t start = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t slash = url.find('/', start);
  return slash == std::string_view::npos ? std::string_view()
                                         : url.substr(slash);
}

Publisher FindPublisher(const ArticleView& view,
                        const std::vector<PlaceMention>& places) {
  Publisher publisher;
  ReadIdentity(view, places, publisher);
  if (publisher.before == nullptr && publisher.from == nullptr) {
    ReadHost(view.article(), publisher);
  }
  return publisher;
}

}  // namespace tracuu::extract
