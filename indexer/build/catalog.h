#ifndef TRACUU_INDEXER_BUILD_CATALOG_H_
#define TRACUU_INDEXER_BUILD_CATALOG_H_

// All articles of a build, as what decides whether and where they are indexed;
// the rest of each waits in a spool. About 190 bytes an article (builder.h
// tells what else grows with the corpus).

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/article.h"
#include "indexer/build/fingerprint.h"

namespace tracuu {

// Half of a SHA-256, as hexadecimal digits.
using ContentDigest = std::array<char, 32>;

// Digests what makes two articles the same to a reader: id, URL, title, text
// and facets; not where and when they were crawled.
ContentDigest DigestOf(const Article& article);

// Sorts behind every real day (newest first).
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// Sorts behind every known time of capture (newest first).
inline constexpr std::int64_t kNoCapture =
    std::numeric_limits<std::int64_t>::min();

struct ArticleEntry {
  std::string id;
  ContentDigest digest{};
  std::uint64_t sequence = 0;          // Place among all inputs.
  std::int64_t captured = kNoCapture;  // Seconds since 1970-01-01 UTC.
  std::uint64_t offset = 0;            // In the spool of `worker`: the record,
  std::uint32_t record_bytes = 0;      // and behind it
  std::uint32_t article_bytes = 0;     // the encoded article.
  std::int32_t day = kNoDay;           // Days since 1970-01-01.
  std::int16_t minute = -1;
  std::uint16_t worker = 0;
  // ShortFingerprint() of the page's source, and of when it was fetched
  // (StatedFields::fetched_at; 0 if the crawl does not say).
  std::uint64_t source = 0;
  std::uint64_t fetched = 0;
  Fingerprint page{};  // Of the page that the article was read from.
};

// The `worker` of an article that the served snapshot holds and that is not
// spooled yet: `offset` is its place there (place_order.h).
inline constexpr std::uint16_t kInServedSnapshot = 0xFFFF;

// The day (and minute) by which `facets` are ordered: of publication, else of
// the event; nothing unless the whole day is known.
void SetDay(const Facets& facets, ArticleEntry* entry);

// When the page was fetched, as the crawl says (StatedFields::fetched_at), or
// what else is known of it (Page::fetched_after).
void SetCapture(const StatedFields& stated,
                std::optional<std::int64_t> fetched_after, ArticleEntry* entry);

// Why an entry is not indexed: `first` has its id.
enum class DuplicateKind : std::uint8_t {
  kSameContent,  // Nothing is lost.
  kSuperseded,   // An older capture of the same page.
  kOtherContent,
};

struct Duplicate {
  ArticleEntry entry;
  ArticleEntry first;
  DuplicateKind kind = DuplicateKind::kOtherContent;
};

struct Catalog {
  std::vector<ArticleEntry> entries;  // Place k becomes docid k + 1.
  std::vector<Duplicate> duplicates;  // In the order of the inputs.
  std::string content_digest;         // See Manifest::content_digest.
};

// Keeps the newest capture of each id, of equally new ones the first, and
// brings them into docid order (see schema.h). What says when it was captured
// is newer than what does not.
// The result does not depend on the order of `entries`.
Catalog MakeCatalog(std::vector<ArticleEntry> entries);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_CATALOG_H_
