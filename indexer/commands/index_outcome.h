#ifndef TRACUU_INDEXER_COMMANDS_INDEX_OUTCOME_H_
#define TRACUU_INDEXER_COMMANDS_INDEX_OUTCOME_H_

// What became of a run that was to make a snapshot, told to people or, with
// --json, as one line to programs.

#include <string>

#include "indexer/build/builder.h"
#include "indexer/commands/index_run.h"

namespace tracuu {

struct Outcome {
  std::string id;           // Of the new snapshot; empty if none was outcome.
  std::string base_id;      // Of the snapshot that was updated; may be empty.
  bool read_again = false;  // Though known, as they are now read otherwise.
  BuildResult result;
  double seconds = 0;
};

// Prints the outcome to standard output. REQUIRES: there were articles.
void PrintOutcome(const IndexArguments& arguments, const Outcome& outcome);

// Prints by reason what was not indexed.
void PrintRejections(const BuildResult& result);

// Logs `error`, and prints it if --json asks for it. Returns the exit code.
int ReportFailure(const IndexArguments& arguments, const Error& error);

// True if something was lost; a duplicate is not.
bool AnyLost(const BuildResult& result);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_INDEX_OUTCOME_H_
