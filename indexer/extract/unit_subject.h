#ifndef TRACUU_INDEXER_EXTRACT_UNIT_SUBJECT_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_SUBJECT_H_

// Which verb a body, or whoever holds an office in it, is the subject of.

#include <cstddef>

#include "indexer/extract/article_view.h"
#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {

// "Ban Thường vụ X" and "Thường trực X" speak and act as X. Returns the first
// token of such words in front of `first`.
std::size_t SkipInnerBody(const ArticleView& view, std::size_t first);

// The verb whose subject the mention that ends before `next` is. Names of
// persons, terms of office and remarks may stand between.
VerbKind VerbAfter(const ArticleView& view, std::size_t next,
                   std::size_t reach);

// Only whoever leads the meeting makes his office a holder of the event.
VerbKind OfficeVerb(const ArticleView& view, std::size_t next);

// "Cách chức |Bí thư Thành ủy X|", "|Phó Bí thư Huyện ủy X| bị cảnh cáo",
// "… được bầu": the holder of the office has it done to him.
// The office begins at token `first`, the body's name ends before `next`.
bool IsPatient(const ArticleView& view, std::size_t first, std::size_t next);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_SUBJECT_H_
