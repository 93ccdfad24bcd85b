#include "indexer/readers/byte_source.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/log.h"
#include "indexer/readers/input_descriptor.h"

namespace tracuu {
namespace {

constexpr std::size_t kArchiveBlockBytes = std::size_t{64} << 10;
// What any archive may inflate to before the ratio counts: the first blocks
// of an honest file of zeros or of one repeated page look like a bomb.
constexpr std::uint64_t kInflateAllowance = std::uint64_t{4} << 20;

class PlainSource final : public ByteSource {
 public:
  PlainSource(InputDescriptor fd, std::string name)
      : fd_(std::move(fd)), name_(std::move(name)) {}

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    Result<std::size_t> n = ReadInput(fd_, name_, buffer, size);
    if (n) consumed_ += *n;
    return n;
  }
  std::uint64_t bytes_on_disk() const override { return consumed_; }

 private:
  InputDescriptor fd_;
  std::string name_;
  std::uint64_t consumed_ = 0;
};

// One .gz or .zst file, by libarchive's filters without any archive format.
class PackedSource final : public ByteSource {
 public:
  PackedSource(InputDescriptor fd, std::string name, double max_ratio)
      : fd_(std::move(fd)), name_(std::move(name)), max_ratio_(max_ratio) {}

  ~PackedSource() override {
    if (archive_ != nullptr) archive_read_free(archive_);
  }
  PackedSource(const PackedSource&) = delete;
  PackedSource& operator=(const PackedSource&) = delete;

  Status Open(bool zstd) {
    archive_ = archive_read_new();
    if (archive_ == nullptr) {
      return Error{ErrorCode::kIo, name_ + ": no memory for the unpacker", ""};
    }
    const int filter = zstd ? archive_read_support_filter_zstd(archive_)
                            : archive_read_support_filter_gzip(archive_);
    // ARCHIVE_WARN means an external program would do it: not for us.
    if (filter != ARCHIVE_OK ||
        archive_read_support_format_raw(archive_) != ARCHIVE_OK ||
        archive_read_support_format_empty(archive_) != ARCHIVE_OK) {
      return Error{ErrorCode::kIo,
                   name_ + ": libarchive was built without this filter",
                   "unpack the file first"};
    }
    if (archive_read_open(archive_, this, nullptr, &PackedSource::ReadBlock,
                          nullptr) != ARCHIVE_OK) {
      return Broken();
    }
    archive_entry* entry = nullptr;
    const int header = archive_read_next_header(archive_, &entry);
    if (header != ARCHIVE_OK && header != ARCHIVE_EOF) return Broken();
    // libarchive also passes through what is not packed, and unpacks a .gz in
    // a .gz; neither is what the name says.
    if (archive_filter_count(archive_) != 2) {
      return Error{ErrorCode::kCorrupt,
                   name_ + ": the content is not what the suffix promises",
                   "name the file by what it holds, packed once"};
    }
    ended_ = header == ARCHIVE_EOF;
    return Ok{};
  }

  Result<std::size_t> Read(char* buffer, std::size_t size) override {
    if (ended_ || size == 0) return std::size_t{0};
    const la_ssize_t n = archive_read_data(archive_, buffer, size);
    if (n < 0) return Broken();
    inflated_ += static_cast<std::uint64_t>(n);
    const double allowed = max_ratio_ * static_cast<double>(consumed_) +
                           static_cast<double>(kInflateAllowance);
    if (static_cast<double>(inflated_) > allowed) {
      return Error{ErrorCode::kTooLarge,
                   name_ + ": inflates to more than " +
                       std::to_string(static_cast<int>(max_ratio_)) +
                       " times its size; this may be an archive bomb",
                   "unpack the file first if it is genuine"};
    }
    return static_cast<std::size_t>(n);
  }
  std::uint64_t bytes_on_disk() const override { return consumed_; }

 private:
  static la_ssize_t ReadBlock(archive* unpacker, void* self,
                              const void** buffer) {
    auto* source = static_cast<PackedSource*>(self);
    const Result<std::size_t> n =
        ReadInput(source->fd_, source->name_, source->block_.data(),
                  source->block_.size());
    if (!n) {
      archive_set_error(unpacker, EIO, "%s", "read failed");
      return ARCHIVE_FATAL;
    }
    source->consumed_ += *n;
    *buffer = source->block_.data();
    return static_cast<la_ssize_t>(*n);
  }

  Error Broken() const {
    const char* reason = archive_error_string(archive_);
    return {ErrorCode::kCorrupt,
            name_ + ": broken archive: " +
                (reason != nullptr ? Printable(reason) : "no reason given"),
            "fetch the file again; what came before the damage was read"};
  }

  InputDescriptor fd_;
  std::string name_;
  double max_ratio_;
  archive* archive_ = nullptr;
  bool ended_ = false;
  std::uint64_t consumed_ = 0;
  std::uint64_t inflated_ = 0;
  std::array<char, kArchiveBlockBytes> block_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenByteSource(const InputFile& file,
                                                   const ReadLimits& limits) {
  const std::string name = Printable(file.source);
  Result<InputDescriptor> fd = OpenInput(file);
  if (!fd) return fd.error();
  const Packing packing = PackingOf(file.source);
  if (packing == Packing::kNone) {
    return std::unique_ptr<ByteSource>(
        std::make_unique<PlainSource>(std::move(*fd), name));
  }
  auto packed = std::make_unique<PackedSource>(std::move(*fd), name,
                                               limits.max_inflate_ratio);
  const Status opened = packed->Open(packing == Packing::kZstd);
  if (!opened) return opened.error();
  return std::unique_ptr<ByteSource>(std::move(packed));
}

const char* ByteSourceRejectionCode(ErrorCode code) {
  switch (code) {
    case ErrorCode::kCorrupt:
      return "bad-archive";
    case ErrorCode::kTooLarge:
      return "too-large";
    default:
      return "unreadable";
  }
}

Packing PackingOf(std::string_view name) {
  const std::string lower = LowerAscii(name);
  if (lower.ends_with(".gz")) return Packing::kGzip;
  return lower.ends_with(".zst") ? Packing::kZstd : Packing::kNone;
}

std::string_view WithoutPackingSuffix(std::string_view name) {
  if (PackingOf(name) == Packing::kNone) return name;
  return name.substr(0, name.rfind('.'));
}

}  // namespace tracuu
