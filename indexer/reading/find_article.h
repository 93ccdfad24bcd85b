#ifndef TRACUU_INDEXER_READING_FIND_ARTICLE_H_
#define TRACUU_INDEXER_READING_FIND_ARTICLE_H_

// Where on a page the article is: its paragraphs, its title, its end. See
// label_lines.h for the thinking.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/reading/label_lines.h"
#include "indexer/reading/line.h"

namespace tracuu {

struct ArticlePlace {
  std::optional<std::size_t> title;  // All are indices of lines.
  // First and last paragraph; nothing on pages of a title and a download.
  std::optional<std::size_t> first_paragraph;
  std::optional<std::size_t> last_paragraph;
  // The lines [begin, end) are the article: title, paragraphs and what stands
  // among and right after them. Empty where there is no article.
  std::size_t begin = 0;
  std::size_t end = 0;
};

ArticlePlace FindArticle(std::string_view text, const std::vector<Line>& lines,
                         const ArticleClue& clue);

// Long enough and punctuated like prose. `need_marks` refuses text without
// Vietnamese letters.
bool IsParagraph(const Line& line, bool need_marks);

// True where the markup says that the line is no part of an article.
bool HasChromeHint(const Line& line);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_FIND_ARTICLE_H_
