#ifndef TRACUU_SERVER_SEARCH_QUERY_CORRECTOR_H_
#define TRACUU_SERVER_SEARCH_QUERY_CORRECTOR_H_

// "Did you mean": which query did somebody mean who typed this one? The
// snapshot's own counts decide: a syllable is doubted if it was never counted
// or makes no word with its neighbours, and what takes its place is the
// syllable that a likely error (typing_errors.h) makes of what stands there in
// the articles. Numbers, document symbols, dates, abbreviations, capitals,
// values of fields, prefixes, what is meant exactly or excluded are never
// changed. Pure, thread-safe.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/neighbours.h"
#include "server/search/search_request.h"

namespace tracuu {

// What may be changed.
enum class CorrectionKind : std::uint8_t {
  kMarks,   // Only marks that were left out: "đang bo" → "đảng bộ".
  kErrors,  // Every likely error.
};

// How much likelier (natural logarithm) the query must become by each change.
// Tuned so that held-back articles stay silent (tests/eval/typing.py); a
// query that finds nothing is doubtful enough as it is.
inline constexpr double kOfferGain = 3.5;
inline constexpr double kNothingFoundGain = 0.0;

struct CorrectionOptions {
  AccentMode accents = AccentMode::kAuto;
  CorrectionKind kind = CorrectionKind::kErrors;
  double least_gain = kOfferGain;
};

// Nothing if the query is likely enough as it is, or too much of it is unknown
// to say what was meant.
std::optional<Suggested> CorrectQuery(std::string_view query,
                                      const CorrectionOptions& options,
                                      const Neighbours& neighbours);

}  // namespace tracuu

#endif  // TRACUU_SERVER_SEARCH_QUERY_CORRECTOR_H_
