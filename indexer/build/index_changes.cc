#include <algorithm>
#include <numeric>
#include <system_error>
#include <utility>

#include "common/base/file.h"
#include "common/index/moved_pages.h"
#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/spellings.h"
#include "common/index/terms.h"
#include "indexer/build/changes.h"
#include "indexer/build/count_neighbours.h"
#include "indexer/build/count_spellings.h"
#include "indexer/build/dictionary.h"
#include "indexer/build/sketch_file.h"
#include "indexer/build/stored_articles.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

// The entries at some places of a catalog, as a catalog of their own.
Catalog Part(const Catalog& catalog, const std::vector<std::size_t>& places) {
  Catalog part;
  part.entries.reserve(places.size());
  for (const std::size_t place : places) {
    part.entries.push_back(catalog.entries[place]);
  }
  return part;
}

// The frequent syllables of the base: a snapshot has pairs of these and of no
// others.
Result<std::vector<std::string>> FrequentOf(const UpdateBase& base) {
  const auto stored = OpenStored(base);
  if (!stored) return stored.error();
  const auto lines = (*stored)->Metadata(kBasePart, kMetaFrequent);
  if (!lines) return lines.error();
  return SplitLines(*lines);
}

// What becomes a database of its own.
struct PartInput {
  const std::vector<WorkerOutput>& outputs;
  const Catalog& catalog;
  const std::vector<std::string>& frequent;
  bool terms_only = false;
};

// Writes `name`, and the forward index beside it unless only terms are wanted.
Result<TableBytes> WritePart(const PartInput& input, const ChangesWork& work,
                             std::string_view name, BuildProgress* progress) {
  const auto dictionary =
      MakeDictionary(input.outputs, input.catalog, input.frequent);
  if (!dictionary) return dictionary.error();
  const fs::path segments_dir = work.work_dir / fs::path(name).stem();
  std::error_code failed;
  fs::create_directory(segments_dir, failed);
  const auto segments = BuildSegments(
      {input.outputs, input.catalog, *dictionary, input.terms_only},
      work.segment_articles, work.threads, segments_dir, progress);
  if (!segments) return segments.error();
  const fs::path forward = input.terms_only
                               ? segments_dir / kChangesForwardFile
                               : work.output_dir / kChangesForwardFile;
  const Status joined = JoinForwardIndex(*segments, dictionary->words, forward);
  if (!joined) return joined.error();
  auto merged = MergeDatabases(*segments, {work.merge_width, work.threads},
                               segments_dir, work.output_dir / name);
  fs::remove_all(segments_dir, failed);
  return merged;
}

// Pages of unchanged articles that do not lie any more where the base's
// articles say.
std::vector<MovedPage> FindMoved(const UpdateBase& base,
                                 const Collected& collected,
                                 const Catalog& catalog) {
  std::vector<MovedPage> moved;
  for (std::size_t i = 0; i < catalog.entries.size(); ++i) {
    const ArticleEntry& entry = catalog.entries[i];
    if (entry.worker != kInServedSnapshot) continue;
    const auto served = static_cast<std::uint32_t>(entry.offset);
    const auto place = static_cast<std::uint32_t>(i + 1);
    const KnownArticle& known = base.known.at(served);
    auto before = base.moved.Find(served);
    const bool same =
        known.source == entry.source && known.fetched == entry.fetched;
    if (same && !before) continue;
    const UnchangedPage* page = FindUnchanged(collected, entry.sequence);
    if (page != nullptr) {
      moved.push_back({place, page->source, page->fetched_at});
    } else if (before) {
      before->place = place;
      moved.push_back(*std::move(before));
    }
  }
  return moved;
}

// Both databases, what is gone of the base, and the order of it all.
Result<TableBytes> WriteDatabases(const ChangesInput& input,
                                  const ChangesWork& work,
                                  BuildProgress* progress) {
  const ChangesPlan& plan = input.plan;
  const auto frequent = FrequentOf(input.base);
  if (!frequent) return frequent.error();
  TableBytes tables;
  if (!plan.changes.empty()) {
    auto written = WritePart(
        {input.collected.outputs, Part(input.catalog, plan.changes), *frequent},
        work, kChangesDatabaseFile, progress);
    if (!written) return written.error();
    tables = std::move(*written);
  }
  if (!plan.gone.empty()) {
    const auto written =
        WritePart({input.gone.outputs, input.gone.of_base, *frequent,
                   /*terms_only=*/true},
                  work, kGoneFile, progress);
    if (!written) return written.error();
  }
  if (plan.changes.empty() && plan.gone.empty()) return tables;
  const auto order = PlaceOrder::Of(
      plan.rows,
      {plan.base_documents, static_cast<std::uint32_t>(plan.changes.size())});
  if (!order) return order.error();
  const Status written =
      WriteFile(work.output_dir / kOrderFile, order->Format());
  if (!written) return written.error();
  return tables;
}

Status WriteSpellings(const ChangesInput& input, const ChangesWork& work) {
  const auto bytes = ReadFile(input.base.snapshot_dir / kSpellingsFile);
  if (!bytes) return bytes.error();
  const auto before = ParseSpellings(*bytes);
  if (!before) return before.error();
  const auto gone = CountSpellings(input.gone.outputs, input.gone.dropped);
  if (!gone) return gone.error();
  const auto added = CountSpellings(input.collected.outputs,
                                    Part(input.catalog, input.plan.added));
  if (!added) return added.error();
  const auto after = UpdateSpellings(*before, *gone, *added);
  if (!after) return after.error();
  return WriteFile(work.output_dir / kSpellingsFile, FormatSpellings(*after));
}

// Counts over the forward indexes that are there.
Status CountAgain(const ChangesInput& input, const ChangesWork& work) {
  const auto base = ForwardIndex::Open(work.output_dir / kForwardFile);
  if (!base) return base.error();
  CountedArticles counted{&*base};
  if (!input.plan.gone.empty()) {
    counted.counted.assign(std::size_t{input.plan.base_documents} + 1, true);
    for (const std::uint32_t docid : input.plan.gone) {
      counted.counted[docid] = false;
    }
  }
  std::vector<CountedArticles> parts{std::move(counted)};
  ForwardIndex changes;
  if (!input.plan.changes.empty()) {
    auto opened = ForwardIndex::Open(work.output_dir / kChangesForwardFile);
    if (!opened) return opened.error();
    changes = std::move(*opened);
    parts.push_back({&changes});
  }
  return WriteNeighbours(parts, work.threads, work.output_dir);
}

Status WriteMoved(const ChangesInput& input, const ChangesWork& work) {
  const auto moved = FindMoved(input.base, input.collected, input.catalog);
  if (moved.empty()) return Ok{};
  return WriteMovedPages(work.output_dir / kMovedFile, moved);
}

// Of the articles of the changes; those of the base are linked.
Status WriteChangedSketches(const ChangesInput& input,
                            const ChangesWork& work) {
  if (input.plan.changes.empty()) return Ok{};
  const std::vector<std::uint32_t> places(input.plan.changes.begin(),
                                          input.plan.changes.end());
  return WriteSketches(work.output_dir / kChangesSketchesFile, input.sketches,
                       places);
}

// Links a file of the served snapshot into the new one; copies it where the
// file system has no links. Snapshots never change, so they can share files.
// Returns whether they do.
Result<bool> LinkOrCopy(const fs::path& from, const fs::path& to) {
  std::error_code failed;
  fs::create_hard_link(from, to, failed);
  if (!failed) return true;
  fs::copy_file(from, to, failed);
  if (!failed) return false;
  return Error{ErrorCode::kIo,
               "cannot link or copy " + from.string() + " to " + to.string() +
                   ": " + failed.message(),
               "free disk space and run again"};
}

}  // namespace

Result<IndexedChanges> IndexChanges(const ChangesInput& input,
                                    const ChangesWork& work,
                                    BuildProgress* progress) {
  IndexedChanges indexed;
  for (const auto& names : {kDatabaseFiles, kForwardFiles, kSketchesFiles}) {
    const std::string_view name = names[kBasePart];
    const auto linked =
        LinkOrCopy(input.base.snapshot_dir / name, work.output_dir / name);
    if (!linked) return linked.error();
    if (*linked) indexed.linked.push_back(name);
  }
  auto tables = WriteDatabases(input, work, progress);
  if (!tables) return tables.error();
  indexed.tables = std::move(*tables);
  Status written = WriteSpellings(input, work);
  if (written) written = CountAgain(input, work);
  if (written) written = WriteMoved(input, work);
  if (written) written = WriteChangedSketches(input, work);
  if (!written) return written.error();
  return indexed;
}

}  // namespace tracuu
