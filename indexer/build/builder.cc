#include "indexer/build/builder.h"

#include <algorithm>
#include <future>
#include <memory>
#include <numeric>
#include <system_error>
#include <tuple>
#include <utility>

#include "common/base/file.h"
#include "common/index/article_codec.h"
#include "common/index/copies_file.h"
#include "common/index/forward_index.h"
#include "common/index/paths.h"
#include "common/index/spellings.h"
#include "indexer/build/catalog.h"
#include "indexer/build/changes.h"
#include "indexer/build/checkpoint.h"
#include "indexer/build/collect.h"
#include "indexer/build/count_neighbours.h"
#include "indexer/build/count_spellings.h"
#include "indexer/build/dictionary.h"
#include "indexer/build/field_digest.h"
#include "indexer/build/segments.h"
#include "indexer/build/served_snapshot.h"
#include "indexer/build/sketch_file.h"
#include "indexer/build/work_files.h"

namespace tracuu {
namespace {

// The order that decides which of two pages with one id is the first: that of
// the sources' names, not of the arguments.
void SortInputs(InputList* inputs) {
  std::sort(inputs->files.begin(), inputs->files.end(),
            [](const InputFile& a, const InputFile& b) {
              return std::tie(a.source, a.path) < std::tie(b.source, b.path);
            });
  std::stable_sort(inputs->rejected.begin(), inputs->rejected.end(),
                   [](const Rejection& a, const Rejection& b) {
                     return a.source < b.source;
                   });
}

Status RejectDuplicates(const Catalog& catalog, const Collected& collected,
                        RejectionLog* rejections) {
  for (const Duplicate& duplicate : catalog.duplicates) {
    const auto source = SourceOfEntry(duplicate.entry, collected);
    if (!source) return source.error();
    const auto first = SourceOfEntry(duplicate.first, collected);
    if (!first) return first.error();
    Rejection rejection;
    rejection.source = *source;
    switch (duplicate.kind) {
      case DuplicateKind::kSameContent:
        rejection.code = kDuplicateCode;
        rejection.message = "same article as " + *first + ", indexed once";
        break;
      case DuplicateKind::kSuperseded:
        rejection.code = kSupersededCode;
        rejection.message = "an older capture of the page in " + *first;
        break;
      case DuplicateKind::kOtherContent:
        rejection.code = "duplicate-id";
        rejection.message = "has the id " + duplicate.entry.id + " of " +
                            *first + " but other content";
        rejection.hint = "give one of them another id or URL, or remove it";
        break;
    }
    const Status added = rejections->Add(duplicate.entry.sequence, rejection);
    if (!added) return added;
  }
  return Ok{};
}

Result<std::unique_ptr<RejectionLog>> MakeRejectionLog(
    const std::filesystem::path& work_dir,
    const std::vector<Rejection>& unlisted) {
  auto spool = Spool::Create(RejectionSpool(work_dir));
  if (!spool) return spool.error();
  auto log = std::make_unique<RejectionLog>(std::move(*spool));
  for (const Rejection& rejection : unlisted) {
    const Status added = log->Add(0, rejection);
    if (!added) return added.error();
  }
  return log;
}

// All that the reading depends on besides its inputs, and that decides how the
// work folder is laid out.
std::string SettingsOf(const BuildOptions& options) {
  FieldDigest digest;
  digest.Add(options.reading_key);
  digest.Add(std::to_string(options.threads));
  digest.Add(std::to_string(options.segment_articles));
  if (options.base) {
    digest.Add(options.base->snapshot_dir.string());
    digest.Add(options.base->same_reading ? "known" : "again");
    digest.Add(options.base->keep_gone ? "keep" : "prune");
  }
  return digest.Finish();
}

// What an earlier run left, or an empty beginning.
Result<Resumed> BeginReading(const BuildOptions& options,
                             const InputList& inputs,
                             const Checkpoint& checkpoint,
                             const std::filesystem::path& work_dir) {
  auto found = checkpoint.Load();
  if (!found) return found.error();
  if (*found) return std::move(**found);
  auto log = MakeRejectionLog(work_dir, inputs.rejected);
  if (!log) return log.error();
  auto collected = MakeCollected(options.threads, work_dir);
  if (!collected) return collected.error();
  return Resumed{{}, std::move(*collected), std::move(*log)};
}

// Where a build works and writes, and tells how far it is.
struct Workplace {
  const std::filesystem::path& work_dir;
  const std::filesystem::path& output_dir;
  BuildProgress* progress;
  PhaseClock* clock;
};

// The first half: what there is to index.
struct Gathered {
  Checkpoint checkpoint;
  std::unique_ptr<RejectionLog> rejections;
  Collected collected;
  Catalog catalog;
};

// Sketches of all articles, by which an update will look for copies of others.
Status WriteAllSketches(const std::vector<std::optional<Sketch>>& sketches,
                        const std::filesystem::path& output_dir) {
  std::vector<std::uint32_t> places(sketches.size());
  std::iota(places.begin(), places.end(), 0U);
  return WriteSketches(output_dir / kSketchesFile, sketches, places);
}

// Counts neighbours over the forward index that is there.
Status CountAllNeighbours(const std::filesystem::path& output_dir,
                          unsigned threads) {
  const auto forward = ForwardIndex::Open(output_dir / kForwardFile);
  if (!forward) return forward.error();
  return WriteNeighbours({{&*forward}}, threads, output_dir);
}

// Everything behind the reading: the database and the counts beside it.
// Returns the bytes of each table.
Result<TableBytes> IndexArticles(const BuildOptions& options,
                                 std::vector<WorkerOutput> outputs,
                                 const Catalog& catalog,
                                 const Checkpoint& checkpoint,
                                 const Workplace& at) {
  at.clock->Enter(BuildPhase::kCounting);
  const auto dictionary = MakeDictionary(outputs, catalog);
  if (!dictionary) return dictionary.error();
  const auto spellings = CountSpellings(outputs, catalog);
  if (!spellings) return spellings.error();
  Status written =
      ReplaceFile(at.output_dir / kSpellingsFile, FormatSpellings(*spellings));
  if (!written) return written.error();

  at.progress->articles_to_index = catalog.entries.size();
  at.clock->Enter(BuildPhase::kIndexing);
  const std::filesystem::path segment_dir = SegmentFolder(at.work_dir);
  std::error_code ignored;  // Writing there will say it.
  std::filesystem::create_directory(segment_dir, ignored);
  const auto segments =
      BuildSegments({outputs, catalog, *dictionary}, options.segment_articles,
                    options.threads, segment_dir, at.progress);
  if (!segments) return segments.error();

  const Status removed = checkpoint.Remove();
  if (!removed) return removed.error();
  outputs.clear();  // Frees the spools' disk for the merged database.
  at.clock->Enter(BuildPhase::kMerging);
  written = JoinForwardIndex(*segments, dictionary->words,
                             at.output_dir / kForwardFile);
  if (written) written = CountAllNeighbours(at.output_dir, options.threads);
  if (!written) return written.error();
  auto merged =
      MergeDatabases(*segments, {options.merge_width, options.threads},
                     segment_dir, at.output_dir / kDatabaseFile);
  std::filesystem::remove(segment_dir, ignored);
  return merged;
}

// The same for an update that keeps the base.
Result<IndexedChanges> IndexBesideBase(const BuildOptions& options,
                                       const ChangesPlan& plan,
                                       const Collected& collected,
                                       const Catalog& catalog,
                                       const FoundCopies& copies,
                                       const Workplace& at) {
  const UpdateBase& base = *options.base;
  const ChangesWork work{at.work_dir, at.output_dir, options.threads,
                         options.segment_articles, options.merge_width};
  at.clock->Enter(BuildPhase::kCounting);
  const auto gone = SpoolGone(base, plan, work);
  if (!gone) return gone.error();
  at.progress->articles_to_index = plan.changes.size() + plan.gone.size();
  at.clock->Enter(BuildPhase::kIndexing);
  return IndexChanges({base, plan, collected, catalog, *gone, copies.sketches},
                      work, at.progress);
}

Result<FoundCopies> LookForCopies(const std::optional<UpdateBase>& base,
                                  const std::optional<ChangesPlan>& plan,
                                  const Collected& collected,
                                  const Catalog& catalog, unsigned threads) {
  if (!plan) return FindCopies({collected.outputs, catalog, nullptr}, threads);
  const auto served = ServedSnapshot::Open(*base);
  if (!served) return served.error();
  return FindCopies({collected.outputs, catalog, served->get()}, threads);
}

// True if the base says all that this run could say.
bool IsNothingNew(const BuildOptions& options, const BuildResult& result) {
  if (!options.base || !options.base->same_reading) return false;
  std::map<std::string, std::uint64_t> rejected;
  for (const auto& [code, summary] : result.rejected) {
    rejected[code] = summary.count;
  }
  return !result.differences->any() && rejected == options.base->rejected;
}

// Leaves its figures in `result`.
Result<Gathered> Gather(const BuildOptions& options, const Workplace& at,
                        BuildResult* result) {
  at.clock->Enter(BuildPhase::kReading);
  Result<InputList> inputs = ListInputs(options.sources);
  if (!inputs) return inputs.error();
  SortInputs(&*inputs);
  Checkpoint checkpoint(
      at.work_dir, options.dry_run ? std::nullopt
                                   : MakeRunKey(*inputs, SettingsOf(options)));
  auto begun = BeginReading(options, *inputs, checkpoint, at.work_dir);
  if (!begun) return begun.error();
  auto& [from, collected, log] = *begun;
  at.progress->articles_read = collected.entries.size();
  at.progress->rejected = log->lines();
  result->pages_resumed = (from.all ? collected.first_kept : from.next) - 1;

  const UpdateBase* base = options.base ? &*options.base : nullptr;
  CollectOptions collect{options.limits,    options.overrides,
                         options.threads,   base,
                         options.dry_run,   {},
                         options.save_every};
  if (!options.dry_run) {
    collect.save = [&](const ReadSoFar& so_far) {
      return checkpoint.Save(so_far, collected, log.get());
    };
  }
  const Status read = CollectArticles(inputs->files, collect, from, log.get(),
                                      at.progress, &collected);
  if (!read) return read.error();
  Catalog catalog = MakeCatalog(std::exchange(collected.entries, {}));
  const Status noted = RejectDuplicates(catalog, collected, log.get());
  if (!noted) return noted.error();

  result->input_files = inputs->files.size();
  result->input_bytes = at.progress->bytes_total;
  result->ignored = std::move(inputs->ignored);
  result->pages = collected.first_kept - 1 + inputs->rejected.size();
  result->threads = options.threads;
  result->documents = catalog.entries.size();
  result->content_digest = catalog.content_digest;
  result->rejected = log->Summary();
  result->repairs = collected.repairs.Summary();
  at.progress->rejected += catalog.duplicates.size();
  return Gathered{std::move(checkpoint), std::move(log), std::move(collected),
                  std::move(catalog)};
}

// The databases and the tables beside them.
Status IndexGathered(const BuildOptions& options,
                     const std::optional<ChangesPlan>& plan, Gathered* gathered,
                     const Workplace& at, BuildResult* result) {
  auto& [checkpoint, rejections, collected, catalog] = *gathered;
  at.clock->Enter(BuildPhase::kComparing);
  const auto copies =
      LookForCopies(options.base, plan, collected, catalog, options.threads);
  if (!copies) return copies.error();
  result->copies = copies->counts();
  const Status wrote =
      WriteCopies(at.output_dir / kCopiesFile, copies->members);
  if (!wrote) return wrote;
  if (plan) {
    auto indexed =
        IndexBesideBase(options, *plan, collected, catalog, *copies, at);
    if (!indexed) return indexed.error();
    result->table_bytes = std::move(indexed->tables);
    result->linked = std::move(indexed->linked);
    return Ok{};
  }
  const Status kept = WriteAllSketches(copies->sketches, at.output_dir);
  if (!kept) return kept;
  auto tables = IndexArticles(options, std::move(collected.outputs), catalog,
                              checkpoint, at);
  if (!tables) return tables.error();
  result->table_bytes = std::move(*tables);
  return Ok{};
}

// The second half: everything behind the reading.
Status Index(const BuildOptions& options, Gathered* gathered,
             const Workplace& at, BuildResult* result) {
  auto& [checkpoint, rejections, collected, catalog] = *gathered;
  std::optional<ChangesPlan> plan;
  std::future<Status> verified;
  if (options.base) {
    at.clock->Enter(BuildPhase::kCarrying);
    plan = PlanChanges(*options.base, catalog, options.most_changes);
    if (plan) {
      verified = std::async(std::launch::async,
                            [&] { return VerifyBase(*options.base); });
    }
    const Status carried =
        CarryOver(*options.base, plan ? Carried::kChanges : Carried::kAll,
                  &collected, &catalog, at.progress);
    if (!carried) return carried;
  }
  Status status = IndexGathered(options, plan, gathered, at, result);
  if (verified.valid()) {
    const Status whole = verified.get();
    if (!whole) return whole;
  }
  if (status) status = rejections->WriteTo(at.output_dir / kRejectedFile);
  if (status) status = checkpoint.Remove();
  if (!status) return status;
  return WriteKnownArticles(at.output_dir / kFingerprintsFile,
                            options.reading_key, catalog);
}

}  // namespace

Result<BuildResult> BuildDatabase(const BuildOptions& options,
                                  const std::filesystem::path& work_dir,
                                  const std::filesystem::path& output_dir,
                                  BuildProgress* progress) {
  PhaseClock clock(progress);
  const Workplace at{work_dir, output_dir, progress, &clock};
  BuildResult result;
  auto gathered = Gather(options, at, &result);
  if (!gathered) return gathered.error();
  auto& [checkpoint, rejections, collected, catalog] = *gathered;
  if (options.base) {
    result.differences = Compare(*options.base, catalog, collected.first_kept);
    if (options.dry_run) {
      auto listed = ListDifferences(*options.base, catalog, collected);
      if (!listed) return listed.error();
      result.listed = std::move(*listed);
      return result;
    }
  }
  if (catalog.entries.empty() || IsNothingNew(options, result)) {
    const Status removed = checkpoint.Remove();
    if (!removed) return removed.error();
    return result;
  }
  if (options.approve) {
    const Status approved = options.approve(result);
    if (!approved) return approved.error();
  }
  const Status indexed = Index(options, &*gathered, at, &result);
  if (!indexed) return indexed.error();
  result.written = true;
  result.seconds = clock.Finish();
  return result;
}

}  // namespace tracuu
