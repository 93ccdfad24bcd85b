#ifndef TRACUU_INDEXER_READERS_FILE_READER_H_
#define TRACUU_INDEXER_READERS_FILE_READER_H_

// Reads a .txt or .html file: one file, one page.

#include <memory>

#include "indexer/readers/byte_source.h"
#include "indexer/readers/reader.h"

namespace tracuu {

std::unique_ptr<Reader> MakeFileReader(const InputFile& file, PageFormat format,
                                       const ReadLimits& limits,
                                       std::unique_ptr<ByteSource> bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_FILE_READER_H_
