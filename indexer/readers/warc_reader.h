#ifndef TRACUU_INDEXER_READERS_WARC_READER_H_
#define TRACUU_INDEXER_READERS_WARC_READER_H_

// Reads a .warc, .warc.gz or .warc.zst, as Heritrix, wget and browsertrix
// write them: one page for each record that holds one.
//
//   response    an HTTP answer of status 200 with HTML or plain text
//   resource    the same without HTTP around it
//   conversion  text that somebody made of a page
//
// All other records (requests, redirects, pictures, metadata) hold no page and
// are passed over, as files of other kinds in a folder are; so are revisits,
// which say that a page had not changed since an earlier record, and
// robots.txt. A response that the crawler cut off (WARC-Truncated, or the
// first segment of several) is a page as far as it goes.
//
// The page's time of capture is WARC-Date.

#include <memory>

#include "indexer/readers/reader.h"
#include "indexer/readers/warc_source.h"

namespace tracuu {

std::unique_ptr<Reader> MakeWarcReader(const InputFile& file,
                                       const ReadLimits& limits,
                                       std::unique_ptr<WarcSource> bytes);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_WARC_READER_H_
