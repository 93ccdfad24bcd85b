#include "indexer/readers/document_reader.h"

#include <utility>

#include "common/base/log.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/docx_reader.h"
#include "indexer/readers/input_descriptor.h"
#include "indexer/readers/pdf_reader.h"

namespace tracuu {
namespace {

std::variant<std::string, Rejection> ReadFrom(DocumentKind kind,
                                              const InputDescriptor& fd,
                                              const ReadLimits& limits) {
  return kind == DocumentKind::kDocx ? ReadDocx(fd, limits)
                                     : ReadPdf(fd, limits);
}

std::variant<Page, Rejection> ReadFile(const InputFile& file, DocumentKind kind,
                                       const ReadLimits& limits) {
  const Result<InputDescriptor> fd = OpenInput(file);
  if (!fd) {
    const Error& error = fd.error();
    return Rejection{file.source, 0, ByteSourceRejectionCode(error.code),
                     error.message, error.hint};
  }
  auto text = ReadFrom(kind, *fd, limits);
  if (auto* rejection = std::get_if<Rejection>(&text)) {
    rejection->source = file.source;
    rejection->message = Printable(file.source) + ": " + rejection->message;
    return std::move(*rejection);
  }
  Page page;
  page.source = file.source;
  page.url = file.url;
  page.id = PageId({}, file.url, file.source);
  page.content = std::get<std::string>(std::move(text));
  page.fetched_after = file.fetched_after;
  return page;
}

class DocumentReader final : public Reader {
 public:
  DocumentReader(InputFile file, DocumentKind kind, const ReadLimits& limits)
      : file_(std::move(file)), kind_(kind), limits_(limits) {}

  FetchStep Fetch() override {
    if (std::exchange(done_, true)) return EndOfInput{};
    // Not opened before: pages wait in thousands, descriptors are few.
    return FetchedPage{file_.source, file_.bytes,
                       [file = file_, kind = kind_, limits = limits_] {
                         return ReadFile(file, kind, limits);
                       }};
  }

  std::uint64_t bytes_read() const override { return done_ ? file_.bytes : 0; }

 private:
  InputFile file_;
  DocumentKind kind_;
  ReadLimits limits_;
  bool done_ = false;
};

}  // namespace

std::variant<std::string, Rejection> ReadDocument(DocumentKind kind,
                                                  std::string_view bytes,
                                                  const ReadLimits& limits) {
  const Result<InputDescriptor> fd = HoldInMemory(bytes);
  if (!fd) {
    return Rejection{"", 0, "unreadable", fd.error().message, fd.error().hint};
  }
  return ReadFrom(kind, *fd, limits);
}

std::unique_ptr<Reader> MakeDocumentReader(const InputFile& file,
                                           DocumentKind kind,
                                           const ReadLimits& limits) {
  return std::make_unique<DocumentReader>(file, kind, limits);
}

}  // namespace tracuu
