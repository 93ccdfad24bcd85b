#ifndef TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_

// Finds the words of common/domain/unit_words.h in an article: heads ("Ban Chỉ
// đạo", "Sở"), the fields of departments and ministries ("Nội vụ"), titles of
// office ("Phó Trưởng"), verbs that show who acts ("tổ chức").

#include <cstddef>
#include <string_view>

#include "common/domain/unit_words.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

struct HeadMatch {
  const UnitHead* head = nullptr;
  std::size_t length = 0;
};
// The longest head that starts at token `first`, in any case.
HeadMatch HeadAt(const ArticleView& view, std::size_t first);

// The field of a department or ministry ("Nội vụ", "LĐ-TB&XH") at token
// `first`: its canonical name and length; empty if there is none.
struct FieldMatch {
  std::string_view canonical;
  std::size_t length = 0;
};
FieldMatch FieldAt(const ArticleView& view, std::size_t first);

struct OfficeMatch {
  OfficeKind kind = OfficeKind::kNone;
  std::size_t length = 0;
};
// The longest office that ends right before token `end`.
OfficeMatch OfficeBefore(const ArticleView& view, std::size_t end);

struct VerbMatch {
  VerbKind kind = VerbKind::kNone;
  std::size_t length = 0;
};
VerbMatch VerbAt(const ArticleView& view, std::size_t first);

// True for a word that cannot belong to a name, so that the name has ended:
// verbs, "và", "về", "đã" …
bool EndsName(const ArticleView& view, std::size_t i);

// The type of district whose committee or union `base` ends with: "thị xã" for
// a Thị ủy; empty for other bodies.
std::string_view TypeOfCommittee(std::string_view base);

// True if the word at `i` is "Trung ương" in any of its spellings; sets
// `length` to its tokens.
bool CentralAt(const ArticleView& view, std::size_t i, std::size_t& length);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_LEXICON_H_
