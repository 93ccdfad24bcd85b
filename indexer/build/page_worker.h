#ifndef TRACUU_INDEXER_BUILD_PAGE_WORKER_H_
#define TRACUU_INDEXER_BUILD_PAGE_WORKER_H_

// One of the threads that read pages while another fetches them.

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/collect.h"
#include "indexer/build/known_articles.h"
#include "indexer/build/stored_articles.h"
#include "indexer/reading/read_page.h"

namespace tracuu {

// A page, or the docid of an article of the served snapshot whose facets are to
// be found again.
struct NumberedPage {
  std::uint64_t sequence = 0;
  std::variant<FetchedPage, std::uint32_t> what;
};

// What a worker found out about the pages it was given.
struct PageFindings {
  std::vector<ArticleEntry> entries;
  std::vector<UnchangedPage> unchanged;
  std::vector<std::uint32_t> met;  // Docids of known articles with a page.
  RepairCounts repairs;
};

// An input on which our own code throws.
Rejection InternalError(std::string source, const std::exception& error);

// Makes an entry of an article that stays as it is.
void TakeFromServed(const KnownArticles& known, std::uint32_t docid,
                    ArticleEntry* entry);

// Turns pages into entries and spooled records. Used by one thread at a time;
// what it is given must outlive it.
class PageWorker {
 public:
  // `number` is the place of `output` in Collected::outputs.
  PageWorker(std::uint16_t number, const CollectOptions& options,
             WorkerOutput* output, RejectionLog* rejections,
             BuildProgress* progress);

  // Fails only as the machine does; a page that cannot be indexed is rejected.
  Status Process(NumberedPage numbered);

  // Ends the spool's writing for now. Returns what was found since the last
  // call.
  Result<PageFindings> Finish();

 private:
  Status ProcessPage(std::uint64_t sequence, FetchedPage fetched);
  Status Reject(std::uint64_t sequence, const Rejection& rejection);
  bool TakeUnchanged(const Page& page, ArticleEntry* entry);
  Status ReadStoredAgain(std::uint64_t sequence, std::uint32_t docid);
  Status Keep(Article article, ArticleEntry entry);

  std::uint16_t number_;
  const CollectOptions& options_;
  WorkerOutput* output_;
  RejectionLog* rejections_;
  BuildProgress* progress_;
  HtmlSandbox sandbox_;
  std::unique_ptr<StoredArticles> stored_;
  PageFindings findings_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_PAGE_WORKER_H_
