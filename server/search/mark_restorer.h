#ifndef TRACUU_SERVER_SEARCH_MARK_RESTORER_H_
#define TRACUU_SERVER_SEARCH_MARK_RESTORER_H_

// Which spelling does somebody mean who types without marks? Of "bao ve nen
// tang" the snapshot itself tells: the path through the spellings whose
// neighbours stand side by side most often. The answer only ranks and is shown
// ("read as"); what matches is decided by the folded forms.

#include <string>
#include <vector>

#include "common/index/neighbours.h"
#include "server/search/query_tree.h"

namespace tracuu {

// Returns an exact form for each item: itself for kExact, the likeliest
// spelling for kFolded, empty for symbols and dates and for syllables that
// were not counted. Thread-safe.
std::vector<std::string> RestoreMarks(const std::vector<QueryItem>& items,
                                      const Neighbours& neighbours);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_MARK_RESTORER_H_
