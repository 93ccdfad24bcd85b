#ifndef TRACUU_INDEXER_BUILD_KNOWN_ARTICLES_H_
#define TRACUU_INDEXER_BUILD_KNOWN_ARTICLES_H_

// fingerprints.bin of a snapshot: what an update has to know of each article
// to tell, without opening the database, whether its page has changed and where
// the article belongs.
//
//   "tracuu fingerprints 2" LF, the reading key LF, then for each place, from
//   1: length of the id (LEB128), the id, fingerprint of the page, content
//   digest (16 bytes each); source (8), when it was fetched (8), day (4),
//   minute (2), little-endian.
//
// What is called a docid here is the article's place in the snapshot
// (common/index/place_order.h).

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/catalog.h"
#include "indexer/build/fingerprint.h"

namespace tracuu {

struct KnownArticle {
  std::string_view id;        // Lives as long as the KnownArticles.
  Fingerprint page{};         // See FingerprintOf(Page).
  Fingerprint digest{};       // ContentDigest, as bytes.
  std::uint64_t source = 0;   // See ShortFingerprint().
  std::uint64_t fetched = 0;  // Likewise, of StatedFields::fetched_at.
  std::int32_t day = kNoDay;
  std::int16_t minute = -1;
};

// Eight bytes of a fingerprint: enough to see that a name is another one.
std::uint64_t ShortFingerprint(std::string_view bytes);

// About 110 bytes of memory an article. Thread-safe once read.
class KnownArticles {
 public:
  // Fails with kCorrupt unless the file holds `documents` articles.
  static Result<KnownArticles> Read(const std::filesystem::path& path,
                                    std::uint64_t documents);

  const std::string& reading_key() const { return reading_key_; }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(articles_.size());
  }
  // The docid of the article with that id.
  std::optional<std::uint32_t> Find(std::string_view id) const;
  // REQUIRES: 1 <= docid <= size().
  const KnownArticle& at(std::uint32_t docid) const {
    return articles_[docid - 1];
  }

 private:
  // The file; on the heap, so that views into it outlive a move.
  std::unique_ptr<const std::string> bytes_;
  std::string reading_key_;
  std::vector<KnownArticle> articles_;
  std::vector<std::uint32_t> by_id_;  // Docids, by the articles' `id`.
};

// Writes the file for the articles of a catalog. Not synced.
// REQUIRES: reading_key.size() == kReadingKeySize.
Status WriteKnownArticles(const std::filesystem::path& path,
                          const std::string& reading_key,
                          const Catalog& catalog);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_KNOWN_ARTICLES_H_
