#ifndef TRACUU_INDEXER_BUILD_SERVED_ARTICLES_H_
#define TRACUU_INDEXER_BUILD_SERVED_ARTICLES_H_

// What looking for copies asks of the served snapshot about articles that an
// update leaves there (kInServedSnapshot).

#include <cstdint>
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "common/domain/article.h"
#include "indexer/build/article_sketch.h"

namespace tracuu {

// Places are those of the served snapshot (ArticleEntry::offset,
// place_order.h). Everything is asked by several threads at once.
class ServedArticles {
 public:
  virtual ~ServedArticles() = default;

  // Places are 1 … documents(); the first dated() have a day.
  virtual std::uint32_t documents() const = 0;
  virtual std::uint32_t dated() const = 0;

  // What FindCopies() gave for the article when the snapshot was made.
  virtual std::optional<Sketch> SketchOf(std::uint32_t place) const = 0;

  // The earliest of its cluster in the snapshot (EarliestCopies()): itself, if
  // it has no copies.
  virtual std::uint32_t FirstOf(std::uint32_t place) const = 0;

  // The shingles of its text: ForwardShingles gives them.
  virtual std::vector<std::uint64_t> ShinglesOf(std::uint32_t place) const = 0;

  virtual Result<Article> Fetch(std::uint32_t place) const = 0;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SERVED_ARTICLES_H_
