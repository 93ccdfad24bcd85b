#ifndef TRACUU_INDEXER_PUBLISH_PUBLISHER_H_
#define TRACUU_INDEXER_PUBLISH_PUBLISHER_H_

// Publishing makes a finished snapshot the one that servers read.
//
// A server that opens CURRENT at any moment, also while the indexer is being
// killed, finds either the old snapshot or the new one, whole: everything is
// written, synced and verified aside; one rename gives the folder its name and
// one more rewrites CURRENT. See paths.h for the layout and
// publish_crash_test.cc for the proof.

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/index/manifest.h"
#include "common/index/paths.h"

namespace tracuu {

// Publishes the files in `staged_dir` (the database, rejected.jsonl), a folder
// on the same file system. `manifest` says what the build knows: analyzer,
// tables, program, documents, content_digest, sources, rejected, and of `files`
// those that are links to a published snapshot's, which were synced and hashed
// for that; the rest is filled in here. Returns the new snapshot's id:
// "20261120T021000Z-5c1e", UTC time and the content digest's first digits.
//
// Fails with kCorrupt if the staged database is not what the manifest says.
// After any failure CURRENT names what it named before or, if only its last
// sync was refused, the new snapshot. REQUIRES: the IndexLock is held.
Result<std::string> PublishSnapshot(const IndexPaths& paths,
                                    const std::filesystem::path& staged_dir,
                                    Manifest manifest);

// Fails with kInvalidArgument, naming the remedy, if the served snapshot was
// written by a version of the program that knows another schema: replacing it
// would take the index away from that version's server. A damaged snapshot is
// no reason to refuse.
Status CheckReplaceable(const IndexPaths& paths);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_PUBLISHER_H_
