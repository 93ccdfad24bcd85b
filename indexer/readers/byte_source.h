#ifndef TRACUU_INDEXER_READERS_BYTE_SOURCE_H_
#define TRACUU_INDEXER_READERS_BYTE_SOURCE_H_

// The bytes of an input file, inflated if its name ends in .gz or .zst, as a
// stream: memory does not grow with the file. Not thread-safe.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "common/base/result.h"
#include "indexer/readers/reader.h"

namespace tracuu {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills up to `size` bytes and returns how many; 0 is the end. Fails with
  // kIo, with kCorrupt for a broken or truncated archive, and with kTooLarge
  // for one that inflates beyond ReadLimits::max_inflate_ratio. What was
  // returned before the failure is good.
  virtual Result<std::size_t> Read(char* buffer, std::size_t size) = 0;

  // Bytes of the file on disk consumed so far.
  virtual std::uint64_t bytes_on_disk() const = 0;
};

// Fails with kIo if the file cannot be opened, with kInvalidArgument if it is
// not a regular file (a pipe may never end), and with kCorrupt if its name
// promises an archive that its bytes are not.
Result<std::unique_ptr<ByteSource>> OpenByteSource(const InputFile& file,
                                                   const ReadLimits& limits);

// The rejection code that goes with a failure of the two above.
const char* ByteSourceRejectionCode(ErrorCode code);

// How a file is packed, as its name says: ".gz" or ".zst", in any case.
enum class Packing : std::uint8_t { kNone, kGzip, kZstd };
Packing PackingOf(std::string_view name);

// "crawl.jsonl.gz" without the suffix of the packing.
std::string_view WithoutPackingSuffix(std::string_view name);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_BYTE_SOURCE_H_
