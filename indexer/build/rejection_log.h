#ifndef TRACUU_INDEXER_BUILD_REJECTION_LOG_H_
#define TRACUU_INDEXER_BUILD_REJECTION_LOG_H_

// Collects what was not indexed and writes rejected.jsonl, in the order of the
// inputs whichever thread met it first:
//
//   {"source":"docs/a.html","offset":0,"reason":"html-limits",
//    "message":"…","hint":"…"}
//
// `offset` counts bytes of the inflated file. Lines wait in a spool, so that
// a corpus of nothing but rejections costs 24 bytes of memory each.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/build/counted_examples.h"
#include "indexer/build/spool.h"
#include "indexer/readers/page.h"

namespace tracuu {

// The code of an input whose content was already indexed under the same id:
// listed, but nothing is lost.
inline constexpr std::string_view kDuplicateCode = "duplicate";
// The code of an older capture of a page that is indexed: nothing is lost.
inline constexpr std::string_view kSupersededCode = "superseded";

// True for codes of losses that are the machine's fault and not the input's:
// the next run may not have them.
bool IsOfTheMachine(std::string_view code);

// The rejections of one code: how many, and the first ones.
struct RejectionSummary {
  std::uint64_t count = 0;
  std::vector<Rejection> examples;  // In the order of the inputs.
};

// Thread-safe until WriteTo().
class RejectionLog {
 public:
  // Where in the spool a line lies.
  struct Line {
    std::uint64_t sequence;
    std::uint64_t offset;
    std::uint32_t size;
  };

  explicit RejectionLog(std::unique_ptr<Spool> spool)
      : spool_(std::move(spool)) {}

  // What is known of the rejections of one code.
  struct Code {
    std::string name;
    CountedExamples<Rejection>::State state;
  };
  // All but the spool, to be written down and taken up again.
  struct State {
    std::vector<Line> lines;
    std::vector<Code> codes;
    std::uint64_t bytes = 0;  // Of the spool.
  };
  RejectionLog(std::unique_ptr<Spool> spool, State state);
  // Flushes the spool, and fails as that does.
  Result<State> Save();

  // `sequence` orders the lines; equal ones stay in the order of the calls.
  Status Add(std::uint64_t sequence, const Rejection& rejection);

  // Writes all lines to `path`, which is not synced. Call once, at the end.
  Status WriteTo(const std::filesystem::path& path);

  std::map<std::string, RejectionSummary> Summary() const;
  std::uint64_t lines() const;

 private:
  mutable std::mutex mutex_;
  std::unique_ptr<Spool> spool_;
  std::vector<Line> lines_;
  std::map<std::string, CountedExamples<Rejection>> codes_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_REJECTION_LOG_H_
