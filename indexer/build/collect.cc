#include "indexer/build/collect.h"

#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "common/index/article_codec.h"
#include "indexer/build/bounded_queue.h"
#include "indexer/extract/extract.h"
#include "indexer/reading/read_page.h"

namespace tracuu {
namespace {

// Pages travel in batches of this size, so that the queue's lock costs nothing
// against the work, and memory is bounded in bytes whatever the pages' size.
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;

struct NumberedPage {
  std::uint64_t sequence = 0;
  Page page;
};
using Batch = std::vector<NumberedPage>;

Rejection InternalError(std::string source, const std::exception& error) {
  return {std::move(source), 0, "internal-error",
          std::string("the program failed on this page: ") + error.what(),
          "report this as a fault of the program, with the page"};
}

// Turns pages into entries and spooled records. Used by one thread.
class Worker {
 public:
  Worker(std::uint16_t number, WorkerOutput* output, RejectionLog* rejections,
         BuildProgress* progress)
      : number_(number),
        output_(output),
        rejections_(rejections),
        progress_(progress) {}

  Status Process(NumberedPage numbered) {
    std::string source = numbered.page.source;
    try {
      auto read = ReadPage(std::move(numbered.page), sandbox_);
      if (auto* rejection = std::get_if<Rejection>(&read)) {
        return Reject(numbered.sequence, *rejection);
      }
      return Keep(numbered.sequence, std::move(std::get<Article>(read)));
    } catch (const std::exception& error) {
      return Reject(numbered.sequence, InternalError(std::move(source), error));
    }
  }

 private:
  Status Reject(std::uint64_t sequence, const Rejection& rejection) {
    ++progress_->rejected;
    return rejections_->Add(sequence, rejection);
  }

  Status Keep(std::uint64_t sequence, Article article) {
    const Analysis analysis = Analyze(article.text);
    article.facets = ExtractFacets(article, analysis);
    CleanFacetValues(&article.facets);
    const std::string record =
        EncodeRecord(MakeRecord(article, analysis, &output_->vocabulary));
    const std::string encoded = EncodeArticle(article);

    ArticleEntry entry;
    const Result<std::uint64_t> offset =
        output_->spool->Append(record + encoded);
    if (!offset) return offset.error();
    entry.sequence = sequence;
    entry.offset = *offset;
    entry.record_bytes = static_cast<std::uint32_t>(record.size());
    entry.article_bytes = static_cast<std::uint32_t>(encoded.size());
    entry.worker = number_;
    entry.digest = DigestOf(article);
    SetDay(article.facets, &entry);
    entry.id = std::move(article.id);
    output_->entries.push_back(std::move(entry));
    ++progress_->articles_read;
    return Ok{};
  }

  std::uint16_t number_;
  WorkerOutput* output_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  HtmlSandbox sandbox_;
};

// Runs the reading thread and the workers. The first error stops them all.
class Collector {
 public:
  Collector(std::uint64_t first_sequence, std::size_t queue_batches,
            RejectionLog* rejections, BuildProgress* progress)
      : sequence_(first_sequence),
        queue_(queue_batches),
        rejections_(rejections),
        progress_(progress) {}

  Status Run(const std::vector<InputFile>& inputs, const ReadLimits& limits,
             std::vector<WorkerOutput>* outputs) {
    std::vector<std::thread> threads;
    threads.reserve(outputs->size());
    for (std::size_t i = 0; i < outputs->size(); ++i) {
      threads.emplace_back([this, i, outputs] { RunWorker(i, outputs); });
    }
    ReadInputs(inputs, limits);
    queue_.Close();
    for (std::thread& thread : threads) thread.join();
    if (error_) return *error_;
    return Ok{};
  }

 private:
  void RunWorker(std::size_t number, std::vector<WorkerOutput>* outputs) {
    WorkerOutput& output = (*outputs)[number];
    Worker worker(static_cast<std::uint16_t>(number), &output, rejections_,
                  progress_);
    while (std::optional<Batch> batch = queue_.Pop()) {
      for (NumberedPage& page : *batch) {
        const Status status = worker.Process(std::move(page));
        if (!status) return Fail(status.error());
      }
    }
    if (const Status status = output.spool->Flush(); !status) {
      Fail(status.error());
    }
  }

  void ReadInputs(const std::vector<InputFile>& inputs,
                  const ReadLimits& limits) {
    std::uint64_t bytes_before = 0;
    for (const InputFile& input : inputs) {
      if (!ReadInput(input, limits, bytes_before)) return;
      bytes_before += input.bytes;
      progress_->bytes_read = bytes_before;
    }
    if (!batch_.empty()) queue_.Push(std::move(batch_));
  }

  // Returns false if the run is to end.
  bool ReadInput(const InputFile& input, const ReadLimits& limits,
                 std::uint64_t bytes_before) {
    try {
      const std::unique_ptr<Reader> reader = OpenReader(input, limits);
      for (;;) {
        ReadStep step = reader->Next();
        if (std::holds_alternative<EndOfInput>(step)) return true;
        progress_->bytes_read = bytes_before + reader->bytes_read();
        if (!Take(std::move(step))) return false;
      }
    } catch (const std::exception& error) {
      return Take(InternalError(input.source, error));
    }
  }

  bool Take(ReadStep step) {
    const std::uint64_t sequence = sequence_++;
    if (auto* rejection = std::get_if<Rejection>(&step)) {
      ++progress_->rejected;
      const Status status = rejections_->Add(sequence, *rejection);
      if (!status) Fail(status.error());
      return status.has_value();
    }
    Page& page = std::get<Page>(step);
    batch_bytes_ += page.content.size();
    batch_.push_back({sequence, std::move(page)});
    if (batch_bytes_ < kBatchBytes) return true;
    batch_bytes_ = 0;
    return queue_.Push(std::exchange(batch_, {}));
  }

  void Fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    queue_.Cancel();
  }

  std::uint64_t sequence_;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  BoundedQueue<Batch> queue_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  std::mutex mutex_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<WorkerOutput>> CollectArticles(
    const std::vector<InputFile>& inputs, const ReadLimits& limits,
    unsigned threads, const std::filesystem::path& work_dir,
    std::uint64_t first_sequence, RejectionLog* rejections,
    BuildProgress* progress) {
  std::vector<WorkerOutput> outputs(threads);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    auto spool = Spool::Create(work_dir / ("articles-" + std::to_string(i)));
    if (!spool) return spool.error();
    outputs[i].spool = std::move(*spool);
  }
  for (const InputFile& input : inputs) progress->bytes_total += input.bytes;
  Collector collector(first_sequence, std::size_t{2} * threads, rejections,
                      progress);
  const Status status = collector.Run(inputs, limits, &outputs);
  if (!status) return status.error();
  return outputs;
}

}  // namespace tracuu
