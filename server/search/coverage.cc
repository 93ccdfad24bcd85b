#include "server/search/coverage.h"

#include <algorithm>
#include <utility>

#include "server/search/cited_document_view.h"
#include "server/search/searcher.h"

namespace tracuu {
namespace {

// What is known of each host by its ordinal.
std::vector<HostCoverage> CountHosts(const Snapshot& snapshot,
                                     const DocSet& docs) {
  const FacetTable& table = *snapshot.FindFacet("host");
  std::vector<HostCoverage> hosts(table.size());
  for (const std::uint32_t docid : docs) {
    const std::optional<std::int32_t> day = snapshot.DayOf(docid);
    for (const std::uint32_t ordinal : table.OrdinalsOf(docid)) {
      HostCoverage& host = hosts[ordinal];
      ++host.articles;
      if (!day) continue;
      // Docids are newest first.
      if (!host.days) host.days = DayRange{*day, *day};
      host.days->first = *day;
    }
  }
  for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
    hosts[ordinal].host = table.value(ordinal);
  }
  std::erase_if(hosts, [](const auto& host) { return host.articles == 0; });
  std::stable_sort(
      hosts.begin(), hosts.end(),
      [](const auto& a, const auto& b) { return a.articles > b.articles; });
  return hosts;
}

std::map<std::string, std::uint64_t> CountMissing(const Snapshot& snapshot,
                                                  const DocSet& docs) {
  std::map<std::string, std::uint64_t> missing;
  for (const FacetTable& table : snapshot.facets()) {
    missing[std::string(table.name())] =
        docs.and_cardinality(table.DocsWithout());
  }
  return missing;
}

}  // namespace

Result<Coverage> ReadCoverage(std::shared_ptr<const Snapshot> snapshot,
                              const Limits& limits,
                              const SearchRequest& request,
                              std::size_t host_limit) {
  auto matched = Searcher(snapshot, limits).Match(request);
  if (!matched) return matched.error();
  const DocSet& docs = matched->docs;

  Coverage coverage;
  coverage.notes = std::move(matched->notes);
  coverage.total = docs.cardinality();
  coverage.undated = coverage.total - docs.rank(snapshot->dated());
  if (const auto ends = FindDatedEnds(*snapshot, docs)) {
    coverage.days = DayRange{snapshot->DayOf(ends->earliest).value_or(0),
                             snapshot->DayOf(ends->latest).value_or(0)};
  }
  const FacetTable& years = *snapshot->FindFacet("year");
  coverage.by_province =
      CountCross(*snapshot->FindFacet("province"), years, docs);
  coverage.by_province_now =
      CountCross(*snapshot->FindFacet("province_now"), years, docs);
  coverage.hosts = CountHosts(*snapshot, docs);
  coverage.hosts_distinct = coverage.hosts.size();
  if (coverage.hosts.size() > host_limit) coverage.hosts.resize(host_limit);
  coverage.missing = CountMissing(*snapshot, docs);
  return coverage;
}

}  // namespace tracuu
