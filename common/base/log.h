#ifndef TRACUU_COMMON_BASE_LOG_H_
#define TRACUU_COMMON_BASE_LOG_H_

// Logging: one event a line on standard error, by spdlog. Call InitLog() once
// in main(), then log through spdlog::info() and its kin. Text from outside
// (file names, request targets) goes through Printable() first, so that a
// newline or an escape sequence in it cannot forge a line.

#include <string>
#include <string_view>

namespace tracuu {

// `level`: trace, debug, info, warn, error or off.
void InitLog(std::string_view level);

// Returns `text` with control characters and broken UTF-8 as \xNN.
std::string Printable(std::string_view text);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_LOG_H_
