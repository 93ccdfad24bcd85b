#include "indexer/readers/file_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "indexer/readers/decode.h"
#include "indexer/readers/mirror.h"

namespace tracuu {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

void TakeHttrackNote(Page* page) {
  const std::optional<HttrackNote> note = FindHttrackNote(page->content);
  if (!note) return;
  page->url = note->url;
  page->fetched_after.reset();
  page->stated.fetched_at = note->fetched_at;
}

std::variant<Page, Rejection> MakePage(const InputFile& file, PageFormat format,
                                       std::string content) {
  auto decoded = DecodeToUtf8(std::move(content), format);
  if (auto* rejection = std::get_if<Rejection>(&decoded)) {
    rejection->source = file.source;
    return std::move(*rejection);
  }
  Page page;
  page.source = file.source;
  page.format = format;
  SetDecoded(std::get<DecodedText>(std::move(decoded)), &page);
  page.url = file.url;
  page.fetched_after = file.fetched_after;
  if (format == PageFormat::kHtml) TakeHttrackNote(&page);
  page.id = PageId({}, page.url, file.source);
  return page;
}

class FileReader final : public Reader {
 public:
  FileReader(InputFile file, PageFormat format, const ReadLimits& limits,
             std::unique_ptr<ByteSource> bytes)
      : file_(std::move(file)),
        format_(format),
        limits_(limits),
        bytes_(std::move(bytes)) {}

  FetchStep Fetch() override {
    if (std::exchange(done_, true)) return EndOfInput{};
    std::string content;
    if (std::optional<Rejection> rejection = ReadAll(&content)) {
      return *std::move(rejection);
    }
    content.shrink_to_fit();  // Many wait at a time.
    const std::size_t bytes = content.size();
    return FetchedPage{file_.source, bytes,
                       [file = file_, format = format_,
                        content = std::move(content)]() mutable {
                         return MakePage(file, format, std::move(content));
                       }};
  }

  std::uint64_t bytes_read() const override { return bytes_->bytes_on_disk(); }

 private:
  // Returns what keeps the file from being read whole.
  std::optional<Rejection> ReadAll(std::string* content) {
    for (;;) {
      const std::size_t had = content->size();
      if (had > limits_.max_page_bytes) return TooLarge();
      const std::size_t room =
          std::min(kChunkBytes, limits_.max_page_bytes + 1 - had);
      content->resize(had + room);
      const Result<std::size_t> n = bytes_->Read(content->data() + had, room);
      content->resize(had + (n ? *n : 0));
      if (!n) {
        const Error& error = n.error();
        return Rejection{file_.source, had, ByteSourceRejectionCode(error.code),
                         error.message, error.hint};
      }
      if (*n == 0) return std::nullopt;
    }
  }

  Rejection TooLarge() const {
    return {file_.source, limits_.max_page_bytes, "too-large",
            "the page holds more than " +
                std::to_string(limits_.max_page_bytes) + " bytes",
            "split the file, or leave it out"};
  }

  InputFile file_;
  PageFormat format_;
  ReadLimits limits_;
  std::unique_ptr<ByteSource> bytes_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> MakeFileReader(const InputFile& file, PageFormat format,
                                       const ReadLimits& limits,
                                       std::unique_ptr<ByteSource> bytes) {
  return std::make_unique<FileReader>(file, format, limits, std::move(bytes));
}

}  // namespace tracuu
