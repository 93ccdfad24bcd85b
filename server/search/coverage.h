#ifndef TRACUU_SERVER_SEARCH_COVERAGE_H_
#define TRACUU_SERVER_SEARCH_COVERAGE_H_

// What the articles of a search cover: which provinces, years and sites, from
// which day to which, and of how many articles that is not known.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "server/search/cross_count.h"
#include "server/search/limits.h"
#include "server/search/search_request.h"
#include "server/search/snapshot.h"

namespace tracuu {

// Days since 1970-01-01.
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

struct HostCoverage {
  std::string host;
  std::uint64_t articles = 0;
  std::optional<DayRange> days;  // Of its articles that have a day.
};

struct Coverage {
  std::uint64_t total = 0;    // Articles that match.
  std::uint64_t undated = 0;  // Of these, without a day.
  std::optional<DayRange> days;
  CrossCounts by_province;          // Provinces of the article's day × years.
  CrossCounts by_province_now;      // Provinces of today × years.
  std::vector<HostCoverage> hosts;  // Most articles first.
  std::uint64_t hosts_distinct = 0;
  // Articles without a value, by facet of the schema.
  std::map<std::string, std::uint64_t> missing;
  std::vector<std::string> notes;  // Vietnamese, for the reader.
};

// Covers the articles that match `request`, whatever it says about hits and
// facets. Lists at most `host_limit` hosts. Fails as Searcher::Search() does.
Result<Coverage> ReadCoverage(std::shared_ptr<const Snapshot> snapshot,
                              const Limits& limits,
                              const SearchRequest& request,
                              std::size_t host_limit);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_COVERAGE_H_
