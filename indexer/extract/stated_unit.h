#ifndef TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_
#define TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_

// The units a crawl's record states. What the rules can read whole stands in
// its canonical form ("Ban CHQS huyện …" written out), anything else as the
// record writes it.

#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/unit.h"

namespace tracuu::extract {

std::vector<RankedUnit> StatedUnits(const StatedFields& stated,
                                    const Date& date);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_STATED_UNIT_H_
