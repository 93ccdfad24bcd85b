#include "indexer/build/stored_articles.h"

#include <string>
#include <utility>

#include "common/index/article_codec.h"
#include "common/index/paths.h"
#include "common/index/xapian_guard.h"

namespace tracuu {

Result<std::unique_ptr<StoredArticles>> StoredArticles::Open(
    const std::filesystem::path& snapshot_dir) {
  const auto path = snapshot_dir / kDatabaseFile;
  return GuardXapian([&]() -> Result<std::unique_ptr<StoredArticles>> {
    return std::unique_ptr<StoredArticles>(
        new StoredArticles(Xapian::Database(path.string())));
  });
}

Result<Article> StoredArticles::Fetch(std::uint32_t docid) const {
  return GuardXapian([&]() -> Result<Article> {
    return DecodeArticle(db_.get_document(docid).get_data());
  });
}

}  // namespace tracuu
