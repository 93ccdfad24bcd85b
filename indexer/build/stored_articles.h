#ifndef TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_
#define TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_

// The articles that a published snapshot keeps, as they were read.

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>

#include "common/base/result.h"
#include "common/domain/article.h"

namespace tracuu {

// Used by one thread; each opens its own.
class StoredArticles {
 public:
  // `snapshot_dir` holds kDatabaseFile.
  static Result<std::unique_ptr<StoredArticles>> Open(
      const std::filesystem::path& snapshot_dir);

  // Fails with kCorrupt if there is no such article or it does not decode.
  Result<Article> Fetch(std::uint32_t docid) const;

 private:
  explicit StoredArticles(Xapian::Database db) : db_(std::move(db)) {}

  Xapian::Database db_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_
