#include <spdlog/spdlog.h>

#include "common/base/log.h"
#include "indexer/commands/commands.h"

namespace tracuu {

int ReportError(const Error& error) {
  spdlog::error("{}", Printable(error.message));
  if (!error.hint.empty()) spdlog::error("remedy: {}", Printable(error.hint));
  return kExitNothingPublished;
}

}  // namespace tracuu
