#ifndef TRACUU_INDEXER_COMMANDS_OVERRIDES_OPTION_H_
#define TRACUU_INDEXER_COMMANDS_OVERRIDES_OPTION_H_

// The option --overrides, the same for every command that reads pages.

#include <string>

#include "common/base/result.h"
#include "indexer/overrides/overrides.h"

namespace CLI {
class App;
}  // namespace CLI

namespace tracuu {

// Declares the option; its file's name goes to `*file`.
void AddOverridesOption(CLI::App* command, std::string* file);

// Loads the file; no corrections if `file` is empty. Fails as
// Overrides::Load() does, which is bad usage.
Status LoadOverrides(const std::string& file, Overrides* overrides);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_COMMANDS_OVERRIDES_OPTION_H_
