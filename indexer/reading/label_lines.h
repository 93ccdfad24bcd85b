#ifndef TRACUU_INDEXER_READING_LABEL_LINES_H_
#define TRACUU_INDEXER_READING_LABEL_LINES_H_

// Decides what each line of a page is.
//
// A crawled page is a menu, an article, lists of other articles, counters and
// a footer, one after the other. Paragraphs (long lines of sentences) are sure
// marks of the article; the densest group of them is it. The title is the
// line above that fits best: after or before the stamp, about what the first
// paragraphs are about. The article ends where a known heading ("Tin đã đưa"),
// the footer or a run of menu items begins. What is in between is the
// article's, short or long: losing a paragraph is worse than keeping a line
// too many.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/domain/article.h"
#include "indexer/reading/line.h"

namespace tracuu {

struct LabelledLines {
  std::vector<BlockRole> roles;      // One for each line.
  std::optional<std::size_t> title;  // Index of the title's line.
};

// What is known of the article before its lines are read, by a record or the
// page's metadata. Anything may be empty.
struct ArticleClue {
  std::string_view text;  // The title.
  // True if the title stands in the first line because it was put there.
  bool is_first_line = false;
  std::string_view description;  // The lead, perhaps cut.
  std::string_view author;
  std::string_view site_name;
};

// `lines` are SplitLines(text). Thread-safe.
LabelledLines LabelLines(std::string_view text, const std::vector<Line>& lines,
                         const ArticleClue& clue);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_LABEL_LINES_H_
