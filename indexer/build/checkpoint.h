#ifndef TRACUU_INDEXER_BUILD_CHECKPOINT_H_
#define TRACUU_INDEXER_BUILD_CHECKPOINT_H_

// What lets a run go on where one that was killed had come to.
//
// Reading leaves spools, which lie in the work folder anyway, and what is in
// memory: vocabularies, entries, rejections. From time to time, when every page
// that was fetched has been read, the latter is written to one file beside
// them. Nothing is synced. A killed process loses nothing that it has written,
// as the system holds it; when the machine itself goes down, the next boot has
// another id and the work folder is of no use.
// docs/decisions/0012-resuming.md weighs this.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"
#include "indexer/build/collect.h"
#include "indexer/build/rejection_log.h"

namespace tracuu {

// What an earlier run left.
struct Resumed {
  ReadSoFar so_far;
  Collected collected;
  std::unique_ptr<RejectionLog> rejections;
};

// Names all that reading depends on: what a run of another key wrote is of no
// use.
struct RunKey {
  std::string digest;
  // Inputs lost to the machine when they were listed (IsOfTheMachine()). The
  // digest names them.
  std::uint64_t lost = 0;
};

class Checkpoint {
 public:
  // The files are in `work_dir`. Without a key nothing is saved or found.
  Checkpoint(std::filesystem::path work_dir, std::optional<RunKey> key)
      : work_dir_(std::move(work_dir)), key_(std::move(key)) {}

  // REQUIRES: all spools are flushed, and `rejections` grow no further until it
  // returns. Fails with kIo as the rejections' spool does; if the checkpoint
  // cannot be written, the one before stays. So it does once a page was lost to
  // the machine: a run that goes on would keep that loss.
  Status Save(const ReadSoFar& so_far, const Collected& collected,
              RejectionLog* rejections) const;

  // Takes up what fits, and removes all else from the folder. Returns nothing
  // if nothing fits. Fails with kIo if it cannot be emptied.
  Result<std::optional<Resumed>> Load() const;

  // Says that the spools and segments are about to be used up. Fails with kIo.
  Status Remove() const;

 private:
  std::filesystem::path work_dir_;
  std::optional<RunKey> key_;
};

// The key of a run that reads `inputs`, as their names, sizes and times of
// change tell them, on this boot of the machine. `settings` is all else that
// the outcome of reading and the layout of the work folder depend on. Nothing
// if the system does not tell its boots apart.
std::optional<RunKey> MakeRunKey(const InputList& inputs,
                                 std::string_view settings);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_CHECKPOINT_H_
