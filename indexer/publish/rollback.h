#ifndef TRACUU_INDEXER_PUBLISH_ROLLBACK_H_
#define TRACUU_INDEXER_PUBLISH_ROLLBACK_H_

// Serving an older snapshot again.

#include <string>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// Makes CURRENT name `id`, or, if it is empty, the newest whole snapshot that
// is older than the served one. Every byte is compared with the manifest and
// the database is asked as at publishing before CURRENT is replaced, by one
// rename. Returns the id.
//
// Fails with kNotFound if there is no such snapshot, with kInvalidArgument if
// `id` is no id or its schema is not ours, and with kCorrupt if it is not what
// its manifest says; CURRENT then stays. Snapshots that do not verify are
// passed over when `id` is empty. REQUIRES: the IndexLock is held.
Result<std::string> RollBack(const IndexPaths& paths, const std::string& id);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_ROLLBACK_H_
