#ifndef TRACUU_SERVER_SEARCH_SEARCH_REQUEST_H_
#define TRACUU_SERVER_SEARCH_SEARCH_REQUEST_H_

// What goes into a search and what comes out, free of HTTP and of Xapian.
// Plain data.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/article.h"
#include "common/domain/date.h"

namespace tracuu {

// How syllables typed without marks are read; those typed with marks always
// mean themselves, except in kIgnore.
enum class AccentMode : std::uint8_t {
  kAuto,    // Without marks: any spelling. With marks: that spelling.
  kExact,   // As typed.
  kIgnore,  // Any spelling of every syllable.
};

// What is read into a query besides its syntax.
enum class ReadingMode : std::uint8_t {
  kAuto,     // Keystrokes, other names, corrections where nothing is found.
  kLiteral,  // Nothing: as typed.
};

enum class SortOrder : std::uint8_t { kRelevance, kNewestFirst, kOldestFirst };

// The chosen values of one facet; several mean OR.
struct FacetFilter {
  std::string facet;                 // Field::name
  std::vector<std::string> include;  // As typed; "none" is the empty bucket.
  std::vector<std::string> exclude;
};

struct SearchRequest {
  std::string text;  // As the reader typed it.
  AccentMode accents = AccentMode::kAuto;
  ReadingMode reading = ReadingMode::kAuto;
  std::vector<FacetFilter> filters;      // At most one for each facet.
  std::optional<std::int32_t> from_day;  // Days since 1970-01-01, inclusive.
  std::optional<std::int32_t> to_day;
  SortOrder sort = SortOrder::kRelevance;
  // Of near-duplicates that match, show and count one.
  bool collapse = false;
  // Fill the first page with articles that have most of the words.
  bool near = false;
  std::size_t page = 1;  // From 1.
  std::size_t per_page = 10;
  std::vector<std::string> facets;  // Names to count.
  std::size_t facet_limit = 20;
};

// The query for which an article is shown; may be empty.
struct ViewRequest {
  std::string text = {};
  AccentMode accents = AccentMode::kAuto;
  ReadingMode reading = ReadingMode::kAuto;
};

// A run of text; the client decides how a match looks, so no markup ever
// crosses the API.
struct Segment {
  std::string text;
  bool match = false;

  friend bool operator==(const Segment&, const Segment&) = default;
};

// The near-duplicates that an article belongs to, itself among them, whether
// they match or not.
struct ClusterOfHit {
  std::string name;  // "c91"; means something within one snapshot only.
  std::uint64_t size = 0;

  friend bool operator==(const ClusterOfHit&, const ClusterOfHit&) = default;
};

struct Hit {
  Article article;
  std::optional<ClusterOfHit> cluster;  // Nothing if it has no copies.
  double score = 0;  // Comparable within one answer only; 0 if not ranked.
  std::vector<Segment> title;
  std::vector<Segment> snippet;
  // Words of the query that the article does not have; empty for what matches.
  std::vector<std::string> missing;
};

struct FacetCount {
  std::string value;
  std::uint64_t count = 0;  // Exactly the total one gets by choosing it.
  bool selected = false;
};

struct FacetCounts {
  std::vector<FacetCount> values;  // Most frequent first; chosen ones always.
  std::uint64_t distinct = 0;      // Values with a count above 0.
  std::uint64_t missing = 0;       // Articles without a value.
};

// A part of the query that was read as something else than what was typed.
struct ReadAs {
  std::string typed;
  std::string as;
  // "telex", "vni", "abbreviation", "synonym", "partly-marked", "spelling",
  // "unaccented", "symbol".
  std::string via;
};

// A query that the reader may have meant.
struct Suggested {
  std::string query;              // The whole of it, ready to be asked.
  std::vector<Segment> segments;  // The same; what differs is a match.
};

struct SearchResponse {
  std::vector<ReadAs> read_as;
  std::vector<std::string> notes;  // Vietnamese, for the reader.
  std::optional<Suggested> did_you_mean;
  std::uint64_t total = 0;  // Exact.
  std::vector<Hit> hits;
  std::map<std::string, FacetCounts> facets;
  std::string snapshot_id;
  std::uint64_t snapshot_documents = 0;
};

// One page of the values of one facet under a search.
struct FacetPageRequest {
  std::string facet = {};
  std::string contains =
      {};  // Syllables that must begin a syllable of the value.
  bool alphabetical = false;
  std::size_t page = 1;
  std::size_t per_page = 20;
};

struct FacetPage {
  FacetCounts counts;          // The page's values.
  std::uint64_t matching = 0;  // Values that `contains` leaves.
  std::vector<std::string> notes;
  std::string snapshot_id;
  std::uint64_t snapshot_documents = 0;
};

// The name a filter uses for "has no value".
inline constexpr char kNoneValue[] = "none";

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SEARCH_REQUEST_H_
