#include "indexer/readers/warc_source.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/log.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/input_descriptor.h"

namespace tracuu {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
// As in byte_source.cc: what may be inflated before the ratio counts.
constexpr std::uint64_t kInflateAllowance = std::uint64_t{4} << 20;
constexpr std::string_view kGzipMark = "\x1F\x8B\x08";
constexpr std::string_view kRecordMark = "WARC/";
// The mark stands by chance once in 16 MB; looking at one takes 10 us.
constexpr std::size_t kMaxFalseMarks = 100'000;

class PlainWarc final : public WarcSource {
 public:
  PlainWarc(InputDescriptor fd, std::string name)
      : fd_(std::move(fd)), name_(std::move(name)) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    const Result<std::size_t> n = ReadInputAt(fd_, name_, at_, buffer, size);
    if (n) at_ += *n;
    return n;
  }
  Status Seek(std::uint64_t place) override {
    at_ = std::min(place, fd_.bytes());
    return Ok{};
  }
  bool seeks_freely() const override { return true; }
  Result<bool> NextMember() override { return false; }
  std::uint64_t member() const override { return 0; }
  std::uint64_t bytes_on_disk() const override { return at_; }

 private:
  InputDescriptor fd_;
  std::string name_;
  std::uint64_t at_ = 0;
};

class GzipWarc final : public WarcSource {
 public:
  GzipWarc(InputDescriptor fd, std::string name, double max_ratio)
      : fd_(std::move(fd)), name_(std::move(name)), max_ratio_(max_ratio) {}

  ~GzipWarc() override {
    if (is_open_) ::inflateEnd(&stream_);
  }
  GzipWarc(const GzipWarc&) = delete;
  GzipWarc& operator=(const GzipWarc&) = delete;

  // REQUIRES: not called before.
  Status Open() {
    if (::inflateInit2(&stream_, MAX_WBITS + 16) != Z_OK) {
      return Error{ErrorCode::kIo, name_ + ": no memory for the unpacker", ""};
    }
    is_open_ = true;
    const Result<bool> is_gzip = HasMark(0);
    if (!is_gzip) return is_gzip.error();
    if (!*is_gzip && fd_.bytes() > 0) {
      return Error{ErrorCode::kCorrupt,
                   name_ + ": the content is not what the suffix promises",
                   "name the file by what it holds, packed once"};
    }
    StartAt(0);
    if (fd_.bytes() == 0) state_ = State::kEnded;
    return Ok{};
  }

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    if (state_ == State::kBroken) return Broken();
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(std::min(size, kBlockBytes));
    const std::size_t wanted = stream_.avail_out;
    while (state_ == State::kInside && stream_.avail_out == wanted) {
      if (const Status filled = Fill(); !filled) return filled.error();
      if (stream_.avail_in == 0) return Broken();  // Cut off.
      const int code = ::inflate(&stream_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        state_ = State::kEnded;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return Broken();
      }
    }
    const std::size_t made = wanted - stream_.avail_out;
    inflated_ += made;
    if (static_cast<double>(inflated_) >
        max_ratio_ * static_cast<double>(bytes_on_disk() - member_) +
            static_cast<double>(kInflateAllowance)) {
      state_ = State::kBroken;
      return Error{ErrorCode::kTooLarge,
                   name_ + ": a record inflates to more than " +
                       std::to_string(static_cast<int>(max_ratio_)) +
                       " times its size; this may be an archive bomb",
                   "the record was left out"};
    }
    return made;
  }

  Status Seek(std::uint64_t place) override {
    if (place < inflated_) StartAt(member_);
    std::array<char, kBlockBytes> skipped;
    while (inflated_ < place) {
      const std::size_t step =
          std::min<std::uint64_t>(skipped.size(), place - inflated_);
      const Result<std::size_t> n = Read(skipped.data(), step);
      if (!n) return n.error();
      if (*n == 0) break;
    }
    return Ok{};
  }
  bool seeks_freely() const override { return false; }

  Result<bool> NextMember() override {
    const bool is_sound = state_ == State::kEnded;
    std::uint64_t from = is_sound ? bytes_on_disk() : member_ + 1;
    if (is_sound) {
      const Result<bool> follows = HasMark(from);
      if (!follows) return follows.error();
      if (*follows) {
        StartAt(from);
        return true;
      }
    }
    return FindMember(from);
  }

  std::uint64_t member() const override { return member_; }
  std::uint64_t bytes_on_disk() const override {
    return block_end_ - stream_.avail_in;
  }

 private:
  enum class State { kInside, kEnded, kBroken };

  void StartAt(std::uint64_t offset) {
    ::inflateReset(&stream_);
    stream_.avail_in = 0;
    block_end_ = member_ = offset;
    inflated_ = 0;
    state_ = State::kInside;
  }

  Status Fill() {
    if (stream_.avail_in > 0) return Ok{};
    const Result<std::size_t> n =
        ReadInputAt(fd_, name_, block_end_, block_.data(), block_.size());
    if (!n) return n.error();
    block_end_ += *n;
    stream_.next_in = reinterpret_cast<Bytef*>(block_.data());
    stream_.avail_in = static_cast<uInt>(*n);
    return Ok{};
  }

  Result<bool> HasMark(std::uint64_t offset) {
    std::array<char, kGzipMark.size()> bytes;
    const Result<std::size_t> n =
        ReadInputAt(fd_, name_, offset, bytes.data(), bytes.size());
    if (!n) return n.error();
    return std::string_view(bytes.data(), *n) == kGzipMark;
  }

  // Looks for a member that holds a record, from `from` on.
  Result<bool> FindMember(std::uint64_t from) {
    std::string block(kBlockBytes, '\0');
    while (from < fd_.bytes()) {
      const Result<std::size_t> n =
          ReadInputAt(fd_, name_, from, block.data(), block.size());
      if (!n) return n.error();
      if (*n < kGzipMark.size()) break;
      const std::string_view bytes(block.data(), *n);
      for (std::size_t at = bytes.find(kGzipMark); at != std::string_view::npos;
           at = bytes.find(kGzipMark, at + 1)) {
        if (BeginsRecord(from + at)) return true;
        if (++false_marks_ > kMaxFalseMarks) {
          return Error{ErrorCode::kCorrupt,
                       name_ + ": too damaged to find the next record",
                       "what came before was read; fetch the file again"};
        }
      }
      from += *n - (kGzipMark.size() - 1);
    }
    state_ = State::kEnded;
    block_end_ = member_ = fd_.bytes();
    stream_.avail_in = 0;
    return false;
  }

  // True, and stands there, if a member at `offset` inflates to a record.
  bool BeginsRecord(std::uint64_t offset) {
    StartAt(offset);
    std::string begin;
    while (begin.size() < kRecordMark.size()) {
      std::array<char, kRecordMark.size()> bytes;
      const Result<std::size_t> n = Read(bytes.data(), bytes.size());
      if (!n || *n == 0) return false;
      begin.append(bytes.data(), *n);
    }
    if (!begin.starts_with(kRecordMark)) return false;
    StartAt(offset);
    return true;
  }

  Error Broken() {
    const bool is_cut = stream_.avail_in == 0 && bytes_on_disk() >= fd_.bytes();
    state_ = State::kBroken;
    return {ErrorCode::kCorrupt,
            name_ + (is_cut ? ": the file ends inside a record"
                            : ": a record is damaged"),
            "the others were read; fetch the file again for this one"};
  }

  InputDescriptor fd_;
  std::string name_;
  double max_ratio_;
  z_stream stream_{};
  bool is_open_ = false;
  State state_ = State::kEnded;
  std::uint64_t member_ = 0;     // Where the member begins.
  std::uint64_t block_end_ = 0;  // Offset behind what is in block_.
  std::uint64_t inflated_ = 0;   // Bytes of the member.
  std::size_t false_marks_ = 0;
  std::array<char, kBlockBytes> block_;
};

// A .warc.zst, which libarchive unpacks.
class ZstdWarc final : public WarcSource {
 public:
  ZstdWarc(InputFile file, const ReadLimits& limits,
           std::unique_ptr<ByteSource> bytes)
      : file_(std::move(file)), limits_(limits), bytes_(std::move(bytes)) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    Result<std::size_t> n = bytes_->Read(buffer, size);
    if (n) at_ += *n;
    return n;
  }
  Status Seek(std::uint64_t place) override {
    if (place < at_) {
      Result<std::unique_ptr<ByteSource>> again =
          OpenByteSource(file_, limits_);
      if (!again) return again.error();
      bytes_ = std::move(*again);
      at_ = 0;
    }
    std::array<char, kBlockBytes> skipped;
    while (at_ < place) {
      const std::size_t step =
          std::min<std::uint64_t>(skipped.size(), place - at_);
      const Result<std::size_t> n = Read(skipped.data(), step);
      if (!n) return n.error();
      if (*n == 0) break;
    }
    return Ok{};
  }
  bool seeks_freely() const override { return false; }
  Result<bool> NextMember() override { return false; }
  std::uint64_t member() const override { return 0; }
  std::uint64_t bytes_on_disk() const override {
    return bytes_->bytes_on_disk();
  }

 private:
  InputFile file_;
  ReadLimits limits_;
  std::unique_ptr<ByteSource> bytes_;
  std::uint64_t at_ = 0;
};

}  // namespace

Result<std::unique_ptr<WarcSource>> OpenWarcSource(const InputFile& file,
                                                   const ReadLimits& limits) {
  const std::string name = Printable(file.source);
  const Packing packing = PackingOf(file.source);
  if (packing == Packing::kZstd) {
    Result<std::unique_ptr<ByteSource>> bytes = OpenByteSource(file, limits);
    if (!bytes) return bytes.error();
    return std::unique_ptr<WarcSource>(
        std::make_unique<ZstdWarc>(file, limits, std::move(*bytes)));
  }
  Result<InputDescriptor> fd = OpenInput(file);
  if (!fd) return fd.error();
  if (packing == Packing::kNone) {
    return std::unique_ptr<WarcSource>(
        std::make_unique<PlainWarc>(std::move(*fd), name));
  }
  auto gzip = std::make_unique<GzipWarc>(std::move(*fd), name,
                                         limits.max_inflate_ratio);
  if (const Status opened = gzip->Open(); !opened) return opened.error();
  return std::unique_ptr<WarcSource>(std::move(gzip));
}

}  // namespace tracuu
