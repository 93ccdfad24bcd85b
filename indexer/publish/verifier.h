#ifndef TRACUU_INDEXER_PUBLISH_VERIFIER_H_
#define TRACUU_INDEXER_PUBLISH_VERIFIER_H_

// Do the databases of a snapshot hold what its manifest and the schema promise?

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

// What is asked of the database.
enum class DatabaseCheck {
  // Documents, metadata and stored queries for some of them: their ids find
  // them and them alone, their articles and slots decode, their facet terms
  // find them. Milliseconds.
  kSample,
  // The same for every document, and every table block by block (Xapian's own
  // check). Minutes for a million articles.
  kEverything,
};

// Opens the single-file databases of a snapshot with so many articles and
// returns what is wrong with them, in English, one line each; nothing if all is
// well. Stops after some faults. Fails only as the system does.
Result<std::vector<std::string>> CheckDatabases(
    const std::filesystem::path& snapshot_dir, std::uint64_t documents,
    DatabaseCheck check);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_VERIFIER_H_
