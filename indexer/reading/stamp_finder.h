#ifndef TRACUU_INDEXER_READING_STAMP_FINDER_H_
#define TRACUU_INDEXER_READING_STAMP_FINDER_H_

// Which line says when the article was published. Every line with a date near
// the article is a candidate; what it says of itself (stamp_line.h) and where
// it stands count together: best right below the title, good right above it,
// fair behind the lead or at the article's end. What may be the visitor's clock
// counts less, and not at all where the news would be old on its day.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/reading/find_article.h"
#include "indexer/reading/line.h"

namespace tracuu {

// The index of the stamp's line; nothing if no line will do. Thread-safe.
std::optional<std::size_t> FindStamp(std::string_view text,
                                     const std::vector<Line>& lines,
                                     const ArticlePlace& place);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_STAMP_FINDER_H_
