#include "indexer/build/collect.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "common/index/article_codec.h"
#include "indexer/build/bounded_queue.h"
#include "indexer/build/stored_articles.h"
#include "indexer/build/update.h"
#include "indexer/reading/read_page.h"

namespace tracuu {
namespace {

// Makes an entry of an article that stays as it is.
void TakeFromServed(const KnownArticles& known, std::uint32_t docid,
                    ArticleEntry* entry) {
  const KnownArticle& article = known.at(docid);
  const std::string digits = ToHex(article.digest);
  std::copy_n(digits.begin(), entry->digest.size(), entry->digest.begin());
  entry->id = article.id;
  entry->day = article.day;
  entry->minute = article.minute;
  entry->worker = kInServedSnapshot;
  entry->offset = docid;
}

// ArticleEntry::fetched
std::uint64_t FetchedFingerprint(const StatedFields& stated) {
  return stated.fetched_at ? ShortFingerprint(*stated.fetched_at) : 0;
}

// Pages travel in batches of this size, so that the queue's lock costs nothing
// against the work, and memory is bounded in bytes whatever the pages' size.
constexpr std::size_t kBatchBytes = std::size_t{256} << 10;

// A page, or the docid of an article of the served snapshot whose facets are to
// be found again.
struct NumberedPage {
  std::uint64_t sequence = 0;
  std::variant<Page, std::uint32_t> what;
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
  Worker(std::uint16_t number, const CollectOptions& options,
         WorkerOutput* output, RejectionLog* rejections,
         BuildProgress* progress)
      : number_(number),
        options_(options),
        output_(output),
        rejections_(rejections),
        progress_(progress) {}

  Status Process(NumberedPage numbered) {
    if (const auto* docid = std::get_if<std::uint32_t>(&numbered.what)) {
      return ReadStoredAgain(numbered.sequence, *docid);
    }
    Page& page = std::get<Page>(numbered.what);
    std::string source = page.source;
    try {
      ArticleEntry entry;
      entry.sequence = numbered.sequence;
      entry.page = FingerprintOf(page);
      entry.source = ShortFingerprint(source);
      SetCapture(page.stated, page.fetched_after, &entry);
      entry.fetched = FetchedFingerprint(page.stated);
      if (TakeUnchanged(page, &entry)) return Ok{};
      auto read = ReadPage(std::move(page), sandbox_);
      if (auto* rejection = std::get_if<Rejection>(&read)) {
        return Reject(numbered.sequence, *rejection);
      }
      Article& article = std::get<Article>(read);
      repairs.Add(numbered.sequence, article.source, article.repairs);
      return Keep(std::move(article), std::move(entry));
    } catch (const std::exception& error) {
      return Reject(numbered.sequence, InternalError(std::move(source), error));
    }
  }

  std::vector<ArticleEntry> entries;
  std::vector<UnchangedPage> unchanged;
  RepairCounts repairs;

 private:
  Status Reject(std::uint64_t sequence, const Rejection& rejection) {
    ++progress_->rejected;
    return rejections_->Add(sequence, rejection);
  }

  // True if the served snapshot has the article that the page would give.
  bool TakeUnchanged(const Page& page, ArticleEntry* entry) {
    const UpdateBase* base = options_.base;
    if (base == nullptr) return false;
    if (!base->same_reading && !options_.only_compare) return false;
    const auto docid = base->known.Find(page.id);
    if (!docid || base->known.at(*docid).page != entry->page) return false;
    unchanged.push_back({entry->sequence, page.source, page.stated.fetched_at});
    TakeFromServed(base->known, *docid, entry);
    entries.push_back(std::move(*entry));
    ++progress_->articles_read;
    return true;
  }

  // For an article whose page is gone: its text is what was read then, its
  // facets are those of today's rules.
  Status ReadStoredAgain(std::uint64_t sequence, std::uint32_t docid) {
    if (!stored_) {
      auto opened = OpenStored(*options_.base);
      if (!opened) return opened.error();
      stored_ = std::move(*opened);
    }
    Result<Article> article = stored_->Fetch(docid);
    if (!article) return article.error();
    ArticleEntry entry;
    entry.sequence = sequence;
    entry.page = options_.base->known.at(docid).page;
    entry.source = ShortFingerprint(article->source);
    SetCapture(article->stated, std::nullopt, &entry);
    entry.fetched = FetchedFingerprint(article->stated);
    return Keep(std::move(*article), std::move(entry));
  }

  Status Keep(Article article, ArticleEntry entry) {
    const Analysis analysis = Analyze(article.text);
    article.facets =
        ExtractWithOverrides(options_.overrides, analysis, &article);
    CleanFacetValues(&article.facets);
    const Status spooled =
        SpoolArticle(article, analysis, number_, output_, &entry);
    if (!spooled) return spooled;
    entries.push_back(std::move(entry));
    ++progress_->articles_read;
    return Ok{};
  }

  std::uint16_t number_;
  const CollectOptions& options_;
  WorkerOutput* output_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  HtmlSandbox sandbox_;
  std::unique_ptr<StoredArticles> stored_;
};

// Runs the reading thread and the workers. The first error stops them all.
class Collector {
 public:
  Collector(const CollectOptions& options, RejectionLog* rejections,
            BuildProgress* progress)
      : options_(options),
        queue_(std::size_t{2} * options.threads),
        rejections_(rejections),
        progress_(progress) {
    if (options.base != nullptr) seen_.resize(options.base->known.size() + 1);
  }

  Status Run(const std::vector<InputFile>& inputs, Collected* collected) {
    std::vector<std::thread> threads;
    threads.reserve(collected->outputs.size());
    for (std::size_t i = 0; i < collected->outputs.size(); ++i) {
      threads.emplace_back([this, i, collected] { RunWorker(i, collected); });
    }
    ReadInputs(inputs, collected);
    queue_.Close();
    for (std::thread& thread : threads) thread.join();
    if (error_) return *error_;
    std::sort(collected->unchanged.begin(), collected->unchanged.end(),
              [](const UnchangedPage& a, const UnchangedPage& b) {
                return a.sequence < b.sequence;
              });
    return Ok{};
  }

 private:
  void RunWorker(std::size_t number, Collected* collected) {
    WorkerOutput& output = collected->outputs[number];
    Worker worker(static_cast<std::uint16_t>(number), options_, &output,
                  rejections_, progress_);
    while (std::optional<Batch> batch = queue_.Pop()) {
      for (NumberedPage& page : *batch) {
        const Status status = worker.Process(std::move(page));
        if (!status) return Fail(status.error());
      }
    }
    if (const Status status = output.spool->Flush(); !status) {
      Fail(status.error());
    }
    const std::lock_guard lock(mutex_);
    std::move(worker.entries.begin(), worker.entries.end(),
              std::back_inserter(collected->entries));
    std::move(worker.unchanged.begin(), worker.unchanged.end(),
              std::back_inserter(collected->unchanged));
    collected->repairs.Merge(worker.repairs);
  }

  void ReadInputs(const std::vector<InputFile>& inputs, Collected* collected) {
    std::uint64_t bytes_before = 0;
    for (const InputFile& input : inputs) {
      if (!ReadInput(input, bytes_before)) return;
      bytes_before += input.bytes;
      progress_->bytes_read = bytes_before;
    }
    collected->first_kept = sequence_;
    if (options_.base != nullptr && options_.base->keep_gone) {
      KeepGone(collected);
    }
    if (!batch_.empty()) queue_.Push(std::move(batch_));
  }

  // Articles of which no page was met.
  void KeepGone(Collected* collected) {
    const KnownArticles& known = options_.base->known;
    const bool as_they_are =
        options_.base->same_reading || options_.only_compare;
    for (std::uint32_t docid = 1; docid <= known.size(); ++docid) {
      if (seen_[docid]) continue;
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
      collected->entries.push_back(std::move(entry));
    }
  }

  // Returns false if the run is to end.
  bool ReadInput(const InputFile& input, std::uint64_t bytes_before) {
    try {
      const std::unique_ptr<Reader> reader = OpenReader(input, options_.limits);
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
    if (options_.base != nullptr) {
      if (const auto docid = options_.base->known.Find(page.id)) {
        seen_[*docid] = true;
      }
    }
    const std::size_t bytes = page.content.size();
    return Push({sequence, std::move(page)}, bytes);
  }

  bool Push(NumberedPage page, std::size_t bytes) {
    batch_bytes_ += bytes + sizeof page;
    batch_.push_back(std::move(page));
    if (batch_bytes_ < kBatchBytes) return true;
    batch_bytes_ = 0;
    return queue_.Push(std::exchange(batch_, {}));
  }

  void Fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    queue_.Cancel();
  }

  const CollectOptions& options_;
  std::uint64_t sequence_ = 1;
  std::vector<bool> seen_;  // By docid of the served snapshot.
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  BoundedQueue<Batch> queue_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  std::mutex mutex_;  // Guards error_ and what workers leave.
  std::optional<Error> error_;
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
  Collector collector(options, rejections, progress);
  const Status status = collector.Run(inputs, &collected);
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
