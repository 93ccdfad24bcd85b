#ifndef TRACUU_SERVER_SEARCH_SNAPSHOT_H_
#define TRACUU_SERVER_SEARCH_SNAPSHOT_H_

// One published version of the index, open for reading. Immutable and
// thread-safe; every answer comes from exactly one.
//
// A Xapian::Database must not be used by two threads at once, and neither must
// two copies of one, because copies share their state (both crash within a
// second). So a snapshot lends a database to each search in flight, and opens
// another when all are lent. Databases are opened on the real path of the
// snapshot and never reopened: every compacted index is revision 1, so
// reopen() across a swap would mix two of them.
//
// What is called a docid here is an article's place in the snapshot
// (common/index/place_order.h): the document's number in the database of a
// build, and where the article would be in it after an update.

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/base/result.h"
#include "common/index/article_database.h"
#include "common/index/forward_index.h"
#include "common/index/manifest.h"
#include "common/index/moved_pages.h"
#include "common/index/neighbours.h"
#include "common/index/place_order.h"
#include "common/index/spellings.h"
#include "server/search/cited_documents.h"
#include "server/search/clusters.h"
#include "server/search/doc_set.h"
#include "server/search/facet_table.h"
#include "server/search/lru_cache.h"
#include "server/search/phrase_book.h"
#include "server/search/search_request.h"

namespace tracuu {

// How often a term counts in each article, at docid - 1: its wdf, at most
// kMostOccurrences (what is more often there hardly counts for more).
using Occurrences = std::vector<std::uint8_t>;
inline constexpr Xapian::termcount kMostOccurrences = 255;

class Snapshot {
 public:
  // A database that nobody else uses until the lease ends.
  using Lease =
      std::unique_ptr<ArticleDatabase, std::function<void(ArticleDatabase*)>>;

  // Opens the snapshot that DIR/CURRENT names, after comparing it with its
  // manifest to the given depth. Fails with kNotFound if nothing was ever
  // published, with kCorrupt or kIo if it cannot be trusted, and with
  // kInvalidArgument if its schema or analyzer is not ours.
  static Result<std::shared_ptr<const Snapshot>> Open(
      const std::filesystem::path& index_dir, VerifyDepth depth);

  const Manifest& manifest() const { return manifest_; }
  const std::filesystem::path& dir() const { return dir_; }
  // report.json, how the run went that made the snapshot; JSON, or empty.
  const std::string& report() const { return report_; }

  // Throws Xapian::Error if a database cannot be opened. The snapshot must
  // outlive the lease.
  Lease Borrow() const;

  // Docids are 1 … documents(), newest first; the first dated() have a day.
  std::uint32_t documents() const { return order_.documents(); }
  std::uint32_t dated() const {
    return static_cast<std::uint32_t>(days_.size());
  }
  // The day of an article, days since 1970-01-01; nothing if it is not known.
  // REQUIRES: 1 <= docid <= documents().
  std::optional<std::int32_t> DayOf(Xapian::docid docid) const {
    if (docid > days_.size()) return std::nullopt;
    return days_[docid - 1];
  }
  // The length of each article by the mean length, at docid - 1; lengths as
  // Xapian counts them (Database::get_doclength).
  const std::vector<float>& relative_lengths() const {
    return relative_lengths_;
  }
  // The docids whose day lies in [from, to]; days since 1970-01-01.
  DocSet DocsBetween(std::int32_t from_day, std::int32_t to_day) const;

  // The facets in the order of the schema.
  std::span<const FacetTable> facets() const { return facets_; }
  // Null for a name that is no facet.
  const FacetTable* FindFacet(std::string_view name) const;

  // The near-duplicates among the articles.
  const Clusters& clusters() const { return clusters_; }
  // What a hit says of its own; nothing if it has no copies.
  std::optional<ClusterOfHit> ClusterOf(Xapian::docid docid) const;

  // Was a pair term written for two adjacent syllables of these forms?
  bool HasPairs(std::string_view first, std::string_view second) const;

  // The words of each article in their order, part by part of order().
  std::span<const ForwardIndex> forward() const { return forward_; }
  // Which document of which part each docid is.
  const PlaceOrder& order() const { return order_; }

  // How often syllables of the snapshot occur and stand side by side.
  const Neighbours& neighbours() const { return neighbours_; }
  // The phrases that those counts make.
  const PhraseBook& phrases() const { return phrases_; }

  // The documents that the articles cite, and how they write them.
  const CitedDocuments& cited() const { return cited_; }
  const Spellings& spellings() const { return spellings_; }

  // The articles with a frequent term or phrase: decoding a posting list costs
  // 5-12 ms at a million articles and intersecting ready bitmaps 0.01.
  LruCache<DocSet>& cache() const { return cache_; }
  // How often frequent terms count in each article.
  LruCache<Occurrences>& occurrences() const { return occurrences_; }

 private:
  using StringSet = std::unordered_set<std::string>;

  Snapshot(std::filesystem::path dir, Manifest manifest);
  Status Load();
  Status LoadParts();
  Status LoadNeighbours();
  Status LoadForwardIndex();
  Status LoadReport();
  Status LoadSpellings();
  Status LoadDays(const ArticleDatabase& database);
  void LoadLengths(const ArticleDatabase& database);
  std::unique_ptr<ArticleDatabase> TakeIdle() const;

  const std::filesystem::path dir_;
  const Manifest manifest_;
  PlaceOrder order_;
  MovedPages moved_;
  std::vector<FacetTable> facets_;
  Clusters clusters_;
  std::vector<std::int32_t> days_;  // days_[docid - 1], never ascending.
  Neighbours neighbours_;
  std::string report_;
  PhraseBook phrases_;  // Points into neighbours_.
  CitedDocuments cited_;
  Spellings spellings_;
  StringSet frequent_;
  std::vector<ForwardIndex> forward_;
  std::vector<float> relative_lengths_;
  mutable LruCache<DocSet> cache_;
  mutable LruCache<Occurrences> occurrences_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<ArticleDatabase>>
      idle_;  // Guarded by mutex_.
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_SNAPSHOT_H_
