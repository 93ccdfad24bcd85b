#ifndef TRACUU_INDEXER_BUILD_BOUNDED_QUEUE_H_
#define TRACUU_INDEXER_BUILD_BOUNDED_QUEUE_H_

// A first-in, first-out queue between threads that holds items of a bounded
// weight, so that a fast producer waits instead of filling memory.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace tracuu {

// Thread-safe.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  // Waits until less than the capacity is inside; the item may weigh more than
  // what is left. Returns false, without taking it, once closed.
  bool Push(T item, std::size_t weight = 1) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || weight_ < capacity_; });
    if (closed_) return false;
    items_.emplace_back(std::move(item), weight);
    weight_ += weight;
    changed_.notify_all();
    return true;
  }

  // Waits for an item. Nothing once the queue is closed and empty.
  std::optional<T> Pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> item(std::move(items_.front().first));
    weight_ -= items_.front().second;
    items_.pop_front();
    changed_.notify_all();
    return item;
  }

  // No more items will be pushed; those inside may still be popped.
  void Close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  // As Close(), and drops what is inside.
  void Cancel() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    items_.clear();
    weight_ = 0;
    changed_.notify_all();
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<T, std::size_t>> items_;  // With their weights.
  std::size_t weight_ = 0;                       // Of all.
  bool closed_ = false;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_BOUNDED_QUEUE_H_
