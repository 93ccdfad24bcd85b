#ifndef TRACUU_INDEXER_EXTRACT_UNIT_MENTION_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_MENTION_H_

// Every mention of a body in the searched blocks, with what its sentence says
// about the part it plays: does it hold the event, is one of its leaders
// present, is it only the issuer of a cited document?

#include <cstdint>
#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/unit_lexicon.h"
#include "indexer/extract/unit_name.h"
#include "indexer/extract/unit_part.h"

namespace tracuu::extract {

struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct UnitMention {
  UnitName name;
  OfficeKind office = OfficeKind::kNone;  // "Bí thư Tỉnh ủy" → kLeader
  VerbKind verb = VerbKind::kNone;        // What it is the subject of.
  UnitPart part = UnitPart::kNone;        // In its sentence.
  bool cited = false;       // "Nghị quyết 35 của Bộ Chính trị"
  bool delegation = false;  // "Đoàn công tác của …"
  bool informal = false;    // Its head in lower case
  std::size_t phrase = 0;   // Its first token, with office and inner body.
  std::uint32_t begin = 0;  // Bytes
  std::uint32_t end = 0;
};

// In text order; bodies inside other names ("Ban Tuyên giáo Tỉnh ủy") count
// once, as the whole.
// `citations` are the byte ranges of cited documents; an issuer inside one of
// them does not act.
std::vector<UnitMention> FindUnits(const ArticleView& view,
                                   const std::vector<ByteRange>& citations);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_MENTION_H_
