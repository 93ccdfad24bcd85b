#ifndef TRACUU_COMMON_TEXT_ANALYZE_H_
#define TRACUU_COMMON_TEXT_ANALYZE_H_

// Analyze() is the only door to text: the indexer sends articles through it
// and the server sends queries, so both mean the same thing by "the same
// word". Nothing else in the project lower-cases, normalises or splits text.
//
// What counts as the same word:
//
//   "Đảng"  "đảng"  "ĐẢNG"  "Ðảng" (U+00D0)  NFC or NFD  "đảng" in any
//   order of marks                       → exact "đảng"
//   "hoà" and "hòa", "thuỷ" and "thủy"   → exact "hòa", "thủy"
//   all of "đảng" "dang" "đang" "dâng"   → folded "dang"
//
// See docs/vietnamese-text.md for the rules and where they come from.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

// How the letters of a token were written in the text.
enum class LetterCase : std::uint8_t {
  kNone,     // no letters: "2021"
  kLower,    // "đảng"
  kCapital,  // "Đảng"; a single capital letter counts as kUpper
  kUpper,    // "ĐẢNG", "TW"
  kMixed,    // "QĐi", "iPhone"
};

// One syllable, number or foreign word. Positions are the index in
// Analysis::tokens, so adjacent tokens have adjacent positions and
// punctuation between them does not count ("cán bộ, đảng viên").
struct Token {
  std::uint32_t begin = 0;  // Byte range in the text given to Analyze().
  std::uint32_t end = 0;
  LetterCase letter_case = LetterCase::kNone;
  bool marked = false;   // Written with a tone, a vowel mark or đ.
  bool numeric = false;  // Digits only (also 1.234.567 and 3,5).
  std::string exact;     // Canonical spelling, lower case, NFC.
  std::string folded;    // Without marks. Equals `exact` if it has none.
};

// What a run of tokens means together.
enum class SpanKind : std::uint8_t {
  kDocumentSymbol,  // "35-NQ/TW", "18/NQ-CP", "202/2025/QH15"
  kDate,            // "22/10/2018", "ngày 22 tháng 10 năm 2018"
};

// A document symbol or a date that covers tokens [first, first + count). It
// comes on top of the tokens; they stay searchable one by one.
struct Span {
  SpanKind kind = SpanKind::kDocumentSymbol;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t begin = 0;  // Byte range in the text given to Analyze().
  std::uint32_t end = 0;
  // kDocumentSymbol: lower case with marks ("08-qđi/tw"), TƯ and T.Ư as "tw",
  // separators as the issuing system has them: "35-nq/tw" (party), "18/nq-cp"
  // (state), "202/2025/qh15" (law); numbers below ten have two digits
  // ("5-CT/TW" and "05-CT/TW" are both "05-ct/tw"), as they are printed. Of
  // "18, 19-NQ/TW" the 18 is a span of its own, "18-nq/tw".
  // kDate: ISO 8601, "2018-10-22"; only real days of the years 1600 to 2199.
  std::string canonical;
};

struct Analysis {
  std::vector<Token> tokens;  // In text order.
  std::vector<Span> spans;    // In text order.
};

// Splits `text` into tokens. Accepts any bytes: what is not valid UTF-8
// separates tokens. Never throws but for lack of memory; linear in the size
// of `text`, which must be shorter than 4 GiB. Thread-safe.
//
// Apostrophes inside a word join (M'Drắk is "mdrắk"), all other punctuation
// separates. NQ35 and 35NQ are two tokens, as the labels of documents (kinds,
// TW) stand beside a number with or without a space; lop5, H5N1 and bo65 stay
// whole, because a syllable typed in raw VNI looks like them.
//
// A token is at most 64 bytes of canonical form; what is longer is cut into
// several tokens, so that no term can exceed Xapian's limit of 245 bytes.
Analysis Analyze(std::string_view text);

// Repairs the Unicode of crawled text for storing and showing, without
// changing how any word is spelt: broken UTF-8 becomes U+FFFD, NFC (also for
// doubled and misordered marks), look-alike letters such as U+00D0 in
// Vietnamese words become what they stand for, zero-width characters and soft
// hyphens go, NUL and other control characters but \n and \t become spaces,
// NBSP becomes a space, \r\n becomes \n.
//
// Analyze(RepairUnicode(x)) has the same exact and folded forms, and the same
// canonical spans, as Analyze(x).
std::string RepairUnicode(std::string_view text);

// Returns the exact (folded) forms of the tokens of `text`, joined by single
// spaces: the key for comparing names without regard to case, tone placement,
// Unicode form and punctuation (and, when folded, marks).
//
//   ExactKey("Đảng uỷ Khối") == ExactKey("đảng ủy khối") == "đảng ủy khối"
std::string ExactKey(std::string_view text);
std::string FoldedKey(std::string_view text);

// Changes whenever Analyze() would give another result for some text. Kept in
// each snapshot; a server refuses a snapshot analysed differently from the way
// it would analyse a query.
inline constexpr std::string_view kAnalyzerVersion = "1";

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_ANALYZE_H_
