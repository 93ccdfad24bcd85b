#ifndef TRACUU_INDEXER_BUILD_SPOOL_H_
#define TRACUU_INDEXER_BUILD_SPOOL_H_

// A file of work: written once from front to back by one thread, then read at
// random by all. What the build has read but cannot index yet waits here, so
// that its memory does not grow with the corpus. Never synced; of no use after
// the build, but for one that takes up what a killed one left (checkpoint.h).

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

class Spool {
 public:
  // Creates the file, which must not exist.
  static Result<std::unique_ptr<Spool>> Create(std::filesystem::path path);

  // Takes up the file of a Spool that was killed: its first `size` bytes, which
  // had been flushed. What follows them goes. Fails with kCorrupt if the file
  // is shorter.
  static Result<std::unique_ptr<Spool>> Reopen(std::filesystem::path path,
                                               std::uint64_t size);

  // Closes and removes the file.
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // Appends `bytes`, buffered. Returns the offset at which they will be.
  Result<std::uint64_t> Append(std::string_view bytes);

  // Writes what is buffered. Must come before the first Read().
  Status Flush();

  // Bytes appended so far.
  std::uint64_t size() const { return written_ + buffer_.size(); }

  // Returns the `size` bytes at `offset`; kCorrupt if the file ends before.
  // Thread-safe.
  Result<std::string> Read(std::uint64_t offset, std::size_t size) const;

 private:
  Spool(std::filesystem::path path, int fd, std::uint64_t written);

  Error EndsTooEarly() const;

  std::filesystem::path path_;
  int fd_;
  std::uint64_t written_;
  std::string buffer_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SPOOL_H_
