#ifndef TRACUU_INDEXER_READERS_DECODE_H_
#define TRACUU_INDEXER_READERS_DECODE_H_

// From the bytes of a text or HTML file to UTF-8.
//
// A byte-order mark decides; then the bytes: what is UTF-8 is UTF-8, whatever
// was declared, and a few bytes lost where a crawler cut a string are left for
// RepairUnicode(). Of what is not, the legacy Vietnamese encodings are known by
// what they decode to (indexer/encoding/doctor.h): they mostly declare nothing,
// or a lie. Only then does the declared charset count, HTTP's before <meta>'s.
// What remains is refused: taken for UTF-8 it would fill the index with words
// nobody can find.

#include <string>
#include <string_view>
#include <variant>

#include "indexer/readers/page.h"

namespace tracuu {

struct DecodedText {
  std::string text;  // UTF-8, a few broken bytes aside; NUL is a space.
  // What it was if neither UTF-8 nor marked as UTF-16: "tcvn3", "windows-1258",
  // "utf-16" …
  std::string repair;
};

// Returns the text, or a rejection ("not-utf8", "binary") whose `source` is
// empty. `declared` is the charset of the HTTP head, if any, in lower case.
// Thread-safe.
std::variant<DecodedText, Rejection> DecodeToUtf8(
    std::string bytes, PageFormat format, std::string_view declared = {});

// Moves text and repair into `page`.
void SetDecoded(DecodedText decoded, Page* page);

// The charset a <meta> element in the first 1,024 bytes declares, in lower
// case; empty if there is none.
std::string DeclaredCharset(std::string_view html);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READERS_DECODE_H_
