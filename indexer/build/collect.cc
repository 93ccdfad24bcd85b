#include "indexer/build/collect.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "common/index/article_codec.h"
#include "indexer/build/bounded_queue.h"
#include "indexer/build/page_worker.h"
#include "indexer/build/update.h"

namespace tracuu {
namespace {

// Pages travel in batches of this size, so that the queue's lock costs nothing
// against the work, and memory is bounded in bytes whatever the pages' size.
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;

using Batch = std::vector<NumberedPage>;

// Runs the fetching thread, which is the caller's, and the workers. The first
// error stops them all.
class Collector {
 public:
  Collector(const CollectOptions& options, RejectionLog* rejections,
            BuildProgress* progress, Collected* collected)
      : options_(options),
        rejections_(rejections),
        progress_(progress),
        collected_(collected) {
    for (std::size_t i = 0; i < collected->outputs.size(); ++i) {
      workers_.push_back(std::make_unique<PageWorker>(
          static_cast<std::uint16_t>(i), options, &collected->outputs[i],
          rejections, progress));
    }
    if (options.base != nullptr) met_.resize(options.base->known.size() + 1);
  }

  Status Run(const std::vector<InputFile>& inputs) {
    StartRound();
    FetchInputs(inputs);
    EndRound();
    collected_->first_kept = sequence_;
    if (!error_ && options_.base != nullptr && options_.base->keep_gone) {
      StartRound();
      KeepGone();
      EndRound();
    }
    if (error_) return *error_;
    std::sort(collected_->unchanged.begin(), collected_->unchanged.end(),
              [](const UnchangedPage& a, const UnchangedPage& b) {
                return a.sequence < b.sequence;
              });
    return Ok{};
  }

 private:
  // Between rounds no worker runs, and everything that was pushed is done.
  void StartRound() {
    queue_.emplace(std::size_t{2} * options_.threads);
    for (const auto& worker : workers_) {
      threads_.emplace_back([this, &worker] { Work(worker.get()); });
    }
  }

  void EndRound() {
    if (!batch_.empty()) queue_->Push(std::exchange(batch_, {}));
    batch_bytes_ = 0;
    queue_->Close();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  void Work(PageWorker* worker) {
    while (std::optional<Batch> batch = queue_->Pop()) {
      for (NumberedPage& page : *batch) {
        const Status status = worker->Process(std::move(page));
        if (!status) return Fail(status.error());
      }
    }
    Result<PageFindings> found = worker->Finish();
    if (!found) return Fail(found.error());
    const std::lock_guard lock(mutex_);
    std::move(found->entries.begin(), found->entries.end(),
              std::back_inserter(collected_->entries));
    std::move(found->unchanged.begin(), found->unchanged.end(),
              std::back_inserter(collected_->unchanged));
    collected_->repairs.Merge(found->repairs);
    for (const std::uint32_t docid : found->met) met_[docid] = true;
  }

  void FetchInputs(const std::vector<InputFile>& inputs) {
    std::uint64_t bytes_before = 0;
    for (const InputFile& input : inputs) {
      if (!FetchInput(input, bytes_before)) return;
      bytes_before += input.bytes;
      progress_->bytes_read = bytes_before;
    }
  }

  // Articles of which no page was met.
  void KeepGone() {
    const KnownArticles& known = options_.base->known;
    const bool as_they_are =
        options_.base->same_reading || options_.only_compare;
    for (std::uint32_t docid = 1; docid <= known.size(); ++docid) {
      if (met_[docid]) continue;
      if (!as_they_are) {
        if (!Push({sequence_++, docid}, 0)) return;
        continue;
      }
      ArticleEntry entry;
      entry.sequence = sequence_++;
      entry.source = known.at(docid).source;
      entry.fetched = known.at(docid).fetched;
      entry.page = known.at(docid).page;
      TakeFromServed(known, docid, &entry);
      const std::lock_guard lock(mutex_);
      collected_->entries.push_back(std::move(entry));
    }
  }

  // Returns false if the run is to end.
  bool FetchInput(const InputFile& input, std::uint64_t bytes_before) {
    try {
      const std::unique_ptr<Reader> reader = OpenReader(input, options_.limits);
      for (;;) {
        FetchStep step = reader->Fetch();
        if (std::holds_alternative<EndOfInput>(step)) return true;
        progress_->bytes_read = bytes_before + reader->bytes_read();
        if (!Take(std::move(step))) return false;
      }
    } catch (const std::exception& error) {
      return Take(InternalError(input.source, error));
    }
  }

  bool Take(FetchStep step) {
    const std::uint64_t sequence = sequence_++;
    if (auto* rejection = std::get_if<Rejection>(&step)) {
      ++progress_->rejected;
      const Status status = rejections_->Add(sequence, *rejection);
      if (!status) Fail(status.error());
      return status.has_value();
    }
    FetchedPage& page = std::get<FetchedPage>(step);
    const std::size_t bytes = page.bytes;
    return Push({sequence, std::move(page)}, bytes);
  }

  bool Push(NumberedPage page, std::size_t bytes) {
    batch_bytes_ += bytes + sizeof page;
    batch_.push_back(std::move(page));
    if (batch_bytes_ < kBatchBytes) return true;
    batch_bytes_ = 0;
    return queue_->Push(std::exchange(batch_, {}));
  }

  void Fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    queue_->Cancel();
  }

  const CollectOptions& options_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  Collected* collected_;
  std::vector<std::unique_ptr<PageWorker>> workers_;
  std::vector<std::thread> threads_;  // Of the round.
  std::optional<BoundedQueue<Batch>> queue_;
  std::uint64_t sequence_ = 1;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::mutex mutex_;  // Guards what follows, and `collected_`, in a round.
  std::optional<Error> error_;
  std::vector<bool> met_;  // By docid of the served snapshot.
};

}  // namespace

Result<Collected> CollectArticles(const std::vector<InputFile>& inputs,
                                  const CollectOptions& options,
                                  RejectionLog* rejections,
                                  BuildProgress* progress) {
  Collected collected;
  collected.outputs.resize(options.threads);
  for (std::size_t i = 0; i < collected.outputs.size(); ++i) {
    auto spool =
        Spool::Create(options.work_dir / ("articles-" + std::to_string(i)));
    if (!spool) return spool.error();
    collected.outputs[i].spool = std::move(*spool);
  }
  for (const InputFile& input : inputs) progress->bytes_total += input.bytes;
  Collector collector(options, rejections, progress, &collected);
  const Status status = collector.Run(inputs);
  if (!status) return status.error();
  return collected;
}

Status SpoolArticle(const Article& article, const Analysis& analysis,
                    std::uint16_t worker, WorkerOutput* output,
                    ArticleEntry* entry) {
  const std::string record =
      EncodeRecord(MakeRecord(article, analysis, &output->vocabulary));
  const std::string encoded = EncodeArticle(article);
  const Result<std::uint64_t> offset = output->spool->Append(record + encoded);
  if (!offset) return offset.error();
  entry->offset = *offset;
  entry->record_bytes = static_cast<std::uint32_t>(record.size());
  entry->article_bytes = static_cast<std::uint32_t>(encoded.size());
  entry->worker = worker;
  entry->digest = DigestOf(article);
  entry->id = article.id;
  SetDay(article.facets, entry);
  return Ok{};
}

}  // namespace tracuu
