#ifndef TRACUU_TESTS_FUZZ_ANALYSIS_PROPERTIES_H_
#define TRACUU_TESTS_FUZZ_ANALYSIS_PROPERTIES_H_

#include <string>
#include <string_view>

namespace tracuu::test {

// Checks on `text`, which may be any bytes, what common/text/analyze.h
// promises for every text. Returns what was broken, or nothing.
std::string BrokenProperty(std::string_view text);

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_FUZZ_ANALYSIS_PROPERTIES_H_
