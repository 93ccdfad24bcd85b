#ifndef TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_
#define TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_

// The articles that a published snapshot keeps, as they were read.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/domain/article.h"
#include "common/index/article_database.h"

namespace tracuu {

// Used by one thread; each opens its own.
class StoredArticles {
 public:
  // `order` and `moved` are those of `snapshot_dir` and must outlive this.
  static Result<std::unique_ptr<StoredArticles>> Open(
      const std::filesystem::path& snapshot_dir, const PlaceOrder& order,
      const MovedPages& moved);

  // By its place in the snapshot. Fails with kCorrupt if there is no such
  // article or it does not decode.
  Result<Article> Fetch(std::uint32_t place) const;

  // A document of a part, shown or not; what is known of its page is what was
  // known when it was indexed.
  Result<Article> FetchFrom(PartDocid at) const;

  // See schema.h for the keys.
  Result<std::string> Metadata(std::size_t part, std::string_view key) const;

 private:
  explicit StoredArticles(ArticleDatabase db) : db_(std::move(db)) {}

  ArticleDatabase db_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_STORED_ARTICLES_H_
