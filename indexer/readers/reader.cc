#include "indexer/readers/reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/log.h"
#include "common/base/sha256.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/document_reader.h"
#include "indexer/readers/file_reader.h"
#include "indexer/readers/jsonl_reader.h"
#include "indexer/readers/warc_reader.h"

namespace tracuu {
namespace {

constexpr std::size_t kIdDigits = 16;

// Gives one rejection and ends.
class RejectingReader final : public Reader {
 public:
  explicit RejectingReader(Rejection rejection)
      : rejection_(std::move(rejection)) {}

  FetchStep Fetch() override {
    if (done_) return EndOfInput{};
    done_ = true;
    return std::move(rejection_);
  }
  std::uint64_t bytes_read() const override { return 0; }

 private:
  Rejection rejection_;
  bool done_ = false;
};

bool IsLowerHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The digits of "docs/004_6c152188a9fe2f4a.txt"; empty if the file is not
// named that way.
std::string_view CrawlFileId(std::string_view source) {
  std::string_view name = source.substr(source.find_last_of('/') + 1);
  const std::size_t underscore = name.find('_');
  if (underscore == std::string_view::npos || underscore == 0 ||
      !std::all_of(name.begin(), name.begin() + underscore, IsDigit)) {
    return {};
  }
  name.remove_prefix(underscore + 1);
  if (name.size() <= kIdDigits || name[kIdDigits] != '.') return {};
  const std::string_view digits = name.substr(0, kIdDigits);
  return std::all_of(digits.begin(), digits.end(), IsLowerHex)
             ? digits
             : std::string_view();
}

std::unique_ptr<Reader> RejectFile(const InputFile& file, const Error& error) {
  return std::make_unique<RejectingReader>(
      Rejection{file.source, 0, ByteSourceRejectionCode(error.code),
                error.message, error.hint});
}

}  // namespace

ReadStep Reader::Next() {
  FetchStep fetched = Fetch();
  if (auto* page = std::get_if<FetchedPage>(&fetched)) {
    auto finished = page->finish();
    if (auto* rejection = std::get_if<Rejection>(&finished)) {
      return std::move(*rejection);
    }
    return std::get<Page>(std::move(finished));
  }
  if (auto* rejection = std::get_if<Rejection>(&fetched)) {
    return std::move(*rejection);
  }
  return EndOfInput{};
}

std::optional<FileKind> KindOfFile(std::string_view name) {
  struct Suffix {
    std::string_view suffix;
    FileKind kind;
  };
  constexpr Suffix kSuffixes[] = {
      {".txt", FileKind::kText},  {".html", FileKind::kHtml},
      {".htm", FileKind::kHtml},  {".jsonl", FileKind::kJsonl},
      {".jl", FileKind::kJsonl},  {".jsonlines", FileKind::kJsonl},
      {".warc", FileKind::kWarc},
  };
  const std::string lower = LowerAscii(name);
  if (lower.ends_with(".docx")) return FileKind::kDocx;
  if (lower.ends_with(".pdf")) return FileKind::kPdf;
  const std::string_view unpacked = WithoutPackingSuffix(lower);
  for (const Suffix& known : kSuffixes) {
    if (unpacked.ends_with(known.suffix)) return known.kind;
  }
  return std::nullopt;
}

std::unique_ptr<Reader> OpenReader(const InputFile& file,
                                   const ReadLimits& limits) {
  std::optional<FileKind> kind = KindOfFile(file.source);
  const std::string_view query =
      std::string_view(file.source).substr(file.source.rfind('/') + 1);
  if (!file.url.empty() &&
      (!kind || query.find('?') != std::string_view::npos)) {
    kind = FileKind::kHtml;
  }
  if (!kind) {
    return std::make_unique<RejectingReader>(
        Rejection{file.source, 0, "unknown-format",
                  Printable(file.source) + ": no reader for this suffix",
                  "known are .txt, .html, .htm, .jsonl and .warc, each also "
                  "with .gz or .zst behind it, .docx and .pdf"});
  }
  if (*kind == FileKind::kWarc) {
    auto bytes = OpenWarcSource(file, limits);
    if (!bytes) return RejectFile(file, bytes.error());
    return MakeWarcReader(file, limits, std::move(*bytes));
  }
  if (*kind == FileKind::kDocx || *kind == FileKind::kPdf) {
    return MakeDocumentReader(
        file,
        *kind == FileKind::kDocx ? DocumentKind::kDocx : DocumentKind::kPdf,
        limits);
  }
  auto bytes = OpenByteSource(file, limits);
  if (!bytes) return RejectFile(file, bytes.error());
  if (*kind == FileKind::kJsonl) {
    return MakeJsonlReader(file, limits, std::move(*bytes));
  }
  return MakeFileReader(
      file, *kind == FileKind::kHtml ? PageFormat::kHtml : PageFormat::kText,
      limits, std::move(*bytes));
}

std::string PageId(std::string_view record_id, std::string_view url,
                   std::string_view source) {
  if (!record_id.empty()) return std::string(record_id);
  // The name of a crawl file says the same as the URL it was made from; a
  // record in a container ("crawl.jsonl#3") has no file of its own.
  const std::string_view name = source.substr(source.find_last_of('/') + 1);
  if (name.find_first_of("#@") == std::string_view::npos) {
    const std::string_view digits = CrawlFileId(source);
    if (!digits.empty()) return std::string(digits);
  }
  return Sha256Hex(url.empty() ? source : url).substr(0, kIdDigits);
}

}  // namespace tracuu
