#ifndef TRACUU_INDEXER_BUILD_COPY_COMPARER_H_
#define TRACUU_INDEXER_BUILD_COPY_COMPARER_H_

// Are two articles copies of each other? By their texts, their names and their
// numbers; see find_copies.h.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/catalog.h"
#include "indexer/build/collect.h"
#include "indexer/build/particulars.h"
#include "indexer/build/served_articles.h"

namespace tracuu {

// How much of the shorter text is in the other: the share of its shingles, and
// the share of its syllables that these cover. Two copies of an article in each
// of which every twentieth syllable was changed share 0.73 and cover 0.88.
// Press articles that take over the background of an older one share 0.5 to
// 0.7 and cover as much, as what differs is whole passages; reports by one
// formula (weather) cover 0.8, but share 0.5, as what differs is everywhere.
inline constexpr double kCopyOverlap = 0.62;
inline constexpr double kCopyCoverage = 0.78;
// Both for a short text, of which a formula is a large part. In syllables.
inline constexpr double kShortCopyOverlap = 0.8;
inline constexpr std::size_t kShortText = 60;

// A copy has at most so many times the syllables: what is longer is a page with
// several reports, or the report behind a teaser.
inline constexpr double kMostLonger = 2.0;

// Where the articles of a catalog lie.
struct CopyInput {
  const std::vector<WorkerOutput>& outputs;
  const Catalog& catalog;
  // Of the entries of kInServedSnapshot; null if there are none.
  const ServedArticles* served = nullptr;
};

// The hashes of the syllables of each output.
using SyllableHashes = std::vector<std::vector<std::uint64_t>>;

// Docids of the served snapshot, the earlier article first, that were compared
// there and are no copies. Sorted.
using DifferentPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Used by one thread; several may share their arguments, which must outlive
// them. Keeps up to 16 MB of the articles that it has read.
class CopyComparer {
 public:
  CopyComparer(const CopyInput& input, const SyllableHashes& hashes,
               const DifferentPairs& different)
      : input_(input), hashes_(hashes), different_(different) {}

  // Of two places in the catalog, of which `earlier` is the earlier article. A
  // pure function of the two articles.
  Result<bool> AreCopies(std::uint32_t earlier, std::uint32_t later);

 private:
  struct Text {
    std::vector<std::uint64_t> shingles;  // By syllable.
    std::vector<std::uint64_t> set;       // Sorted.
    std::optional<Particulars> particulars;
  };

  static bool AreAlike(const Text& a, const Text& b);
  std::optional<bool> FindKnown(std::uint32_t earlier,
                                std::uint32_t later) const;
  Result<std::shared_ptr<Text>> Read(std::uint32_t place);
  Result<std::vector<std::uint64_t>> ReadShingles(
      const ArticleEntry& entry) const;
  Status ReadParticulars(std::uint32_t place, Text* text) const;
  Result<Article> ReadArticle(const ArticleEntry& entry) const;

  const CopyInput& input_;
  const SyllableHashes& hashes_;
  const DifferentPairs& different_;
  std::unordered_map<std::uint32_t, std::shared_ptr<Text>> kept_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COPY_COMPARER_H_
