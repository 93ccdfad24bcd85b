#ifndef TRACUU_INDEXER_PUBLISH_GATE_H_
#define TRACUU_INDEXER_PUBLISH_GATE_H_

// Keeps a crawl that broke off from replacing a whole one.

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/base/result.h"
#include "common/index/paths.h"

namespace tracuu {

// How much smaller than the served snapshot a new one may be unless the
// operator says otherwise: a site that redesigns its pages loses more than a
// night's corrections do, and a crawl cut short loses most.
inline constexpr double kDefaultMaxLossPercent = 20;

// "20%" or "20"; nothing unless it is a number from 0 to 100.
std::optional<double> ParsePercent(std::string_view text);

// Fails with kInvalidArgument, with the figures and the remedy, if a snapshot
// of `documents` articles would have lost more than `max_loss_percent` of those
// of the served one. Without a served snapshot that can be read, anything
// passes.
Status CheckLoss(const IndexPaths& paths, std::uint64_t documents,
                 double max_loss_percent);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_PUBLISH_GATE_H_
