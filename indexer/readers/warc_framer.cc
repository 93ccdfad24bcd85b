#include "indexer/readers/warc_framer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/base/log.h"
#include "indexer/readers/byte_source.h"

namespace tracuu {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
// A record's head is some hundred bytes; cookies do not stand in it.
constexpr std::size_t kMaxHeadBytes = std::size_t{64} << 10;
constexpr std::string_view kVersionMark = "WARC/";
// "WARC/1.0\r\n"
constexpr std::size_t kVersionBytes = 10;
// What may be inflated a second time in one file because lengths lied.
constexpr std::uint64_t kMaxRereadBytes = std::uint64_t{256} << 20;

bool IsLineEnd(char c) { return c == '\r' || c == '\n'; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "WARC/1.0" and the end of the line.
bool IsVersionLine(std::string_view bytes) {
  return bytes.size() >= kVersionBytes && bytes.starts_with(kVersionMark) &&
         IsDigit(bytes[5]) && bytes[6] == '.' && IsDigit(bytes[7]) &&
         (IsLineEnd(bytes[8]) || (IsDigit(bytes[8]) && IsLineEnd(bytes[9])));
}

std::optional<std::uint64_t> ParseLength(std::string_view text) {
  std::uint64_t length = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return length;
}

}  // namespace

WarcFramer::WarcFramer(std::string source, std::unique_ptr<WarcSource> bytes)
    : source_(std::move(source)), bytes_(std::move(bytes)) {}

// Makes at least `wanted` bytes of the member stand in the buffer; false if it
// has no more.
bool WarcFramer::Fill(std::size_t wanted) {
  while (Buffered().size() < wanted && !member_ended_) {
    buffer_.erase(0, std::exchange(buffer_at_, 0));
    const std::size_t had = buffer_.size();
    buffer_.resize(had + kBufferBytes);
    const Result<std::size_t> n =
        bytes_->Read(buffer_.data() + had, kBufferBytes);
    buffer_.resize(had + (n ? *n : 0));
    if (!n) error_ = n.error();
    if (!n || *n == 0) member_ended_ = true;
  }
  return Buffered().size() >= wanted;
}

void WarcFramer::Take(std::size_t size) {
  buffer_at_ += size;
  place_ += size;
}

void WarcFramer::SkipLineEnds() {
  while (Fill(1) && IsLineEnd(Buffered().front())) Take(1);
}

bool WarcFramer::SeekTo(std::uint64_t place) {
  buffer_.clear();
  buffer_at_ = 0;
  place_ = place;
  member_ended_ = false;
  error_.reset();
  if (const Status sought = bytes_->Seek(place); !sought) {
    error_ = sought.error();
    member_ended_ = true;
    return false;
  }
  return true;
}

bool WarcFramer::AtRecord() {
  Fill(kVersionBytes);
  return IsVersionLine(Buffered());
}

// Goes to the next line that begins a record, in this member or another.
bool WarcFramer::FindRecord() {
  bool at_line = true;
  for (;;) {
    if (at_line && AtRecord()) return true;
    if (!Fill(1)) {
      if (!GoToNextMember()) return false;
      at_line = true;
      continue;
    }
    const std::size_t line_end = Buffered().find('\n');
    at_line = line_end != std::string_view::npos;
    Take(at_line ? line_end + 1 : Buffered().size());
  }
}

bool WarcFramer::GoToNextMember() {
  const Result<bool> next = bytes_->NextMember();
  buffer_.clear();
  buffer_at_ = 0;
  place_ = 0;
  error_.reset();
  member_ended_ = !next || !*next;
  if (!next) error_ = next.error();
  return !member_ended_;
}

std::string WarcFramer::SourceAt() const {
  std::string name = source_ + "@";
  // The one member of a file that is not packed is the file.
  if (bytes_->seeks_freely()) return name + std::to_string(place_);
  name += std::to_string(bytes_->member());
  if (place_ > 0) name += "+" + std::to_string(place_);
  return name;
}

// The head with its empty line; nothing if it does not end in time.
std::optional<std::string> WarcFramer::ReadHead() {
  for (std::size_t wanted = 1024; wanted <= kMaxHeadBytes; wanted *= 2) {
    const bool is_full = Fill(wanted);
    const std::optional<std::size_t> size =
        HeadSize(Buffered().substr(0, kMaxHeadBytes));
    if (size) {
      std::string head(Buffered().substr(0, *size));
      Take(*size);
      return head;
    }
    if (!is_full) break;
  }
  return std::nullopt;
}

Rejection WarcFramer::Damaged(const char* code, std::string message,
                              const char* hint) {
  must_search_ = true;
  return {record_source_, record_offset_, code, std::move(message), hint};
}

Rejection WarcFramer::Failed() {
  must_search_ = true;
  return {record_source_, record_offset_, ByteSourceRejectionCode(error_->code),
          error_->message, error_->hint};
}

std::variant<WarcRecord, Rejection> WarcFramer::ReadRecord() {
  std::optional<std::string> head = ReadHead();
  if (!head) {
    // On from behind the version line: this one is not to be found again.
    Take(std::min(kVersionBytes, Buffered().size()));
    if (error_) return Failed();
    return Damaged("bad-warc", "the record's head does not end",
                   "the record was left out; fetch it again");
  }
  std::string_view fields(*head);
  fields.remove_prefix(fields.find('\n') + 1);
  WarcRecord record{record_source_, record_offset_, ParseHeaderFields(fields),
                    0};
  const auto length = ParseLength(FieldValue(record.fields, "content-length"));
  if (!length) {
    return Damaged("bad-warc", "the record states no Content-Length",
                   "the record was left out; fetch it again");
  }
  record.block_bytes = block_left_ = *length;
  block_begin_ = place_;
  in_record_ = true;
  return record;
}

std::variant<WarcRecord, Rejection, EndOfInput> WarcFramer::Next() {
  while (!ended_) {
    if (must_search_) {
      must_search_ = false;
      if (!FindRecord()) break;
    }
    SkipLineEnds();
    record_source_ = SourceAt();
    record_offset_ = bytes_->seeks_freely() ? place_ : bytes_->member();
    if (!Fill(1)) {
      if (error_) return Failed();
      if (GoToNextMember()) continue;
      break;
    }
    if (!AtRecord()) {
      return Damaged("bad-warc", "no WARC record begins here",
                     "the bytes up to the next record were left out");
    }
    auto read = ReadRecord();
    if (auto* rejection = std::get_if<Rejection>(&read)) {
      return std::move(*rejection);
    }
    return std::get<WarcRecord>(std::move(read));
  }
  if (std::exchange(ended_, true) || !error_) return EndOfInput{};
  return Failed();
}

std::size_t WarcFramer::ReadBlock(char* buffer, std::size_t size) {
  size = std::min<std::uint64_t>(size, block_left_);
  if (size == 0 || !Fill(1)) return 0;
  const std::string_view bytes = Buffered().substr(0, size);
  std::copy(bytes.begin(), bytes.end(), buffer);
  block_left_ -= bytes.size();
  const std::size_t read = bytes.size();
  Take(read);
  return read;
}

void WarcFramer::SkipBlock() {
  if (bytes_->seeks_freely() && block_left_ > Buffered().size()) {
    // Past the end of the file nothing can be read, which tells the lie.
    const std::uint64_t last = place_ + block_left_ - 1;
    if (last < place_ || !SeekTo(last) || !Fill(1)) return;
    block_left_ = 1;
  }
  while (block_left_ > 0 && Fill(1)) {
    const std::size_t step =
        std::min<std::uint64_t>(block_left_, Buffered().size());
    Take(step);
    block_left_ -= step;
  }
}

std::optional<Rejection> WarcFramer::Finish() {
  if (!std::exchange(in_record_, false)) return std::nullopt;
  const std::uint64_t claimed = place_ - block_begin_ + block_left_;
  SkipBlock();
  const bool is_whole = block_left_ == 0;
  if (is_whole) {
    SkipLineEnds();
    if (!error_ && (!Fill(1) || AtRecord())) return std::nullopt;
  }
  if (error_) return Failed();
  // Records that a wrong length swallowed are still to be read.
  const std::uint64_t reread = place_ - std::min(place_, block_begin_);
  if (bytes_->seeks_freely() || (reread_bytes_ += reread) <= kMaxRereadBytes) {
    SeekTo(block_begin_);
  }
  return Damaged(is_whole ? "bad-warc" : "truncated",
                 is_whole ? "the record is not " + std::to_string(claimed) +
                                " bytes long, as it claims"
                          : "the file, or its gzip member, ends before the " +
                                std::to_string(claimed) +
                                " bytes that the record claims",
                 "the record was left out; fetch it again");
}

}  // namespace tracuu
