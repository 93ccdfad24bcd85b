#ifndef TRACUU_INDEXER_EXTRACT_UNIT_INSTITUTION_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_INSTITUTION_H_

// Schools, hospitals, firms and stations have names of their own that no table
// lists: "Trung tâm Khuyến nông", "Trường Tiểu học …", "Bệnh viện đa khoa khu
// vực …". They matter as the owners of party cells. Such a name is a word for
// the sort of institution, then words in lower case up to the first capital,
// then capitalised words, where a lone capital syllable may draw the second
// syllable of its word along ("Khuyến nông").

#include <cstddef>
#include <string_view>

#include "indexer/extract/article_view.h"

namespace tracuu::extract {

// Tokens of the institution's name at `first`; 0 if there is none, or if it is
// only the sort ("chi bộ trường").
std::size_t InstitutionAt(const ArticleView& view, std::size_t first);

// Tokens of a name of this shape at `first`, from its first capital on: "Kinh
// tế Quốc dân", "Khoa học Xã hội và Nhân văn"; 0 if there is none.
std::size_t InstitutionNameAt(const ArticleView& view, std::size_t first);

// The word for a sort of institution at `first`, in any case, as the names of
// institutions have it: "nhà trường" is "trường". Empty if there is none.
struct SortMatch {
  std::string_view sort;
  std::size_t length = 0;
};
SortMatch InstitutionSortAt(const ArticleView& view, std::size_t first);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_INSTITUTION_H_
