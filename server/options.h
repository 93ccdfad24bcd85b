#ifndef TRACUU_SERVER_OPTIONS_H_
#define TRACUU_SERVER_OPTIONS_H_

// What an operator sets at start. Each option can come from the command line,
// from a variable TRACUU_… or from a TOML file, in that order of precedence.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

struct ServeOptions {
  std::filesystem::path index;
  std::string host;
  int port = 0;
  std::size_t threads = 0;
  std::filesystem::path web;
  std::vector<std::string> allowed_hosts;
  std::string log_level;
};

// What to do after reading the options.
enum class OptionsOutcome {
  kServe,
  kDone,      // --help, --version or --print-config was answered.
  kBadUsage,  // Told on standard error.
};

// Reads the options of the process. Prints what the outcome says.
OptionsOutcome ReadOptions(int argc, char** argv, ServeOptions* options);

}  // namespace tracuu

#endif  // TRACUU_SERVER_OPTIONS_H_
