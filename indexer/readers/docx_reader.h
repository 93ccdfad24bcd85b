#ifndef TRACUU_INDEXER_READERS_DOCX_READER_H_
#define TRACUU_INDEXER_READERS_DOCX_READER_H_

// Reads a .docx file: one file, one page of text. The archive is opened by
// libarchive, the XML by libxml2; pictures and fonts are never unpacked.

#include <memory>

#include "indexer/readers/input_descriptor.h"
#include "indexer/readers/reader.h"

namespace tracuu {

std::unique_ptr<Reader> MakeDocxReader(const InputFile& file,
                                       const ReadLimits& limits,
                                       InputDescriptor fd);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DOCX_READER_H_
