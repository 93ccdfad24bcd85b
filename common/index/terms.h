#ifndef TRACUU_COMMON_INDEX_TERMS_H_
#define TRACUU_COMMON_INDEX_TERMS_H_

// From values to terms and slots, and back. Pure functions, thread-safe.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"

namespace tracuu {

// Prefix and value; a term over Xapian's limit (245 bytes) is shortened to a
// prefix of the value and its SHA-256, so that it stays unique. Xapian throws
// away every uncommitted document when a term is too long.
std::string MakeTerm(const Field& field, std::string_view value);

// The term of two adjacent tokens.
std::string MakePairTerm(const Field& field, std::string_view first,
                         std::string_view second);

// Ordinals of a facet's slot: LEB128, principal value first.
std::string EncodeOrdinals(const std::vector<std::uint32_t>& ordinals);
// Nothing if `bytes` is not what EncodeOrdinals() writes.
std::optional<std::vector<std::uint32_t>> DecodeOrdinals(
    std::string_view bytes);

// The list of a kMetaFacetPrefix or kMetaFrequent entry: one value a line.
// Values hold no newline.
std::string JoinLines(const std::vector<std::string>& values);
std::vector<std::string> SplitLines(std::string_view bytes);

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_TERMS_H_
