#include "indexer/readers/document_reader.h"

#include <utility>

#include "common/base/log.h"
#include "indexer/readers/docx_reader.h"
#include "indexer/readers/pdf_reader.h"

namespace tracuu {
namespace {

std::variant<std::string, Rejection> ReadFrom(DocumentKind kind,
                                              const InputDescriptor& fd,
                                              const ReadLimits& limits) {
  return kind == DocumentKind::kDocx ? ReadDocx(fd, limits)
                                     : ReadPdf(fd, limits);
}

class DocumentReader final : public Reader {
 public:
  DocumentReader(InputFile file, DocumentKind kind, const ReadLimits& limits,
                 InputDescriptor fd)
      : file_(std::move(file)),
        kind_(kind),
        limits_(limits),
        fd_(std::move(fd)) {}

  ReadStep Next() override {
    if (std::exchange(done_, true)) return EndOfInput{};
    auto text = ReadFrom(kind_, fd_, limits_);
    if (auto* rejection = std::get_if<Rejection>(&text)) {
      rejection->source = file_.source;
      rejection->message = Printable(file_.source) + ": " + rejection->message;
      return std::move(*rejection);
    }
    Page page;
    page.source = file_.source;
    page.url = file_.url;
    page.id = PageId({}, file_.url, file_.source);
    page.content = std::get<std::string>(std::move(text));
    page.fetched_after = file_.fetched_after;
    return page;
  }

  std::uint64_t bytes_read() const override { return done_ ? fd_.bytes() : 0; }

 private:
  InputFile file_;
  DocumentKind kind_;
  ReadLimits limits_;
  InputDescriptor fd_;
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
                                           const ReadLimits& limits,
                                           InputDescriptor fd) {
  return std::make_unique<DocumentReader>(file, kind, limits, std::move(fd));
}

}  // namespace tracuu
