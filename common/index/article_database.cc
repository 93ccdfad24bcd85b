#include "common/index/article_database.h"

#include <algorithm>

#include "common/index/paths.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace tracuu {

ArticleDatabase::ArticleDatabase(const std::filesystem::path& snapshot_dir,
                                 const PlaceOrder& order,
                                 const MovedPages& moved)
    : order_(order), moved_(moved) {
  for (std::size_t part = 0; part < order.parts(); ++part) {
    parts_.emplace_back((snapshot_dir / kDatabaseFiles[part]).string());
  }
  if (order.gone() > 0) {
    gone_ = Xapian::Database((snapshot_dir / kGoneFile).string());
  }
}

void ArticleDatabase::ThrowNoSuchDocument(Xapian::docid docid) {
  throw Xapian::DatabaseCorruptError(
      "it tells of document " + std::to_string(docid) + ", which is not there");
}

std::uint32_t ArticleDatabase::Frequency(const std::string& term) const {
  std::uint32_t articles = 0;
  for (const Xapian::Database& part : parts_) {
    articles += part.get_termfreq(term);
  }
  if (!gone_) return articles;
  return articles - std::min(articles, gone_->get_termfreq(term));
}

std::optional<std::uint32_t> ArticleDatabase::Find(std::string_view id) const {
  std::optional<std::uint32_t> found;
  ForEachPosting(
      MakeTerm(FieldNamed("id"), id),
      [&](std::uint32_t place, const auto& /*posting*/) { found = place; });
  return found;
}

std::string ArticleDatabase::DataOf(PartDocid at) const {
  return parts_[at.part].get_document(at.docid).get_data();
}

Result<Article> ArticleDatabase::Fetch(std::uint32_t place) const {
  auto article = FetchFrom(order_.At(place));
  if (article) moved_.Apply(place, &*article);
  return article;
}

Result<Article> ArticleDatabase::FetchFrom(PartDocid at) const {
  return DecodeArticle(DataOf(at));
}

Result<ArticleHeading> ArticleDatabase::FetchHeading(
    std::uint32_t place) const {
  return DecodeHeading(DataOf(order_.At(place)));
}

}  // namespace tracuu
