#ifndef TRACUU_INDEXER_BUILD_CHANGES_H_
#define TRACUU_INDEXER_BUILD_CHANGES_H_

// An update that changes little: the database and the forward index of the
// served snapshot's base stay as they are (the new snapshot has links to the
// same files), and what is new or has changed since that base was built goes
// into a second part beside them (common/index/place_order.h). The work grows
// with what has changed, not with what there is.
//
// What articles are found, their counts, order and copies are those of a build
// of the same inputs. One thing is the base's: which syllables are so frequent
// that their pairs are indexed, which is a matter of speed and of the finer
// points of ranking. docs/decisions/0011-changes.md has the measurements.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/index/paths.h"
#include "common/index/place_order.h"
#include "indexer/build/article_sketch.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"
#include "indexer/build/progress.h"
#include "indexer/build/segments.h"
#include "indexer/build/update.h"

namespace tracuu {

// The base stays as long as the documents beside it and those of it that are
// gone are at most this share of it together. Each of them is work for every
// update until the next whole build, and the gone ones for every query.
inline constexpr double kMostChanges = 0.20;

// What an update that keeps the base comes to.
struct ChangesPlan {
  std::vector<PartDocid> rows;         // By place in the catalog.
  std::vector<std::size_t> changes;    // Places in the catalog, ascending;
  std::vector<std::size_t> added;      // of them those that are not carried.
  std::vector<std::uint32_t> gone;     // Docids of the base, ascending.
  std::vector<std::uint32_t> dropped;  // Places of the served snapshot whose
                                       // articles are not shown any more.
  std::uint32_t base_documents = 0;
};

// Nothing if everything is to be made anew: too much has changed, or pages are
// read otherwise than they were.
std::optional<ChangesPlan> PlanChanges(const UpdateBase& base,
                                       const Catalog& catalog,
                                       double most_changes);

// Where it works, and with how much.
struct ChangesWork {
  const std::filesystem::path& work_dir;
  const std::filesystem::path& output_dir;
  unsigned threads = 2;
  std::size_t segment_articles = 2000;
  std::size_t merge_width = 150;
};

// What is left of the base's documents that are gone, and of those that the
// served snapshot shows and the new one does not: spooled as they were read.
struct GoneArticles {
  std::vector<WorkerOutput> outputs;
  Catalog of_base;  // ChangesPlan::gone.
  Catalog dropped;  // ChangesPlan::dropped.
};
Result<GoneArticles> SpoolGone(const UpdateBase& base, const ChangesPlan& plan,
                               const ChangesWork& work);

// What the new snapshot is made of. The entries of the changes are spooled.
struct ChangesInput {
  const UpdateBase& base;
  const ChangesPlan& plan;
  const Collected& collected;
  const Catalog& catalog;
  const GoneArticles& gone;
  const std::vector<std::optional<Sketch>>& sketches;  // By place.
};

struct IndexedChanges {
  TableBytes tables;  // Bytes of each table of the changes.
  // The files that the new snapshot shares with the served one.
  std::vector<std::string_view> linked;
};

// Writes the new snapshot's parts: those of the base as links, the others of
// kChangesFiles each only if there is something in it; and the counts of
// neighbours and spellings.
Result<IndexedChanges> IndexChanges(const ChangesInput& input,
                                    const ChangesWork& work,
                                    BuildProgress* progress);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_CHANGES_H_
