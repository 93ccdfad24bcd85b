#ifndef TRACUU_INDEXER_BUILD_COPY_CANDIDATES_H_
#define TRACUU_INDEXER_BUILD_COPY_CANDIDATES_H_

// Which articles may be copies of which, without comparing all with all: a
// sketch is cut into bands, and articles that agree in a band become
// neighbours when sorted by it (locality-sensitive hashing; sorted by the
// values behind the band as well, so that the most alike stand together even
// where thousands agree). Each is paired with the few behind it, which bounds
// the work whatever the articles are: time grows as n log n.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/build/article_sketch.h"

namespace tracuu {

// Two sketches are compared further if they seem to share this much of all
// their shingles. A copy with each twentieth syllable changed shares 0.7, two
// such copies of one article 0.5.
inline constexpr double kCandidateResemblance = 0.35;

struct CandidatePair {
  std::uint32_t later = 0;  // Places in the list of sketches.
  std::uint32_t earlier = 0;

  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

// In the order of `later`, then `earlier`; each once. An article without a
// sketch is in no pair. The result does not depend on the number of threads.
// Takes 24 bytes an article and thread, and 8 a pair.
std::vector<CandidatePair> FindCandidates(
    const std::vector<std::optional<Sketch>>& sketches, unsigned threads);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COPY_CANDIDATES_H_
