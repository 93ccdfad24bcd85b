#ifndef TRACUU_INDEXER_BUILD_UPDATE_H_
#define TRACUU_INDEXER_BUILD_UPDATE_H_

// Building on what a snapshot already knows: articles whose pages have not
// changed are taken from it as they were read. What follows depends on how much
// has changed: much, and everything behind the reading is done as for a build;
// little, and the older database stays (changes.h).
// docs/decisions/0007-update.md tells why.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/index/manifest.h"
#include "common/index/moved_pages.h"
#include "common/index/place_order.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"
#include "indexer/build/known_articles.h"
#include "indexer/build/progress.h"

namespace tracuu {

class StoredArticles;

// What an update starts from. Immutable while it runs.
struct UpdateBase {
  std::filesystem::path snapshot_dir;
  KnownArticles known;
  PlaceOrder order;
  MovedPages moved;
  std::vector<ManifestFile> files;  // Manifest::files.
  // Whether pages are read as they were for that snapshot. If not, all are
  // read again.
  bool same_reading = false;
  // Whether articles stay that no source holds any more.
  bool keep_gone = true;
  std::map<std::string, std::uint64_t> rejected;  // Manifest::rejected.
};

// Reads what `snapshot_dir` knows, and checks it against its manifest. Fails
// with kCorrupt if it is not what the manifest says.
Result<UpdateBase> OpenUpdateBase(const std::filesystem::path& snapshot_dir,
                                  const Manifest& manifest,
                                  const std::string& reading_key);

// The snapshot's articles, for one thread. `base` must outlive them.
Result<std::unique_ptr<StoredArticles>> OpenStored(const UpdateBase& base);

// Hashes every file of the snapshot, which takes seconds for a million
// articles. For an update that keeps files of it or takes on what was counted
// for it: that would get a new digest however damaged it is. Fails with
// kCorrupt naming the file.
Status VerifyBase(const UpdateBase& base);

enum class Difference : std::uint8_t {
  kNew,
  kChanged,  // The page has changed; the article may be the same.
  kGone,     // No source holds it any more, or it cannot be read any more.
};

// How the articles of a run differ from those of the served snapshot.
struct UpdateDifferences {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t moved = 0;  // Of the unchanged: the page has another source.
  std::uint64_t gone = 0;   // Dropped.
  std::uint64_t kept = 0;   // No source holds them; they stay.

  bool any() const { return added + changed + moved + gone > 0; }
};

// Compares. `catalog` is of the whole run; kept articles are those of its
// entries whose sequence is at least `first_kept`.
UpdateDifferences Compare(const UpdateBase& base, const Catalog& catalog,
                          std::uint64_t first_kept);

// The source of an entry's page. REQUIRES: it is spooled, or was met as an
// unchanged page.
Result<std::string> SourceOfEntry(const ArticleEntry& entry,
                                  const Collected& collected);

// One article that differs.
struct ListedDifference {
  Difference kind = Difference::kNew;
  std::string id;
  std::string source;
};

// All that differ: new and changed ones in docid order, then those that are
// gone.
Result<std::vector<ListedDifference>> ListDifferences(
    const UpdateBase& base, const Catalog& catalog, const Collected& collected);

// The page of an entry that was taken unread; null if it has none.
const UnchangedPage* FindUnchanged(const Collected& collected,
                                   std::uint64_t sequence);

// Which articles of the served snapshot are meant.
enum class Carried : std::uint8_t {
  kAll,
  kChanges,  // Those of its changes (place_order.h).
};

// Spools the articles of `catalog` that are still in the served snapshot
// (kInServedSnapshot) and makes their entries say so. Where and when a page was
// fetched is taken over from `collected`.
Status CarryOver(const UpdateBase& base, Carried which, Collected* collected,
                 Catalog* catalog, BuildProgress* progress);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_UPDATE_H_
