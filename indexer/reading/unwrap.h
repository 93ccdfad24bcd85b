#ifndef TRACUU_INDEXER_READING_UNWRAP_H_
#define TRACUU_INDEXER_READING_UNWRAP_H_

// Dumps of mail, PDF and old printers break lines at a column, so that a
// paragraph is many lines and none looks like one. The breaks show: nearly all
// long lines end at the same column, where the next word did not fit.

#include <string>

namespace tracuu {

// Returns `text` with a blank for each such line feed, byte for byte as long;
// texts that are not broken at a column come back as they are.
std::string Unwrap(std::string text);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_UNWRAP_H_
