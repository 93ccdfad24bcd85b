#ifndef TRACUU_INDEXER_BUILD_SERVED_SNAPSHOT_H_
#define TRACUU_INDEXER_BUILD_SERVED_SNAPSHOT_H_

// The served snapshot as an update asks it for near-duplicates.

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "common/base/result.h"
#include "common/domain/article.h"
#include "common/index/forward_index.h"
#include "indexer/build/forward_shingles.h"
#include "indexer/build/served_articles.h"
#include "indexer/build/sketch_file.h"
#include "indexer/build/stored_articles.h"
#include "indexer/build/update.h"

namespace tracuu {

// Thread-safe.
class ServedSnapshot : public ServedArticles {
 public:
  // `base` must outlive the object. Fails with kCorrupt if the snapshot is not
  // what its manifest promises.
  static Result<std::unique_ptr<ServedSnapshot>> Open(const UpdateBase& base);

  std::uint32_t documents() const override { return base_.order.documents(); }
  std::uint32_t dated() const override { return dated_; }
  std::optional<Sketch> SketchOf(std::uint32_t place) const override;
  std::uint32_t FirstOf(std::uint32_t place) const override;
  std::vector<std::uint64_t> ShinglesOf(std::uint32_t place) const override;
  Result<Article> Fetch(std::uint32_t place) const override;

 private:
  explicit ServedSnapshot(const UpdateBase& base) : base_(base) {}

  const UpdateBase& base_;
  std::uint32_t dated_ = 0;
  // By part.
  std::vector<SketchFile> sketches_;
  std::vector<ForwardIndex> forward_;
  std::vector<ForwardShingles> shingles_;  // Point into forward_.
  std::vector<std::uint32_t> firsts_;      // By place.
  mutable std::mutex mutex_;               // Guards stored_.
  std::unique_ptr<StoredArticles> stored_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SERVED_SNAPSHOT_H_
