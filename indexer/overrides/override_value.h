#ifndef TRACUU_INDEXER_OVERRIDES_OVERRIDE_VALUE_H_
#define TRACUU_INDEXER_OVERRIDES_OVERRIDE_VALUE_H_

// Is a value of the table of overrides one that its facet can have?

#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

// True for the facets of which an article has one value at most.
bool TakesOneValue(std::string_view facet);

// Returns the value as the facet has it ("tỉnh lâm đồng" → "Lâm Đồng"). Fails
// with kInvalidArgument; the message says what is wrong with it, without
// naming the line, the hint what it may be. REQUIRES: `facet` is one of
// OverridableFacets().
Result<std::string> ReadOverrideValue(std::string_view facet,
                                      const std::string& value);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_OVERRIDES_OVERRIDE_VALUE_H_
