#ifndef TRACUU_INDEXER_READERS_DOCUMENT_READER_H_
#define TRACUU_INDEXER_READERS_DOCUMENT_READER_H_

// Documents that hold more than their text, PDF and Word: each is one page of
// text, whether it is a file or lies in a WARC.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/reader.h"

namespace tracuu {

enum class DocumentKind : std::uint8_t { kDocx, kPdf };

// The text of the document `bytes`; a rejection has no source and an offset of
// 0. Thread-safe.
std::variant<std::string, Rejection> ReadDocument(DocumentKind kind,
                                                  std::string_view bytes,
                                                  const ReadLimits& limits);

// The file is opened when its page is finished.
std::unique_ptr<Reader> MakeDocumentReader(const InputFile& file,
                                           DocumentKind kind,
                                           const ReadLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DOCUMENT_READER_H_
