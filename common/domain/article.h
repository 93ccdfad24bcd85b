#ifndef TRACUU_COMMON_DOMAIN_ARTICLE_H_
#define TRACUU_COMMON_DOMAIN_ARTICLE_H_

// An article: one text a reader wants to find, with what was learnt about it.
// The indexer makes it (readers → reading → extract), the snapshot stores it
// (common/index/article_codec.h), the server shows it. Plain data.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/date.h"

namespace tracuu {

// What a stretch of a page is. Only kTitle, kLead, kBody and kCaption are
// searched; kIdentity is the site's own name, address and footer, which may
// prove publisher and province; kChrome is menus, lists of other articles,
// counters, weather and the like, which prove nothing.
enum class BlockRole : std::uint8_t {
  kTitle,
  kStamp,   // The line with the publication date.
  kByline,  // Author, source.
  kLead,    // The summary paragraph in front of the body.
  kBody,
  kCaption,
  kIdentity,
  kChrome,
};

struct Block {
  BlockRole role = BlockRole::kBody;
  std::uint32_t begin = 0;  // Byte range in Article::text.
  std::uint32_t end = 0;
};

enum class Certainty : std::uint8_t { kHigh, kMedium, kLow };

// Where a value comes from.
enum class EvidenceKind : std::uint8_t {
  kText,      // The byte range [begin, end) of Article::text.
  kRecord,    // A field the crawl's record states; `detail` names it.
  kUrl,       // The host or path of the URL; `detail` is that part.
  kOverride,  // The operator's overrides.tsv; `detail` names the line.
  kDerived,   // Follows from another value; `detail` names it.
};

struct Evidence {
  EvidenceKind kind = EvidenceKind::kText;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string rule;  // Stable name: "province.frame-a", "year.published" …
  std::string detail;
  Certainty certainty = Certainty::kHigh;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct FacetValue {
  std::string value;
  std::string role;  // "principal", "co-host", "participant", "publisher",
                     // "mentioned", "subject"; may be empty.
  std::vector<Evidence> evidence;  // Never empty.

  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct UnitValue {
  std::string name;   // Canonical, with the place it belongs to.
  std::string level;  // Code of unit_vocabulary.h
  std::string kind;   // Code of unit_vocabulary.h
  std::string role;
  std::vector<Evidence> evidence;

  friend bool operator==(const UnitValue&, const UnitValue&) = default;
};

struct DateValue {
  Date date;
  std::int16_t minute_of_day = -1;  // Local time, or -1.
  Evidence evidence;

  friend bool operator==(const DateValue&, const DateValue&) = default;
};

// What was looked at and not taken, for `explain`.
struct Refusal {
  std::string facet;  // "province", "unit", "year", "resolution"
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string reason;  // English: "hòa bình in lower case is peace"

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct Facets {
  std::optional<DateValue> published;
  std::optional<DateValue> event_date;    // May lack a year ("24/8").
  std::optional<FacetValue> year;         // "2021"
  std::vector<FacetValue> provinces;      // Before 2025; principal first.
  std::vector<FacetValue> provinces_now;  // From 2025; principal first.
  std::vector<UnitValue> units;           // Principal first.
  std::vector<FacetValue> resolutions;    // In order of first mention.
  std::optional<FacetValue> host;
  std::vector<Refusal> refused;
};

// What a crawl's record says explicitly; outranks what the text suggests.
struct StatedFields {
  std::optional<std::string> title;
  std::optional<Date> published;
  std::int16_t published_minute = -1;
  std::optional<std::string> fetched_at;  // As given; ISO 8601.
  std::vector<std::string> provinces;
  std::vector<std::string> units;
  std::vector<std::string> resolutions;
  std::optional<int> year;
  std::optional<std::string> publisher;  // The record's `source`.
  // Only an operator's corrections state these; never stored.
  std::optional<Date> event_date;
  bool no_publication = false;  // Has none, whatever the text says.
  bool no_event = false;
};

struct Article {
  std::string id;      // Stable key, the same in every snapshot.
  std::string source;  // "docs/t001.txt", "docs/crawl.jsonl#3"
  std::string url;     // Empty if unknown.
  std::string host;    // Lower case, without "www."; empty if unknown.
  std::string title;   // Empty only if the page has no text at all.
  // The page's text after RepairUnicode(), chrome and all; every block and
  // every evidence range points into it. A title that a record states apart
  // from the text stands in front of it.
  std::string text;
  std::vector<Block> blocks;  // In text order, disjoint.
  StatedFields stated;
  // What was done to the page's bytes before its text could be read: the
  // encodings it was found in ("tcvn3", "utf-8 as windows-1252"), what is
  // missing ("cut off by the crawler"). English; mostly empty.
  std::vector<std::string> repairs;
  Facets facets;
};

// Words for roles and kinds in JSON and in the terminal: "title", "chrome" …
const char* RoleName(BlockRole role);
const char* EvidenceKindName(EvidenceKind kind);
const char* CertaintyName(Certainty certainty);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_ARTICLE_H_
