#include "server/search/bitmap_cache.h"

#include <utility>

namespace tracuu {

BitmapCache::Bitmap BitmapCache::Find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->bitmap;
}

void BitmapCache::Insert(const std::string& key, Bitmap bitmap) {
  // What an entry takes besides its bitmap, roughly.
  constexpr std::size_t kOverhead = 128;
  const std::size_t bytes =
      bitmap->getSizeInBytes() + 2 * key.size() + kOverhead;
  if (bytes > max_bytes_) return;

  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  entries_.push_front({key, std::move(bitmap), bytes});
  by_key_.emplace(key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > max_bytes_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace tracuu
