#ifndef TRACUU_INDEXER_BUILD_COUNTED_EXAMPLES_H_
#define TRACUU_INDEXER_BUILD_COUNTED_EXAMPLES_H_

// How often something was met, and the first few of it in the order of the
// inputs, whichever thread met them first. Not thread-safe.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tracuu {

template <typename T>
class CountedExamples {
 public:
  explicit CountedExamples(std::size_t most) : most_(most) {}

  // `sequence` orders the examples; equal ones stay in the order of the calls.
  void Add(std::uint64_t sequence, T example) {
    ++count_;
    Keep(sequence, std::move(example));
  }

  void Merge(const CountedExamples& other) {
    count_ += other.count_;
    for (const auto& [sequence, example] : other.first_) {
      Keep(sequence, example);
    }
  }

  std::uint64_t count() const { return count_; }

  // All of it, to be written down and taken up again.
  struct State {
    std::uint64_t count = 0;
    std::vector<std::pair<std::uint64_t, T>> first;  // With their sequences.
  };
  State state() const { return {count_, first_}; }
  CountedExamples(std::size_t most, State state)
      : most_(most), count_(state.count), first_(std::move(state.first)) {}

  std::vector<T> First() const {
    std::vector<T> examples;
    for (const auto& [sequence, example] : first_) examples.push_back(example);
    return examples;
  }

 private:
  void Keep(std::uint64_t sequence, T example) {
    const auto later = std::find_if(
        first_.begin(), first_.end(),
        [sequence](const auto& other) { return other.first > sequence; });
    first_.emplace(later, sequence, std::move(example));
    if (first_.size() > most_) first_.pop_back();
  }

  std::size_t most_;
  std::uint64_t count_ = 0;
  std::vector<std::pair<std::uint64_t, T>> first_;  // By sequence.
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_COUNTED_EXAMPLES_H_
