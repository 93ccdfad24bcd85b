#include "indexer/readers/warc_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/base/ascii.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/http_body.h"
#include "indexer/readers/mirror.h"
#include "indexer/readers/warc_framer.h"

namespace tracuu {
namespace {

// What a server's answer may take before its body; browsers allow 256 kB.
constexpr std::size_t kMaxHttpHeadBytes = std::size_t{256} << 10;
constexpr std::size_t kStepBytes = std::size_t{64} << 10;
constexpr int kStatusOk = 200;
constexpr std::string_view kCutOff = "cut off by the crawler";

// The format of a page of that type; nothing if it holds none. `begin` is its
// content's, for servers that state no type.
std::optional<PageFormat> FormatOf(std::string_view type,
                                   std::string_view begin) {
  if (type == "text/html" || type == "application/xhtml+xml") {
    return PageFormat::kHtml;
  }
  if (type == "text/plain") return PageFormat::kText;
  if (!type.empty()) return std::nullopt;
  if (BeginsAsHtml(begin)) return PageFormat::kHtml;
  return std::nullopt;
}

// wget writes "<http://…>", as the first edition of the standard has it.
std::string TargetUrl(const WarcRecord& record) {
  std::string_view uri = FieldValue(record.fields, "warc-target-uri");
  if (uri.starts_with('<') && uri.ends_with('>')) {
    uri = uri.substr(1, uri.size() - 2);
  }
  std::string url = CanonicalUrl(uri);
  const bool is_page =
      url.starts_with("http://") || url.starts_with("https://");
  return is_page && !url.ends_with("/robots.txt") ? url : std::string();
}

class WarcReader final : public Reader {
 public:
  WarcReader(const InputFile& file, const ReadLimits& limits,
             std::unique_ptr<WarcSource> bytes)
      : framer_(file.source, std::move(bytes)), limits_(limits) {}

  ReadStep Next() override {
    for (;;) {
      auto step = framer_.Next();
      if (std::holds_alternative<EndOfInput>(step)) return EndOfInput{};
      if (auto* rejection = std::get_if<Rejection>(&step)) {
        return std::move(*rejection);
      }
      record_ = std::get<WarcRecord>(std::move(step));
      std::optional<ReadStep> read = ReadRecord();
      // Whether the page is to be believed shows behind it.
      if (std::optional<Rejection> rejection = framer_.Finish()) {
        return *std::move(rejection);
      }
      if (read) return *std::move(read);
    }
  }

  std::uint64_t bytes_read() const override { return framer_.bytes_on_disk(); }

 private:
  // A page or a rejection; nothing if the record holds no page.
  std::optional<ReadStep> ReadRecord() {
    const std::string type =
        LowerAscii(FieldValue(record_.fields, "warc-type"));
    url_ = TargetUrl(record_);
    if (url_.empty()) return std::nullopt;
    if (type == "response") return ReadResponse();
    if (type == "resource" || type == "conversion") return ReadResource();
    return std::nullopt;
  }

  std::optional<ReadStep> ReadResponse() {
    std::string block;
    std::optional<HttpHead> head;
    do {
      if (!ReadMore(&block)) break;
      head = ParseHttpHead(block);
    } while (!head && block.size() < kMaxHttpHeadBytes);
    if (!head) {
      return Reject("bad-http", "the record holds no HTTP response",
                    "the record was left out");
    }
    if (head->status != kStatusOk) return std::nullopt;
    block.erase(0, head->size);
    if (!head->media.type.empty() && !FormatOf(head->media.type, "")) {
      return std::nullopt;
    }
    if (!ReadAll(&block)) return TooLarge();
    auto body = DecodeHttpBody(*head, std::move(block), limits_.max_page_bytes);
    if (!body) {
      const Error& error = body.error();
      return Reject(
          error.code == ErrorCode::kTooLarge ? "too-large" : "bad-http",
          error.message, error.hint);
    }
    return MakePage(head->media, *std::move(body));
  }

  std::optional<ReadStep> ReadResource() {
    const MediaType media =
        ParseMediaType(FieldValue(record_.fields, "content-type"));
    if (!media.type.empty() && !FormatOf(media.type, "")) return std::nullopt;
    std::string block;
    if (!ReadAll(&block)) return TooLarge();
    return MakePage(media, std::move(block));
  }

  std::optional<ReadStep> MakePage(const MediaType& media,
                                   std::string content) {
    const std::optional<PageFormat> format = FormatOf(media.type, content);
    if (!format) return std::nullopt;
    auto decoded = DecodeToUtf8(std::move(content), *format, media.charset);
    if (auto* rejection = std::get_if<Rejection>(&decoded)) {
      return Reject(rejection->code, rejection->message, rejection->hint);
    }
    Page page;
    page.source = record_.source;
    page.url = url_;
    page.id = PageId({}, url_, record_.source);
    page.format = *format;
    SetDecoded(std::get<DecodedText>(std::move(decoded)), &page);
    const std::string_view date = FieldValue(record_.fields, "warc-date");
    if (!date.empty()) page.stated.fetched_at = date;
    if (IsCutOff()) page.repairs.emplace_back(kCutOff);
    return page;
  }

  // True if the crawler says that it did not keep the whole page.
  bool IsCutOff() const {
    return !FieldValue(record_.fields, "warc-truncated").empty() ||
           !FieldValue(record_.fields, "warc-segment-number").empty();
  }

  // Appends a step of the block; false at its end.
  bool ReadMore(std::string* block) {
    const std::size_t had = block->size();
    block->resize(had + kStepBytes);
    const std::size_t n = framer_.ReadBlock(block->data() + had, kStepBytes);
    block->resize(had + n);
    return n > 0;
  }

  // Appends the rest of the block; false if that is more than a page may be.
  bool ReadAll(std::string* block) {
    while (block->size() <= limits_.max_page_bytes) {
      if (!ReadMore(block)) return true;
    }
    return false;
  }

  ReadStep Reject(std::string code, std::string message, std::string hint) {
    return Rejection{record_.source, record_.offset, std::move(code),
                     std::move(message), std::move(hint)};
  }

  ReadStep TooLarge() {
    return Reject("too-large",
                  "the page holds more than " +
                      std::to_string(limits_.max_page_bytes) + " bytes",
                  "such a page is not an article; it was left out");
  }

  WarcFramer framer_;
  ReadLimits limits_;
  WarcRecord record_;
  std::string url_;
};

}  // namespace

std::unique_ptr<Reader> MakeWarcReader(const InputFile& file,
                                       const ReadLimits& limits,
                                       std::unique_ptr<WarcSource> bytes) {
  return std::make_unique<WarcReader>(file, limits, std::move(bytes));
}

}  // namespace tracuu
