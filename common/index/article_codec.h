#ifndef TRACUU_COMMON_INDEX_ARTICLE_CODEC_H_
#define TRACUU_COMMON_INDEX_ARTICLE_CODEC_H_

// How an Article is kept as the data of its Xapian document (which zlib
// compresses): CBOR, with short keys. Thread-safe.

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/domain/article.h"

namespace tracuu {

// Of Facets::refused the first so many are kept; `explain` shows all.
inline constexpr std::size_t kMaxStoredRefusals = 16;

std::string EncodeArticle(const Article& article);

// Fails with kCorrupt if `bytes` is not what EncodeArticle() writes. Ranges
// are checked against the text, so a caller may slice without looking.
Result<Article> DecodeArticle(std::string_view bytes);

// Id and title alone; either may be empty. A tenth of the work, for lists of
// titles. What stands behind the two is not looked at.
struct ArticleHeading {
  std::string id;
  std::string title;
};
Result<ArticleHeading> DecodeHeading(std::string_view bytes);

// What both return for bytes that are no article.
Error MalformedArticle();

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_ARTICLE_CODEC_H_
