#ifndef TRACUU_INDEXER_READING_LINE_H_
#define TRACUU_INDEXER_READING_LINE_H_

// A line of a page with what can be told from the line alone. Crawled text is
// dumped one block a line, so a line is a paragraph, a heading, a menu item or
// a caption.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading/portal_phrases.h"
#include "indexer/reading/stamp_line.h"

namespace tracuu {

// A line with more of its text in links is an item of a list, per cent.
inline constexpr std::uint8_t kMostlyLinks = 60;
// The longest item of a menu.
inline constexpr std::uint32_t kMenuItemWords = 8;

struct Line {
  std::uint32_t begin = 0;  // Byte range in the page's text, trimmed.
  std::uint32_t end = 0;
  std::uint32_t chars = 0;  // Code points.
  std::uint32_t words = 0;  // Runs of non-space.
  std::string key;          // FoldedKey(); empty for long lines.
  Phrase phrase = Phrase::kNone;
  StampLine stamp;
  bool is_list_item = false;  // Ends in a date: "… (30/07/2019)".
  bool is_technical = false;  // A path, an identifier, a number, code.
  bool is_upper = false;      // Capital letters only, three words or more.
  bool is_name = false;       // Two to five capitalised words: an author.
  bool has_marks = false;     // Vietnamese letters.
  bool starts_lower = false;
  bool ends_sentence = false;
  std::uint32_t sentences = 0;  // Sentence ends inside the line.
  std::uint32_t commas = 0;
  // From the markup; 0 for plain text.
  std::uint32_t hints = 0;  // HtmlHint bits.
  std::uint8_t heading = 0;
  std::uint8_t link_percent = 0;
};

// Reads text[begin, end), which holds no line feed. Surrounding space and
// bullets are trimmed; a line of nothing else has begin == end.
Line ReadLine(std::string_view text, std::uint32_t begin, std::uint32_t end);

// The lines of a text that are not empty.
std::vector<Line> SplitLines(std::string_view text);

// True for a line that is a stamp by itself.
inline bool IsStamp(const Line& line) {
  return line.stamp.shape >= StampShape::kBare;
}

// True for a line that its place may make a stamp, or that is one.
inline bool HasStamp(const Line& line) {
  return line.stamp.shape != StampShape::kNone;
}

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_LINE_H_
