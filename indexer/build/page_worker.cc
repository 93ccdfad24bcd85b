#include "indexer/build/page_worker.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/analyze.h"
#include "indexer/build/fingerprint.h"
#include "indexer/build/update.h"

namespace tracuu {
namespace {

// ArticleEntry::fetched
std::uint64_t FetchedFingerprint(const StatedFields& stated) {
  return stated.fetched_at ? ShortFingerprint(*stated.fetched_at) : 0;
}

}  // namespace

Rejection InternalError(std::string source, const std::exception& error) {
  return {std::move(source), 0, "internal-error",
          std::string("the program failed on this page: ") + error.what(),
          "report this as a fault of the program, with the page"};
}

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

PageWorker::PageWorker(std::uint16_t number, const CollectOptions& options,
                       WorkerOutput* output, RejectionLog* rejections,
                       BuildProgress* progress)
    : number_(number),
      options_(options),
      output_(output),
      rejections_(rejections),
      progress_(progress) {}

Status PageWorker::Process(NumberedPage numbered) {
  if (const auto* docid = std::get_if<std::uint32_t>(&numbered.what)) {
    return ReadStoredAgain(numbered.sequence, *docid);
  }
  FetchedPage& fetched = std::get<FetchedPage>(numbered.what);
  const std::string source = fetched.source;
  try {
    return ProcessPage(numbered.sequence, std::move(fetched));
  } catch (const std::exception& error) {
    return Reject(numbered.sequence, InternalError(source, error));
  }
}

Result<PageFindings> PageWorker::Finish() {
  const Status flushed = output_->spool->Flush();
  if (!flushed) return flushed.error();
  return std::exchange(findings_, {});
}

Status PageWorker::ProcessPage(std::uint64_t sequence, FetchedPage fetched) {
  auto finished = fetched.finish();
  if (auto* rejection = std::get_if<Rejection>(&finished)) {
    return Reject(sequence, *rejection);
  }
  Page page = std::get<Page>(std::move(finished));
  ArticleEntry entry;
  entry.sequence = sequence;
  entry.page = FingerprintOf(page);
  entry.source = ShortFingerprint(page.source);
  SetCapture(page.stated, page.fetched_after, &entry);
  entry.fetched = FetchedFingerprint(page.stated);
  if (TakeUnchanged(page, &entry)) return Ok{};
  auto read = ReadPage(std::move(page), sandbox_);
  if (auto* rejection = std::get_if<Rejection>(&read)) {
    return Reject(sequence, *rejection);
  }
  Article& article = std::get<Article>(read);
  findings_.repairs.Add(sequence, article.source, article.repairs);
  return Keep(std::move(article), std::move(entry));
}

Status PageWorker::Reject(std::uint64_t sequence, const Rejection& rejection) {
  ++progress_->rejected;
  return rejections_->Add(sequence, rejection);
}

// True if the served snapshot has the article that the page would give.
bool PageWorker::TakeUnchanged(const Page& page, ArticleEntry* entry) {
  const UpdateBase* base = options_.base;
  if (base == nullptr) return false;
  const auto docid = base->known.Find(page.id);
  if (!docid) return false;
  findings_.met.push_back(*docid);
  if (!base->same_reading && !options_.only_compare) return false;
  if (base->known.at(*docid).page != entry->page) return false;
  findings_.unchanged.push_back(
      {entry->sequence, page.source, page.stated.fetched_at});
  TakeFromServed(base->known, *docid, entry);
  findings_.entries.push_back(std::move(*entry));
  ++progress_->articles_read;
  return true;
}

// For an article whose page is gone: its text is what was read then, its facets
// are those of today's rules.
Status PageWorker::ReadStoredAgain(std::uint64_t sequence,
                                   std::uint32_t docid) {
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

Status PageWorker::Keep(Article article, ArticleEntry entry) {
  const Analysis analysis = Analyze(article.text);
  article.facets = ExtractWithOverrides(options_.overrides, analysis, &article);
  CleanFacetValues(&article.facets);
  const Status spooled =
      SpoolArticle(article, analysis, number_, output_, &entry);
  if (!spooled) return spooled;
  findings_.entries.push_back(std::move(entry));
  ++progress_->articles_read;
  return Ok{};
}

}  // namespace tracuu
