#include "indexer/readers/jsonl_reader.h"

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/readers/json_record.h"

namespace tracuu {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// A line of the file, without its line feed.
struct JsonLine {
  std::string text;
  std::string source;
  std::uint64_t offset = 0;  // Of its first byte.
};

std::variant<Page, Rejection> ParseLine(const JsonLine& line,
                                        const ReadLimits& limits) {
  std::string_view text = line.text;
  if (line.offset == 0 && text.starts_with(kUtf8Mark)) {
    text.remove_prefix(kUtf8Mark.size());
  }
  const auto skipped = static_cast<std::size_t>(text.data() - line.text.data());
  auto parsed = ParseJsonRecord(text, limits);
  if (auto* rejection = std::get_if<Rejection>(&parsed)) {
    rejection->source = line.source;
    rejection->offset += line.offset + skipped;
    return std::move(*rejection);
  }
  Page page = std::get<Page>(std::move(parsed));
  page.source = line.source;
  page.id = PageId(page.id, page.url, page.source);
  return page;
}

class JsonlReader final : public Reader {
 public:
  JsonlReader(const InputFile& file, const ReadLimits& limits,
              std::unique_ptr<ByteSource> bytes)
      : source_(file.source),
        limits_(limits),
        bytes_(std::move(bytes)),
        chunk_(kChunkBytes) {}

  FetchStep Fetch() override {
    while (!failed_) {
      const LineState state = NextLine();
      if (state == LineState::kEnd) break;
      if (state == LineState::kFailed) return Failure();
      if (state == LineState::kTooLong) return TooLong();
      if (IsBlank(line_)) continue;
      return TakeLine();
    }
    return EndOfInput{};
  }

  std::uint64_t bytes_read() const override { return bytes_->bytes_on_disk(); }

 private:
  enum class LineState { kLine, kTooLong, kEnd, kFailed };

  // Reads the next line into line_, without its line feed.
  LineState NextLine() {
    line_.clear();
    line_offset_ = offset_;
    ++line_number_;
    bool too_long = false;
    bool any = false;
    for (;;) {
      if (chunk_at_ == chunk_end_ && !Refill()) break;
      any = true;
      const char* const begin = chunk_.data() + chunk_at_;
      const std::size_t left = chunk_end_ - chunk_at_;
      const auto* newline =
          static_cast<const char*>(std::memchr(begin, '\n', left));
      const std::size_t size =
          newline != nullptr ? static_cast<std::size_t>(newline - begin) : left;
      const std::size_t taken = size + (newline != nullptr ? 1 : 0);
      chunk_at_ += taken;
      offset_ += taken;
      if (line_.size() + size > limits_.max_line_bytes) {
        too_long = true;
        line_ = std::string();
      }
      if (!too_long) line_.append(begin, size);
      if (newline != nullptr) break;
    }
    if (failed_) return LineState::kFailed;
    if (!any) return LineState::kEnd;
    return too_long ? LineState::kTooLong : LineState::kLine;
  }

  // False at the end of the file and when reading fails.
  bool Refill() {
    const Result<std::size_t> n = bytes_->Read(chunk_.data(), chunk_.size());
    if (!n) {
      error_ = n.error();
      failed_ = true;
      return false;
    }
    chunk_at_ = 0;
    chunk_end_ = *n;
    return *n > 0;
  }

  FetchStep TakeLine() {
    JsonLine line{std::exchange(line_, {}), LineSource(), line_offset_};
    const std::size_t bytes = line.text.size();
    std::string source = line.source;
    return FetchedPage{std::move(source), bytes,
                       [line = std::move(line), limits = limits_] {
                         return ParseLine(line, limits);
                       }};
  }

  std::string LineSource() const {
    return source_ + "#" + std::to_string(line_number_);
  }

  Rejection TooLong() const {
    return {LineSource(), line_offset_, "too-large",
            "the line holds more than " +
                std::to_string(limits_.max_line_bytes) + " bytes",
            "the record was skipped; split it into several"};
  }

  // A line cut off by the failure is not tried: half a record is no record.
  Rejection Failure() const {
    return {LineSource(), line_offset_, ByteSourceRejectionCode(error_.code),
            error_.message, error_.hint};
  }

  std::string source_;
  ReadLimits limits_;
  std::unique_ptr<ByteSource> bytes_;
  std::vector<char> chunk_;
  std::size_t chunk_at_ = 0;
  std::size_t chunk_end_ = 0;
  std::uint64_t offset_ = 0;  // Of the next unread byte, inflated.
  std::string line_;
  std::uint64_t line_offset_ = 0;
  std::uint64_t line_number_ = 0;
  bool failed_ = false;
  Error error_{ErrorCode::kIo, "", ""};
};

}  // namespace

std::unique_ptr<Reader> MakeJsonlReader(const InputFile& file,
                                        const ReadLimits& limits,
                                        std::unique_ptr<ByteSource> bytes) {
  return std::make_unique<JsonlReader>(file, limits, std::move(bytes));
}

}  // namespace tracuu
