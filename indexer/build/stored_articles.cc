#include "indexer/build/stored_articles.h"

#include <utility>

#include "common/index/xapian_guard.h"

namespace tracuu {

Result<std::unique_ptr<StoredArticles>> StoredArticles::Open(
    const std::filesystem::path& snapshot_dir, const PlaceOrder& order,
    const MovedPages& moved) {
  return GuardXapian([&]() -> Result<std::unique_ptr<StoredArticles>> {
    return std::unique_ptr<StoredArticles>(
        new StoredArticles(ArticleDatabase(snapshot_dir, order, moved)));
  });
}

Result<Article> StoredArticles::Fetch(std::uint32_t place) const {
  return GuardXapian([&] { return db_.Fetch(place); });
}

Result<Article> StoredArticles::FetchFrom(PartDocid at) const {
  return GuardXapian([&] { return db_.FetchFrom(at); });
}

Result<std::string> StoredArticles::Metadata(std::size_t part,
                                             std::string_view key) const {
  return GuardXapian(
      [&]() -> Result<std::string> { return db_.Metadata(part, key); });
}

}  // namespace tracuu
