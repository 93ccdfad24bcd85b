#include "indexer/extract/host.h"

namespace tracuu::extract {

std::optional<FacetValue> ExtractHost(const Article& article) {
  if (article.host.empty()) return std::nullopt;
  FacetValue host;
  host.value = article.host;
  Evidence evidence;
  evidence.kind = EvidenceKind::kUrl;
  evidence.rule = "host.url";
  evidence.detail = article.host;
  host.evidence.push_back(evidence);
  return host;
}

}  // namespace tracuu::extract
