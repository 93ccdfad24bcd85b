#ifndef TRACUU_SERVER_SEARCH_LRU_CACHE_H_
#define TRACUU_SERVER_SEARCH_LRU_CACHE_H_

// Keeps what is dear to make and often needed, up to a number of bytes; what
// was used longest ago goes first. Thread-safe.

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace tracuu {

template <typename Value>
class LruCache {
 public:
  using Pointer = std::shared_ptr<const Value>;

  explicit LruCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // Null if there is none.
  Pointer Find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->value;
  }

  // `bytes`: what the value takes. Larger than the cache: not kept.
  void Insert(const std::string& key, Pointer value, std::size_t bytes) {
    // What an entry takes besides its value, roughly.
    constexpr std::size_t kOverhead = 128;
    bytes += 2 * key.size() + kOverhead;
    if (bytes > max_bytes_) return;

    const std::lock_guard lock(mutex_);
    if (by_key_.contains(key)) return;
    entries_.push_front({key, std::move(value), bytes});
    by_key_.emplace(key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > max_bytes_) {
      bytes_ -= entries_.back().bytes;
      by_key_.erase(entries_.back().key);
      entries_.pop_back();
    }
  }

 private:
  struct Entry {
    std::string key;
    Pointer value;
    std::size_t bytes;
  };
  using Entries = std::list<Entry>;

  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::size_t bytes_ = 0;  // Guarded by mutex_, as all below.
  Entries entries_;        // Most recently used first.
  std::unordered_map<std::string, typename Entries::iterator> by_key_;
};

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_LRU_CACHE_H_
