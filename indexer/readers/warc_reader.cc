#include "indexer/readers/warc_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/base/ascii.h"
#include "indexer/readers/canonical_url.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/document_reader.h"
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

// Of a body whose server says nothing of it, what is looked at.
constexpr std::size_t kMarkSearchBytes = 64;
constexpr std::string_view kPdfMark = "%PDF-";
constexpr std::string_view kZipMark = "PK\x03\x04";

// What a body is read as.
using BodyKind = std::variant<PageFormat, DocumentKind>;

// As the server states it; nothing if that is no page, or says nothing.
std::optional<BodyKind> KindOfType(std::string_view type) {
  if (type == "text/html" || type == "application/xhtml+xml") {
    return PageFormat::kHtml;
  }
  if (type == "text/plain") return PageFormat::kText;
  if (type == "application/pdf" || type == "application/x-pdf") {
    return DocumentKind::kPdf;
  }
  if (type ==
      "application/vnd.openxmlformats-officedocument.wordprocessingml."
      "document") {
    return DocumentKind::kDocx;
  }
  return std::nullopt;
}

// Types under which servers send files for download, whatever they are.
bool SaysNothing(std::string_view type) {
  return type.empty() || type == "application/octet-stream" ||
         type == "application/force-download" || type == "application/msword";
}

// The kind of a body that its type says nothing of. `begin` may be packed in
// chunks: the mark stands near its front then.
std::optional<BodyKind> KindOfBytes(std::string_view type, std::string_view url,
                                    std::string_view begin) {
  const std::string_view front = begin.substr(0, kMarkSearchBytes);
  if (front.find(kPdfMark) != std::string_view::npos) {
    return DocumentKind::kPdf;
  }
  if (front.find(kZipMark) != std::string_view::npos &&
      LowerAscii(url.substr(0, url.find('?'))).ends_with(".docx")) {
    return DocumentKind::kDocx;
  }
  if (type.empty() && BeginsAsHtml(begin)) return PageFormat::kHtml;
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

// A page that still has to be decoded.
struct Body {
  Page page;  // All but its content.
  std::uint64_t offset = 0;
  BodyKind kind;
  std::string charset;  // As the server states it.
  bool is_cut_off = false;
  std::string content;
};

std::optional<Rejection> SetContent(Body* body, const ReadLimits& limits) {
  if (const auto* kind = std::get_if<DocumentKind>(&body->kind)) {
    auto text = ReadDocument(*kind, body->content, limits);
    if (auto* rejection = std::get_if<Rejection>(&text)) {
      return std::move(*rejection);
    }
    body->page.content = std::get<std::string>(std::move(text));
    return std::nullopt;
  }
  body->page.format = std::get<PageFormat>(body->kind);
  auto decoded =
      DecodeToUtf8(std::move(body->content), body->page.format, body->charset);
  if (auto* rejection = std::get_if<Rejection>(&decoded)) {
    return std::move(*rejection);
  }
  SetDecoded(std::get<DecodedText>(std::move(decoded)), &body->page);
  return std::nullopt;
}

std::variant<Page, Rejection> Finish(Body body, const ReadLimits& limits) {
  if (std::optional<Rejection> rejection = SetContent(&body, limits)) {
    rejection->source = body.page.source;
    rejection->offset = body.offset;
    return *std::move(rejection);
  }
  if (body.is_cut_off) body.page.repairs.emplace_back(kCutOff);
  return std::move(body.page);
}

class WarcReader final : public Reader {
 public:
  WarcReader(const InputFile& file, const ReadLimits& limits,
             std::unique_ptr<WarcSource> bytes)
      : framer_(file.source, std::move(bytes)), limits_(limits) {}

  FetchStep Fetch() override {
    for (;;) {
      auto step = framer_.Next();
      if (std::holds_alternative<EndOfInput>(step)) return EndOfInput{};
      if (auto* rejection = std::get_if<Rejection>(&step)) {
        return std::move(*rejection);
      }
      record_ = std::get<WarcRecord>(std::move(step));
      std::optional<FetchStep> read = ReadRecord();
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
  std::optional<FetchStep> ReadRecord() {
    const std::string type =
        LowerAscii(FieldValue(record_.fields, "warc-type"));
    url_ = TargetUrl(record_);
    if (url_.empty()) return std::nullopt;
    if (type == "response") return ReadResponse();
    if (type == "resource" || type == "conversion") return ReadResource();
    return std::nullopt;
  }

  std::optional<FetchStep> ReadResponse() {
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
    const std::optional<BodyKind> kind = Foresee(head->media.type, &block);
    if (!kind) return std::nullopt;
    const std::size_t most = MostBytes(*kind);
    if (!ReadAll(most, &block)) return TooLarge(most);
    auto body = DecodeHttpBody(*head, std::move(block), most);
    if (!body) {
      const Error& error = body.error();
      return Reject(
          error.code == ErrorCode::kTooLarge ? "too-large" : "bad-http",
          error.message, error.hint);
    }
    return MakePage(*kind, head->media, *std::move(body));
  }

  std::optional<FetchStep> ReadResource() {
    const MediaType media =
        ParseMediaType(FieldValue(record_.fields, "content-type"));
    std::string block;
    const std::optional<BodyKind> kind = Foresee(media.type, &block);
    if (!kind) return std::nullopt;
    const std::size_t most = MostBytes(*kind);
    if (!ReadAll(most, &block)) return TooLarge(most);
    return MakePage(*kind, media, std::move(block));
  }

  // What the body, of which `block` is the beginning, will be read as; nothing
  // if it holds no page. Reads on until that can be told.
  std::optional<BodyKind> Foresee(std::string_view type, std::string* block) {
    if (!SaysNothing(type)) return KindOfType(type);
    while (block->size() < kMarkSearchBytes && ReadMore(block)) {
    }
    if (auto kind = KindOfBytes(type, url_, *block)) return kind;
    // HTML may be packed.
    if (type.empty()) return PageFormat::kHtml;
    return std::nullopt;
  }

  std::size_t MostBytes(const BodyKind& kind) const {
    return std::holds_alternative<DocumentKind>(kind)
               ? limits_.max_document_bytes
               : limits_.max_page_bytes;
  }

  // Nothing if the body turns out to hold no page.
  std::optional<FetchStep> MakePage(const BodyKind& kind,
                                    const MediaType& media,
                                    std::string content) {
    if (media.type.empty() && !std::holds_alternative<DocumentKind>(kind) &&
        !BeginsAsHtml(content)) {
      return std::nullopt;
    }
    Body body;
    body.page.source = record_.source;
    body.page.url = url_;
    body.page.id = PageId({}, url_, record_.source);
    const std::string_view date = FieldValue(record_.fields, "warc-date");
    if (!date.empty()) body.page.stated.fetched_at = date;
    body.offset = record_.offset;
    body.kind = kind;
    body.charset = media.charset;
    body.is_cut_off = IsCutOff();
    body.content = std::move(content);
    body.content.shrink_to_fit();  // Many wait at a time.
    const std::size_t bytes = body.content.size();
    return FetchedPage{record_.source, bytes,
                       [body = std::move(body), limits = limits_]() mutable {
                         return Finish(std::move(body), limits);
                       }};
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

  // Appends the rest of the block; false if it holds more than `most`.
  bool ReadAll(std::size_t most, std::string* block) {
    while (block->size() <= most) {
      if (!ReadMore(block)) return true;
    }
    return false;
  }

  FetchStep Reject(std::string code, std::string message, std::string hint) {
    return Rejection{record_.source, record_.offset, std::move(code),
                     std::move(message), std::move(hint)};
  }

  FetchStep TooLarge(std::size_t most) {
    return Reject("too-large",
                  "the page holds more than " + std::to_string(most) + " bytes",
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
