#include "indexer/build/builder.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "common/base/file.h"
#include "common/index/article_codec.h"
#include "common/index/neighbours.h"
#include "common/index/paths.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"
#include "indexer/build/count_neighbours.h"
#include "indexer/build/dictionary.h"
#include "indexer/build/segments.h"

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

Result<std::string> SourceOf(const ArticleEntry& entry,
                             const std::vector<WorkerOutput>& outputs) {
  const auto bytes = outputs[entry.worker].spool->Read(
      entry.offset + entry.record_bytes, entry.article_bytes);
  if (!bytes) return bytes.error();
  const Result<Article> article = DecodeArticle(*bytes);
  if (!article) return article.error();
  return article->source;
}

Status RejectDuplicates(const Catalog& catalog,
                        const std::vector<WorkerOutput>& outputs,
                        RejectionLog* rejections) {
  for (const Duplicate& duplicate : catalog.duplicates) {
    const auto source = SourceOf(duplicate.entry, outputs);
    if (!source) return source.error();
    const auto first = SourceOf(duplicate.first, outputs);
    if (!first) return first.error();
    Rejection rejection;
    rejection.source = *source;
    if (duplicate.same_content) {
      rejection.code = kDuplicateCode;
      rejection.message = "same article as " + *first + ", indexed once";
    } else {
      rejection.code = "duplicate-id";
      rejection.message = "has the id " + duplicate.entry.id + " of " + *first +
                          " but other content";
      rejection.hint = "give one of them another id or URL, or remove it";
    }
    const Status added = rejections->Add(duplicate.entry.sequence, rejection);
    if (!added) return added;
  }
  return Ok{};
}

Result<std::unique_ptr<RejectionLog>> MakeRejectionLog(
    const std::filesystem::path& work_dir,
    const std::vector<Rejection>& unlisted) {
  auto spool = Spool::Create(work_dir / "rejected");
  if (!spool) return spool.error();
  auto log = std::make_unique<RejectionLog>(std::move(*spool));
  for (const Rejection& rejection : unlisted) {
    const Status added = log->Add(0, rejection);
    if (!added) return added.error();
  }
  return log;
}

// Everything behind the reading: the database and the counts beside it.
Status IndexArticles(const BuildOptions& options,
                     std::vector<WorkerOutput> outputs, const Catalog& catalog,
                     const std::filesystem::path& work_dir,
                     const std::filesystem::path& output_dir,
                     BuildProgress* progress) {
  progress->phase = BuildPhase::kCounting;
  const auto dictionary = MakeDictionary(outputs, catalog);
  if (!dictionary) return dictionary.error();
  const auto neighbours = CountNeighbours(outputs, catalog);
  if (!neighbours) return neighbours.error();
  const Status written =
      ReplaceFile(output_dir / kNeighboursFile, FormatNeighbours(*neighbours));
  if (!written) return written;

  progress->articles_to_index = catalog.entries.size();
  progress->phase = BuildPhase::kIndexing;
  const auto segments =
      BuildSegments({outputs, catalog, *dictionary}, options.segment_articles,
                    options.threads, work_dir, progress);
  if (!segments) return segments.error();

  outputs.clear();  // Frees the spools' disk for the merged database.
  progress->phase = BuildPhase::kMerging;
  const Status joined =
      JoinForwardIndex(*segments, dictionary->words, output_dir / kForwardFile);
  if (!joined) return joined;
  return MergeDatabases(*segments, {options.merge_width, options.threads},
                        work_dir, output_dir / kDatabaseFile);
}

}  // namespace

Result<BuildResult> BuildDatabase(const BuildOptions& options,
                                  const std::filesystem::path& work_dir,
                                  const std::filesystem::path& output_dir,
                                  BuildProgress* progress) {
  Result<InputList> inputs = ListInputs(options.sources);
  if (!inputs) return inputs.error();
  SortInputs(&*inputs);
  auto log = MakeRejectionLog(work_dir, inputs->rejected);
  if (!log) return log.error();
  RejectionLog& rejections = **log;
  progress->rejected = inputs->rejected.size();

  auto outputs =
      CollectArticles(inputs->files, options.limits, options.threads, work_dir,
                      /*first_sequence=*/1, &rejections, progress);
  if (!outputs) return outputs.error();
  std::vector<ArticleEntry> entries;
  for (WorkerOutput& output : *outputs) {
    std::move(output.entries.begin(), output.entries.end(),
              std::back_inserter(entries));
    output.entries = {};
  }
  const Catalog catalog = MakeCatalog(std::move(entries));
  const Status noted = RejectDuplicates(catalog, *outputs, &rejections);
  if (!noted) return noted.error();
  progress->rejected += catalog.duplicates.size();

  BuildResult result;
  result.documents = catalog.entries.size();
  result.content_digest = catalog.content_digest;
  result.rejected = rejections.Summary();
  if (catalog.entries.empty()) return result;
  const Status indexed = IndexArticles(options, std::move(*outputs), catalog,
                                       work_dir, output_dir, progress);
  if (!indexed) return indexed.error();
  const Status wrote = rejections.WriteTo(output_dir / kRejectedFile);
  if (!wrote) return wrote.error();
  return result;
}

}  // namespace tracuu
