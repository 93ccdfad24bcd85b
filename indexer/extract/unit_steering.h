#ifndef TRACUU_INDEXER_EXTRACT_UNIT_STEERING_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_STEERING_H_

// The names of steering committees. They are told apart by a number ("Ban Chỉ
// đạo 35", after Resolution 35-NQ/TW) or by their task, which can be as long as
// a resolution's title: "BCĐ về tăng cường bảo vệ nền tảng tư tưởng của Đảng,
// … (BCĐ 35) của Tỉnh ủy". The number is part of the name, not a citation.

#include "indexer/extract/unit_parts.h"

namespace tracuu::extract {

// Completes `unit`, whose head "Ban Chỉ đạo" is read; `parse_owner` reads the
// body that owns the committee. False if neither number nor task follows.
bool ParseSteering(const ArticleView& view, UnitName& unit,
                   UnitParser parse_owner, int depth);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_STEERING_H_
