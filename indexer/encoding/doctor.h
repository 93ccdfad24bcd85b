#ifndef TRACUU_INDEXER_ENCODING_DOCTOR_H_
#define TRACUU_INDEXER_ENCODING_DOCTOR_H_

// Finds text that was read in the wrong encoding, and reads it again.
//
//   "B¶o vÖ nÒn t¶ng"     TCVN3 that was taken for windows-1252
//   "Baûo veä neàn taûng" VNI
//   "Báº£o vá»‡"          UTF-8, the same way; also twice and three times over
//   "B¶o"                 raw bytes, once ReadAsWindows1252() has made
//                         them text
//
// What was meant shows in the result: Vietnamese spelling allows some thousand
// syllables, and the wrong encoding hits few of them. Of the words that hold
// more than ASCII, 0.98 are syllables in an article that is read right and 0.1
// to 0.3 in one that is not. A treatment must therefore bring at least 0.8 to
// be syllables, and 0.3 more than there were; else the text stays as it is.
// Text that is well is never touched.
//
// Everything here is thread-safe.

#include <string>
#include <string_view>
#include <vector>

#include "indexer/encoding/legacy_charset.h"

namespace tracuu {

// How the text came about, to be undone: `utf8_rounds` times UTF-8 that was
// taken for windows-1252, and below that, if `legacy`, bytes in `charset`.
struct Treatment {
  int utf8_rounds = 0;
  bool legacy = false;
  LegacyCharset charset = LegacyCharset::kTcvn3;
  // The text also holds words that nobody misread, with letters that no byte
  // stands for: a new page round an old article.
  bool is_mixed = false;

  bool is_none() const { return utf8_rounds == 0 && !legacy; }
  // "tcvn3"; "utf-8 as windows-1252"; with " (2 times)" or both joined by "+".
  std::string Name() const;
};

// What `text` needs; none if it is well, if nothing helps clearly, or if it
// has too few words to tell. Linear in the text, and quick if it is well.
Treatment Diagnose(std::string_view text);

// True if `text` holds words that nobody misread: syllables with letters that
// no byte stands for.
bool HoldsWellWords(std::string_view text);

// Treats `text`. Where it is mixed this goes line by line, and a line that is
// no better for it stays as it is.
std::string Treat(std::string_view text, const Treatment& treatment);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_ENCODING_DOCTOR_H_
