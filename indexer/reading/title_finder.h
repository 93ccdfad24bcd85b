#ifndef TRACUU_INDEXER_READING_TITLE_FINDER_H_
#define TRACUU_INDEXER_READING_TITLE_FINDER_H_

// Which line is the article's title: the one above the paragraphs that fits
// best. It stands beside a stamp, says what the first paragraphs say, is a
// heading or is what the page's metadata calls it. The site's own name stands
// above the article too, and browsers show it as the page's title; but it
// stands in the footer as well, and that tells it apart.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/reading/label_lines.h"
#include "indexer/reading/line.h"

namespace tracuu {

// The article's paragraphs, as indices of lines; `count` 0 if there are none.
struct Paragraphs {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t count = 0;
};

struct TitleSearch {
  const ArticleClue& clue;
  Paragraphs paragraphs;
  bool need_marks = true;  // The page is Vietnamese; its title is too.
  bool is_clean = false;   // No portal around the article.
};

// Nothing if no line will do. Thread-safe.
std::optional<std::size_t> FindTitle(std::string_view text,
                                     const std::vector<Line>& lines,
                                     const TitleSearch& search);

// True if the line stands below line `last` again, whole or as the beginning
// of an address: the site's name in its footer.
bool StandsInFooter(const Line& line, const std::vector<Line>& lines,
                    std::size_t last);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_TITLE_FINDER_H_
