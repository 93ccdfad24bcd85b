#ifndef TRACUU_INDEXER_READERS_JSONL_READER_H_
#define TRACUU_INDEXER_READERS_JSONL_READER_H_

// Reads a .jsonl file: one record a line, one page a record. A bad line costs
// a rejection and the reading goes on with the next; a line longer than
// ReadLimits::max_line_bytes is skipped without being held.

#include <memory>

#include "indexer/readers/byte_source.h"
#include "indexer/readers/reader.h"

namespace tracuu {

std::unique_ptr<Reader> MakeJsonlReader(const InputFile& file,
                                        const ReadLimits& limits,
                                        std::unique_ptr<ByteSource> bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_JSONL_READER_H_
