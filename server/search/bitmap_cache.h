#ifndef TRACUU_SERVER_SEARCH_BITMAP_CACHE_H_
#define TRACUU_SERVER_SEARCH_BITMAP_CACHE_H_

// Bitmaps of the articles with a frequent term or phrase, kept because
// decoding one from its posting list costs 5-12 ms at a million articles and
// intersecting ready ones 0.01. The least recently used go first. Thread-safe.

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/search/doc_set.h"

namespace tracuu {

class BitmapCache {
 public:
  using Bitmap = std::shared_ptr<const DocSet>;

  // Keeps at most `max_bytes` of bitmaps.
  explicit BitmapCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // Null if there is none.
  Bitmap Find(const std::string& key);
  void Insert(const std::string& key, Bitmap bitmap);

 private:
  struct Entry {
    std::string key;
    Bitmap bitmap;
    std::size_t bytes;
  };

  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::size_t bytes_ = 0;     // Guarded by mutex_, as all below.
  std::list<Entry> entries_;  // Most recently used first.
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_BITMAP_CACHE_H_
