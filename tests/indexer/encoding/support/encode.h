#ifndef TRACUU_TESTS_INDEXER_ENCODING_SUPPORT_ENCODE_H_
#define TRACUU_TESTS_INDEXER_ENCODING_SUPPORT_ENCODE_H_

// Writes text in the legacy encodings, which the indexer only reads.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/encoding/legacy_charset.h"

namespace tracuu::test {

// `text` as somebody would have typed it into that encoding: composed, with
// ASCII for the quotation marks and dashes it has not, and, in TCVN3, small
// letters for the capitals that only its fonts drew.
std::string Carriable(std::string_view text, LegacyCharset charset);

// REQUIRES: all of `text` is Carriable().
std::string Encode(std::string_view text, LegacyCharset charset);

// UTF-16 without a mark.
std::string Utf16(std::string_view text, bool little);

// The texts of the sample corpus: files and records, as they are.
std::vector<std::string> CorpusTexts();

// All 134 letters beyond ASCII of the alphabet.
std::vector<std::string> VietnameseLetters();

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_ENCODING_SUPPORT_ENCODE_H_
