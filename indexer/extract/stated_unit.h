#ifndef TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_
#define TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_

// The units a crawl's record states. They stand as the record writes them;
// only their level and kind are read off their names.

#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/unit.h"

namespace tracuu::extract {

std::vector<RankedUnit> StatedUnits(const StatedFields& stated);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_
