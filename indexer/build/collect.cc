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
#include "indexer/build/work_files.h"

namespace tracuu {
namespace {

// Pages travel in batches of this size, so that the queue's lock costs nothing
// against the work.
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
// So much waits for each worker, and one batch more, which may be a single
// large document.
constexpr std::size_t kQueuedBytes = 2 * kBatchBytes;

using Batch = std::vector<NumberedPage>;

// Runs the fetching thread, which is the caller's, and the workers. The first
// error stops them all.
class Collector {
 public:
  Collector(const CollectOptions& options, const ReadSoFar& from,
            RejectionLog* rejections, BuildProgress* progress,
            Collected* collected)
      : options_(options),
        from_(from),
        rejections_(rejections),
        progress_(progress),
        collected_(collected),
        sequence_(from.first_of_input) {
    for (std::size_t i = 0; i < collected->outputs.size(); ++i) {
      workers_.push_back(std::make_unique<PageWorker>(
          static_cast<std::uint16_t>(i), options, &collected->outputs[i],
          rejections, progress));
    }
    if (options.base != nullptr) {
      collected->met.resize(options.base->known.size() + 1);
    }
  }

  // After an exception, threads may still run.
  ~Collector() {
    if (queue_) queue_->Cancel();
    for (std::thread& thread : threads_) thread.join();
  }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

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
    so_far_.all = true;
    return Save();
  }

 private:
  // Between rounds no worker runs, and everything that was pushed is done.
  void StartRound() {
    queue_.emplace(kQueuedBytes * options_.threads);
    for (const auto& worker : workers_) {
      threads_.emplace_back([this, &worker] { Work(worker.get()); });
    }
  }

  void EndRound() {
    PushBatch();
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
    for (const std::uint32_t docid : found->met) collected_->met[docid] = true;
  }

  void FetchInputs(const std::vector<InputFile>& inputs) {
    std::uint64_t bytes_before = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      if (i >= from_.input) {
        so_far_.input = i;
        so_far_.first_of_input = sequence_;
        so_far_.rejected_of_input = 0;
        if (!FetchInput(inputs[i], bytes_before)) return;
        if (i == from_.input && !FetchedAgain()) return Fail(OtherThanBefore());
      }
      bytes_before += inputs[i].bytes;
      progress_->bytes_read = bytes_before;
    }
  }

  // Articles of which no page was met.
  void KeepGone() {
    const KnownArticles& known = options_.base->known;
    const bool as_they_are =
        options_.base->same_reading || options_.only_compare;
    for (std::uint32_t docid = 1; docid <= known.size(); ++docid) {
      if (collected_->met[docid]) continue;
      const std::uint64_t sequence = sequence_++;
      if (!as_they_are) {
        if (!Push({sequence, docid}, 0)) return;
        continue;
      }
      ArticleEntry entry;
      entry.sequence = sequence;
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
    std::unique_ptr<Reader> reader;
    for (;;) {
      FetchStep step = FetchFrom(input, &reader);
      if (std::holds_alternative<EndOfInput>(step)) return true;
      progress_->bytes_read =
          bytes_before + (reader ? reader->bytes_read() : input.bytes);
      if (!Take(std::move(step))) return false;
      if (!reader) return true;
    }
  }

  // The next step of `input`. If our own code throws, a rejection, and no
  // reader: that input is given up.
  FetchStep FetchFrom(const InputFile& input,
                      std::unique_ptr<Reader>* reader) const {
    try {
      if (!*reader) *reader = OpenReader(input, options_.limits);
      return (*reader)->Fetch();
    } catch (const std::exception& error) {
      reader->reset();
      return InternalError(input.source, error);
    }
  }

  bool Take(FetchStep step) {
    auto* rejection = std::get_if<Rejection>(&step);
    if (sequence_ == from_.next && !FetchedAgain()) {
      return Fail(OtherThanBefore()), false;
    }
    const std::uint64_t sequence = sequence_++;
    if (rejection != nullptr) ++so_far_.rejected_of_input;
    if (sequence < from_.next) {
      // Nothing was saved behind such a rejection; it stands for others.
      if (rejection == nullptr || !IsOfTheMachine(rejection->code)) return true;
      return Fail(OtherThanBefore()), false;
    }
    if (rejection != nullptr) {
      ++progress_->rejected;
      const Status status = rejections_->Add(sequence, *rejection);
      if (!status) return Fail(status.error()), false;
    } else {
      FetchedPage& page = std::get<FetchedPage>(step);
      const std::size_t bytes = page.bytes;
      if (!Push({sequence, std::move(page)}, bytes)) return false;
    }
    return !IsTimeToSave() || SaveBetweenRounds();
  }

  // Whether the input in which a killed run was has given again, by now, the
  // pages and rejections that were taken from it then.
  bool FetchedAgain() const {
    return so_far_.input != from_.input || sequence_ > from_.next ||
           (sequence_ == from_.next &&
            so_far_.rejected_of_input == from_.rejected_of_input);
  }

  static Error OtherThanBefore() {
    return {ErrorCode::kIo,
            "an input cannot be read as far as the run had that was killed",
            "run again: everything is then read anew"};
  }

  bool IsTimeToSave() const {
    return options_.save && Clock::now() - saved_ >= options_.save_every;
  }

  bool Push(NumberedPage page, std::size_t bytes) {
    batch_bytes_ += bytes + sizeof page;
    batch_.push_back(std::move(page));
    return batch_bytes_ < kBatchBytes || PushBatch();
  }

  bool PushBatch() {
    if (batch_.empty()) return true;
    return queue_->Push(std::exchange(batch_, {}),
                        std::exchange(batch_bytes_, 0));
  }

  bool SaveBetweenRounds() {
    EndRound();
    if (!error_) {
      if (const Status saved = Save(); !saved) Fail(saved.error());
    }
    if (error_) return false;
    StartRound();
    return true;
  }

  Status Save() {
    if (!options_.save) return Ok{};
    so_far_.next = sequence_;
    const Status saved = options_.save(so_far_);
    saved_ = Clock::now();  // However long that took.
    return saved;
  }

  void Fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    queue_->Cancel();
  }

  using Clock = std::chrono::steady_clock;

  const CollectOptions& options_;
  const ReadSoFar from_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  Collected* collected_;
  std::vector<std::unique_ptr<PageWorker>> workers_;
  std::vector<std::thread> threads_;          // Of the round,
  std::optional<BoundedQueue<Batch>> queue_;  // and what they take from.
  ReadSoFar so_far_;
  Clock::time_point saved_ = Clock::now();
  std::uint64_t sequence_;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::mutex mutex_;  // Guards what follows, and `collected_`, in a round.
  std::optional<Error> error_;
};

}  // namespace

Result<Collected> MakeCollected(unsigned threads,
                                const std::filesystem::path& work_dir) {
  Collected collected;
  collected.outputs.resize(threads);
  for (std::size_t i = 0; i < collected.outputs.size(); ++i) {
    auto spool = Spool::Create(ArticleSpool(work_dir, i));
    if (!spool) return spool.error();
    collected.outputs[i].spool = std::move(*spool);
  }
  return collected;
}

Status CollectArticles(const std::vector<InputFile>& inputs,
                       const CollectOptions& options, const ReadSoFar& from,
                       RejectionLog* rejections, BuildProgress* progress,
                       Collected* collected) {
  for (const InputFile& input : inputs) progress->bytes_total += input.bytes;
  if (from.all) {
    progress->bytes_read = progress->bytes_total.load();
    return Ok{};
  }
  return Collector(options, from, rejections, progress, collected).Run(inputs);
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
