#ifndef TRACUU_INDEXER_READERS_PDF_READER_H_
#define TRACUU_INDEXER_READERS_PDF_READER_H_

// Reads the text layer of a PDF document.
//
// pdftotext (poppler-utils) does it, in a process of its own with limits on
// memory and time that may die: PDF is the format in which parsers are broken
// into. It gets the open file and nothing else: no name, no network use, no
// file of ours to write. Thread-safe.

#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/input_descriptor.h"
#include "indexer/readers/reader.h"

namespace tracuu {

// The text of the document in `fd`, from its beginning; a rejection ("bad-pdf",
// "encrypted", "no-text", "no-pdf-tool", "too-large") has no source.
std::variant<std::string, Rejection> ReadPdf(const InputDescriptor& fd,
                                             const ReadLimits& limits);

// Joins the lines of a paragraph, which in a PDF end where the page does: a
// line that is nearly as long as the others and does not end a sentence goes
// on in the next, and so does one whose next begins in lower case.
std::string JoinPdfLines(std::string_view text);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_PDF_READER_H_
