#ifndef TRACUU_SERVER_HTTP_TARGET_H_
#define TRACUU_SERVER_HTTP_TARGET_H_

// The target of a request: path and parameters. Strict, because what is
// guessed here is searched for: broken escapes, broken UTF-8 and control
// characters are refused. Pure, thread-safe.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu {

// Names and values, unescaped, in the order given.
using Params = std::vector<std::pair<std::string, std::string>>;

struct Target {
  std::string path;  // Unescaped; begins with "/".
  Params params;
};

// Reads "/api/v1/search?q=x&year=2021". "+" is a blank in the query part.
// Nothing if it is malformed.
std::optional<Target> ParseTarget(std::string_view target);

}  // namespace tracuu

#endif  // TRACUU_SERVER_HTTP_TARGET_H_
