#ifndef TRACUU_INDEXER_READERS_DOCX_READER_H_
#define TRACUU_INDEXER_READERS_DOCX_READER_H_

// Reads a .docx document. The archive is opened by libarchive, the XML by
// libxml2; pictures and fonts are never unpacked. Thread-safe.

#include <string>
#include <variant>

#include "indexer/readers/input_descriptor.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// The text of the document in `fd`, from its beginning; a rejection
// ("bad-docx", "encrypted", "too-large") has no source.
std::variant<std::string, Rejection> ReadDocx(const InputDescriptor& fd,
                                              const ReadLimits& limits);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DOCX_READER_H_
