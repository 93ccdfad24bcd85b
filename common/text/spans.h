#ifndef TRACUU_COMMON_TEXT_SPANS_H_
#define TRACUU_COMMON_TEXT_SPANS_H_

// Finds document symbols and dates over tokens. Internal to common/text; see
// Span for what the canonical forms are.

#include <string_view>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {

// `tokens` are those of `text`. Returns spans in text order; they do not
// overlap. Linear in the number of tokens.
std::vector<Span> FindSpans(std::string_view text,
                            const std::vector<Token>& tokens);

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_SPANS_H_
