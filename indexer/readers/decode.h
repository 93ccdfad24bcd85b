#ifndef TRACUU_INDEXER_READERS_DECODE_H_
#define TRACUU_INDEXER_READERS_DECODE_H_

// From the bytes of a text or HTML file to UTF-8.
//
// Nearly all of our crawls are UTF-8, some with a few bytes lost where a
// crawler cut a string; those few are left for RepairUnicode(). UTF-16 comes
// with a byte-order mark, windows-1258 only with a <meta charset>. The legacy
// Vietnamese code pages (TCVN3, VNI …) declare nothing and are refused: taken
// for UTF-8 they would fill the index with words nobody can find.

#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/page.h"

namespace tracuu {

// Returns the text, with NUL bytes replaced by spaces, or a rejection
// ("not-utf8", "binary") whose `source` is empty. Thread-safe.
std::variant<std::string, Rejection> DecodeToUtf8(std::string bytes,
                                                  PageFormat format);

// The charset a <meta> element in the first 1,024 bytes declares, in lower
// case; empty if there is none.
std::string DeclaredCharset(std::string_view html);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DECODE_H_
