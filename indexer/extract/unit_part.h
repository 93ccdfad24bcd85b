#ifndef TRACUU_INDEXER_EXTRACT_UNIT_PART_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_PART_H_

// The part a body plays in the sentence that names it. A body in passing
// ("chuyện ở Huyện ủy bên") plays none; whoever does, says or is asked
// something does, and so does who sends its leaders to a meeting.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/extract/article_view.h"

namespace tracuu::extract {

enum class UnitPart : std::uint8_t {
  kNone,
  kSubject,  // "Hội Phụ nữ huyện vận hành …"
  kAgent,   // "do Ban Tuyên giáo trình bày", "được Huyện ủy chọn"
  kSource,  // "Theo Ban Tổ chức Huyện ủy, …"
  kSpokesman,  // "Đại diện Quận ủy đề nghị …"
  kAttends,    // "Dự họp có lãnh đạo UBND tỉnh, …"
  kAsked,      // "giao UBND huyện rà soát …"
  kPartner,    // "phối hợp với Huyện đoàn …"
  kVisits,     // "đoàn công tác của … đến trao đổi kinh nghiệm"
};

// The part of the body whose name, with the words for its inner body and for
// an office, takes the tokens [first, next). `spokesman`: the office is that
// of an unnamed leader or representative.
UnitPart PartOf(const ArticleView& view, std::size_t first, std::size_t next,
                bool spokesman);

// The token behind what may stand between a name that ends before `next` and
// its predicate: "(tỉnh Quảng Ninh)", ", tỉnh Ninh Thuận".
std::size_t SkipApposition(const ArticleView& view, std::size_t next);

// True if a predicate begins at token i: a word in lower case that is no
// preposition and no part of a name.
bool PredicateAt(const ArticleView& view, std::size_t i);

// "subject" … for the names of rules; empty for kNone.
std::string_view PartName(UnitPart part);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_PART_H_
