#ifndef TRACUU_INDEXER_READING_CAPITAL_FONT_H_
#define TRACUU_INDEXER_READING_CAPITAL_FONT_H_

// TCVN3 has no capitals with tones. Its fonts whose name ends in H (hoa) draw
// small letters as capitals instead: "§¶NG Bé" in .VnTimeH is "ĐẢNG BỘ". So the
// case is in the markup, and must wait there until the letters are known: the
// child that parses HTML sets marks round such text, and whoever has decoded it
// takes them. Both marks are blanks that no text of a block holds otherwise, so
// that decoding passes over them. Thread-safe.

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

inline constexpr char kCapitalsBegin = '\v';
inline constexpr char kCapitalsEnd = '\f';

// True for ".VnTimeH", ".VnArialH" …
bool IsCapitalFont(std::string_view family);

// The first font that `element` itself asks for, by <font face> or its style;
// nothing if it leaves that to the elements around it.
std::optional<std::string> StatedFont(const GumboElement& element);

// `text` without marks; what stands between them in capitals, if `is_tcvn3`.
std::string TakeCapitalMarks(std::string_view text, bool is_tcvn3);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_CAPITAL_FONT_H_
