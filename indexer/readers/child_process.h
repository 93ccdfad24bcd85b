#ifndef TRACUU_INDEXER_READERS_CHILD_PROCESS_H_
#define TRACUU_INDEXER_READERS_CHILD_PROCESS_H_

// Runs a program on a file, with limits, and collects what it prints.

#include <chrono>
#include <cstddef>
#include <string>

#include "common/base/result.h"

namespace tracuu {

struct ChildLimits {
  std::size_t max_memory_bytes = std::size_t{1} << 30;
  std::chrono::seconds max_time{30};  // Of the clock, and of the CPU.
  std::size_t max_output_bytes = std::size_t{16} << 20;
};

struct ChildOutput {
  int exit_code = 0;  // 127: there is no such program. -1: a signal ended it.
  std::string output;
  std::string errors;  // The first bytes of it.
};

// Runs `command`, a line of the shell that must hold nothing from outside, with
// `input` as its standard input. Fails with kTooLarge when it takes longer or
// prints more than allowed, with kUnavailable when no process can be started.
// Whatever happens, the child is gone afterwards. Thread-safe.
Result<ChildOutput> RunLimited(const std::string& command, int input,
                               const ChildLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_CHILD_PROCESS_H_
