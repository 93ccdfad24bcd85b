#ifndef TRACUU_INDEXER_BUILD_PAIR_COUNTS_H_
#define TRACUU_INDEXER_BUILD_PAIR_COUNTS_H_

// Counts of pairs of small numbers: a hash table without nodes. A build adds
// one for every word of the corpus, and std::unordered_map takes a walk
// through memory and some 60 bytes for each pair where this takes 12 to 24.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tracuu {

// Not thread-safe.
class PairCounts {
 public:
  PairCounts() : slots_(kFirstSlots) {}

  // REQUIRES: first and second are below 65,535.
  void Add(std::uint32_t first, std::uint32_t second, std::uint64_t count) {
    AddKey((first + 1) << 16U | (second + 1), count);
  }

  void AddAll(const PairCounts& other) {
    for (const Slot& slot : other.slots_) {
      if (slot.key != 0) AddKey(slot.key, slot.count());
    }
  }

  std::size_t size() const { return used_; }

  // Calls `use(first, second, count)` for each pair, in no order.
  template <typename Use>
  void ForEach(const Use& use) const {
    for (const Slot& slot : slots_) {
      if (slot.key == 0) continue;
      use((slot.key >> 16U) - 1, (slot.key & 0xFFFFU) - 1, slot.count());
    }
  }

 private:
  static constexpr std::size_t kFirstSlots = 1024;  // Powers of two.

  // 12 bytes: the count in halves keeps the alignment at four.
  struct Slot {
    std::uint32_t key = 0;  // 0: free.
    std::uint32_t low = 0;
    std::uint32_t high = 0;

    std::uint64_t count() const { return std::uint64_t{high} << 32U | low; }
    void Add(std::uint64_t more) {
      const std::uint64_t sum = count() + more;
      low = static_cast<std::uint32_t>(sum);
      high = static_cast<std::uint32_t>(sum >> 32U);
    }
  };

  void AddKey(std::uint32_t key, std::uint64_t count) {
    Slot* slot = Find(key);
    if (slot->key == 0) {
      if (2 * (used_ + 1) > slots_.size()) {
        Grow();
        slot = Find(key);
      }
      slot->key = key;
      ++used_;
    }
    slot->Add(count);
  }

  // The slot of `key`, or the free one where it belongs.
  Slot* Find(std::uint32_t key) {
    const std::size_t mask = slots_.size() - 1;
    // Multiplied by the golden ratio, so that neighbours are scattered.
    std::size_t at = (key * std::uint64_t{0x9E3779B97F4A7C15}) >> 32U & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return &slots_[at];
  }

  void Grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(2 * old.size(), Slot());
    for (const Slot& slot : old) {
      if (slot.key != 0) *Find(slot.key) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_PAIR_COUNTS_H_
