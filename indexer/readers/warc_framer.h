#ifndef TRACUU_INDEXER_READERS_WARC_FRAMER_H_
#define TRACUU_INDEXER_READERS_WARC_FRAMER_H_

// Cuts a WARC file (ISO 28500, versions 0.17 to 1.1) into records.
//
// The lengths in a WARC are claims. A record counts only if its block is
// followed by the next record or the end; if not, the reading goes back to
// where the block began and looks for the next record from there, so that a
// length that lies costs its own record and no other.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "indexer/readers/header_fields.h"
#include "indexer/readers/page.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/warc_source.h"

namespace tracuu {

struct WarcRecord {
  // "crawl.warc.gz@OFFSET", OFFSET being where the record, or the gzip member
  // that holds it, begins in the file; "@OFFSET+PLACE" for all but the first
  // record of a member, PLACE in inflated bytes.
  std::string source;
  std::uint64_t offset = 0;  // OFFSET.
  std::vector<HeaderField> fields;
  std::uint64_t block_bytes = 0;  // As claimed.
};

// Not thread-safe.
class WarcFramer {
 public:
  WarcFramer(std::string source, std::unique_ptr<WarcSource> bytes);

  // The next record's head; the rejection of a stretch that is none; or the
  // end. Finish() must have been called for the record before.
  std::variant<WarcRecord, Rejection, EndOfInput> Next();

  // Reads up to `size` bytes of the block; 0 is its end, or a failure, which
  // Finish() tells.
  std::size_t ReadBlock(char* buffer, std::size_t size);

  // Passes over what is left of the block. Returns why the record is not to be
  // believed, if so.
  std::optional<Rejection> Finish();

  std::uint64_t bytes_on_disk() const { return bytes_->bytes_on_disk(); }

 private:
  std::string_view Buffered() const {
    return std::string_view(buffer_).substr(buffer_at_);
  }
  bool Fill(std::size_t wanted);
  void Take(std::size_t size);
  void SkipLineEnds();
  void SkipBlock();
  bool SeekTo(std::uint64_t place);
  bool AtRecord();
  bool FindRecord();
  bool GoToNextMember();
  std::optional<std::string> ReadHead();
  std::variant<WarcRecord, Rejection> ReadRecord();
  Rejection Damaged(const char* code, std::string message, const char* hint);
  Rejection Failed();
  std::string SourceAt() const;

  std::string source_;
  std::unique_ptr<WarcSource> bytes_;
  std::string buffer_;
  std::size_t buffer_at_ = 0;
  std::uint64_t place_ = 0;     // In the member, of Buffered().
  bool member_ended_ = false;   // The source has no more of this member.
  std::optional<Error> error_;  // Why it has not.
  bool ended_ = false;
  bool in_record_ = false;
  bool must_search_ = false;   // Not known to stand where a record begins.
  std::string record_source_;  // Of the record, or stretch, being read.
  std::uint64_t record_offset_ = 0;
  std::uint64_t block_begin_ = 0;  // Place of the record's block.
  std::uint64_t block_left_ = 0;
  std::uint64_t reread_bytes_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_WARC_FRAMER_H_
