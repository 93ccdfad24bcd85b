#ifndef TRACUU_INDEXER_READERS_WARC_SOURCE_H_
#define TRACUU_INDEXER_READERS_WARC_SOURCE_H_

// The bytes of a WARC file, with the places where a record may begin.
//
// A .warc.gz is a row of gzip members, mostly one a record, and a record is
// named by where its member begins in the file: that is what its index (CDX)
// holds, and what other tools open it by. libarchive unpacks the row as one
// stream and tells neither where a member begins nor lets one that is damaged
// be left out; its WARC format has no header fields. Hence zlib itself.
// A .warc and a .warc.zst are one member.

#include <cstddef>
#include <cstdint>
#include <memory>

#include "common/base/result.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// Not thread-safe.
class WarcSource {
 public:
  virtual ~WarcSource() = default;

  // Reads up to `size` bytes of the current member; 0 is its end. Fails with
  // kIo, with kCorrupt where the member is damaged or cut off, with kTooLarge
  // where it inflates beyond ReadLimits::max_inflate_ratio.
  virtual Result<std::size_t> Read(char* buffer, std::size_t size) = 0;

  // Goes to `place`, in inflated bytes of the current member. May have to
  // inflate it again.
  virtual Status Seek(std::uint64_t place) = 0;
  // True if Seek() costs nothing.
  virtual bool seeks_freely() const = 0;

  // Goes to the next member; false if there is none. Behind a damaged one the
  // next is looked for that begins as a record does.
  virtual Result<bool> NextMember() = 0;

  // Offset in the file where the current member begins.
  virtual std::uint64_t member() const = 0;

  // Bytes of the file on disk consumed so far.
  virtual std::uint64_t bytes_on_disk() const = 0;
};

// Stands at the first member. Fails as OpenByteSource() does.
Result<std::unique_ptr<WarcSource>> OpenWarcSource(const InputFile& file,
                                                   const ReadLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_WARC_SOURCE_H_
