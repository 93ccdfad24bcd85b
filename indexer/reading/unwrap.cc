#include "indexer/reading/unwrap.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace tracuu {
namespace {

// Columns of wrapped text, in characters.
constexpr std::size_t kNarrowest = 50;
constexpr std::size_t kWidest = 120;
// Lines that must have been broken, for the habit to show.
constexpr std::size_t kFewestBreaks = 5;
// Of the lines that go on in the next one, at least so many must have had no
// room for its first word, and of all lines so few may be longer; per cent.
constexpr std::size_t kLeastFull = 85;
constexpr std::size_t kMostLonger = 5;

// Characters by which hands and programs differ on where the column is.
constexpr std::size_t kSlack = 6;

struct RawLine {
  std::size_t begin = 0;  // Byte range without the line feed.
  std::size_t end = 0;
  std::size_t chars = 0;
};

std::size_t CountChars(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

std::vector<RawLine> SplitRaw(std::string_view text) {
  std::vector<RawLine> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back({at, end, CountChars(text.substr(at, end - at))});
    at = end + 1;
  }
  return lines;
}

class Unwrapper {
 public:
  explicit Unwrapper(std::string_view text)
      : text_(text), lines_(SplitRaw(text)) {
    width_ = Width();
  }

  bool IsWrapped() const {
    if (width_ < kNarrowest || width_ > kWidest) return false;
    std::size_t full = 0;
    std::size_t going_on = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!GoesOn(i)) continue;
      ++going_on;
      if (HadNoRoom(i)) ++full;
    }
    return full >= kFewestBreaks && full * 100 >= going_on * kLeastFull;
  }

  // The line feed behind line `i` is a break at the column.
  bool IsBreak(std::size_t i) const {
    return i + 1 < lines_.size() && lines_[i].chars > 0 &&
           lines_[i + 1].chars > 0 && HadNoRoom(i);
  }

  const std::vector<RawLine>& lines() const { return lines_; }

 private:
  // The column: the longest line, but for a few that could not be broken.
  std::size_t Width() const {
    std::vector<std::size_t> lengths;
    for (const RawLine& line : lines_) {
      if (line.chars > 0) lengths.push_back(line.chars);
    }
    if (lengths.empty()) return 0;
    std::sort(lengths.begin(), lengths.end());
    return lengths[(lengths.size() - 1) * (100 - kMostLonger) / 100];
  }

  // A long line in the middle of a sentence: the next begins in lower case.
  bool GoesOn(std::size_t i) const {
    const RawLine& line = lines_[i];
    const RawLine& next = lines_[i + 1];
    if (line.chars < kNarrowest / 2 || next.chars == 0) return false;
    const char first = text_[next.begin];
    return first >= 'a' && first <= 'z';
  }

  bool HadNoRoom(std::size_t i) const {
    const RawLine& next = lines_[i + 1];
    const std::string_view text =
        text_.substr(next.begin, next.end - next.begin);
    const std::size_t word = CountChars(text.substr(0, text.find(' ')));
    return lines_[i].chars + 1 + word + kSlack > width_;
  }

  std::string_view text_;
  std::vector<RawLine> lines_;
  std::size_t width_ = 0;
};

}  // namespace

std::string Unwrap(std::string text) {
  const Unwrapper unwrapper(text);
  if (!unwrapper.IsWrapped()) return text;
  std::string unwrapped = text;
  const std::vector<RawLine>& lines = unwrapper.lines();
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (unwrapper.IsBreak(i)) unwrapped[lines[i].end] = ' ';
  }
  return unwrapped;
}

}  // namespace tracuu
