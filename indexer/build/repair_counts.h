#ifndef TRACUU_INDEXER_BUILD_REPAIR_COUNTS_H_
#define TRACUU_INDEXER_BUILD_REPAIR_COUNTS_H_

// Counts what had to be done to pages before their text could be read
// (Article::repairs), by kind: "tcvn3", "utf-8 as windows-1252", "cut off by
// the crawler" … A page may be of several kinds. Not thread-safe.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/build/counted_examples.h"

namespace tracuu {

// The pages of one kind: how many, and the sources of the first ten in the
// order of the inputs.
struct RepairSummary {
  std::uint64_t count = 0;
  std::vector<std::string> first;
};

class RepairCounts {
 public:
  RepairCounts() = default;

  // One kind with all that is known of it, to be written down and taken up
  // again.
  struct Kind {
    std::string name;
    CountedExamples<std::string>::State state;
  };
  explicit RepairCounts(std::vector<Kind> kinds);
  std::vector<Kind> Kinds() const;

  // `sequence` is the page's place among the inputs.
  void Add(std::uint64_t sequence, const std::string& source,
           const std::vector<std::string>& repairs);

  void Merge(const RepairCounts& other);

  std::map<std::string, RepairSummary> Summary() const;

 private:
  CountedExamples<std::string>& OfKind(const std::string& kind);

  std::map<std::string, CountedExamples<std::string>> kinds_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_REPAIR_COUNTS_H_
