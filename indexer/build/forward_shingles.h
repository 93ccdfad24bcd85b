#ifndef TRACUU_INDEXER_BUILD_FORWARD_SHINGLES_H_
#define TRACUU_INDEXER_BUILD_FORWARD_SHINGLES_H_

// The shingles of articles that are indexed already, off their forward index:
// neither is the article unpacked nor its text analysed again.

#include <cstdint>
#include <vector>

#include "common/index/forward_index.h"
#include "indexer/build/article_sketch.h"

namespace tracuu {

// Eight bytes a word of the index. Immutable, thread-safe.
class ForwardShingles {
 public:
  // `index` must outlive the object.
  explicit ForwardShingles(const ForwardIndex& index);

  // What ShinglesOf() gives for the article's record; none for a docid that
  // the index does not have.
  std::vector<std::uint64_t> Of(std::uint32_t docid) const;

 private:
  const ForwardIndex& index_;
  std::vector<std::uint64_t> hashes_;  // By word; one more, for damaged ones.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_FORWARD_SHINGLES_H_
