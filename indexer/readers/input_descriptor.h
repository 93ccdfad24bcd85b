#ifndef TRACUU_INDEXER_READERS_INPUT_DESCRIPTOR_H_
#define TRACUU_INDEXER_READERS_INPUT_DESCRIPTOR_H_

// An input file opened so that nothing in a crawl can make us wait: a pipe or
// a device is refused, not read. Not thread-safe.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/result.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// Closes itself.
class InputDescriptor {
 public:
  ~InputDescriptor();
  InputDescriptor(InputDescriptor&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), bytes_(other.bytes_) {}
  InputDescriptor(const InputDescriptor&) = delete;
  InputDescriptor& operator=(const InputDescriptor&) = delete;
  InputDescriptor& operator=(InputDescriptor&&) = delete;

  int get() const { return fd_; }
  std::uint64_t bytes() const { return bytes_; }  // Of the file, when opened.

 private:
  friend Result<InputDescriptor> OpenInput(const InputFile& file);
  friend Result<InputDescriptor> HoldInMemory(std::string_view bytes);
  explicit InputDescriptor(int fd) : fd_(fd) {}

  int fd_;
  std::uint64_t bytes_ = 0;
};

// Fails with kIo if the file cannot be opened, with kInvalidArgument if it is
// not a regular file.
Result<InputDescriptor> OpenInput(const InputFile& file);

// A file without a name that holds `bytes`, for what reads files only. Fails
// with kIo.
Result<InputDescriptor> HoldInMemory(std::string_view bytes);

// Reads up to `size` bytes from where the last reading ended, or at `offset`;
// 0 is the end. `name` is for the message.
Result<std::size_t> ReadInput(const InputDescriptor& fd,
                              const std::string& name, char* buffer,
                              std::size_t size);
Result<std::size_t> ReadInputAt(const InputDescriptor& fd,
                                const std::string& name, std::uint64_t offset,
                                char* buffer, std::size_t size);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_INPUT_DESCRIPTOR_H_
