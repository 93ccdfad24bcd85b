#ifndef TRACUU_SERVER_OPTIONS_H_
#define TRACUU_SERVER_OPTIONS_H_

// What an operator sets at start. Each option can come from the command line,
// from a variable TRACUU_… or from a TOML file, in that order of precedence.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "server/search/ranking_options.h"

namespace tracuu {

struct ServeOptions {
  std::filesystem::path index;
  std::string host;
  int port = 0;
  std::size_t threads = 0;
  std::filesystem::path web;
  std::vector<std::string> allowed_hosts;
  std::string log_level;

  // Of the command line only: a query to be explained instead of serving, and
  // the article whose score is asked for.
  std::optional<std::string> explain_query;
  std::string explain_article;
  RankingOptions ranking;
};

// What to do after reading the options.
enum class OptionsOutcome {
  kServe,
  kExplain,   // ServeOptions::explain_query is set.
  kDone,      // --help, --version or --print-config was answered.
  kBadUsage,  // Told on standard error.
};

// Reads the options of the process. Prints what the outcome says.
OptionsOutcome ReadOptions(int argc, char** argv, ServeOptions* options);

}  // namespace tracuu

#endif  // TRACUU_SERVER_OPTIONS_H_
