#include "indexer/publish/gate.h"

#include <charconv>
#include <cstdio>
#include <string>

#include "common/index/manifest.h"

namespace tracuu {
namespace {

// "37.5"; without a decimal point where none is needed.
std::string FormatPercent(double percent) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", percent);
  std::string number(text);
  if (number.ends_with(".0")) number.resize(number.size() - 2);
  return number;
}

}  // namespace

std::optional<double> ParsePercent(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  double percent = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), percent,
                      std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  // Written so that NaN, which from_chars accepts, fails.
  if (!(percent >= 0 && percent <= 100)) return {};
  return percent;
}

Status CheckLoss(const IndexPaths& paths, std::uint64_t documents,
                 double max_loss_percent) {
  const Result<std::string> current = ReadCurrent(paths.dir());
  if (!current) return Ok{};
  const Result<Manifest> served = ReadManifest(paths.snapshot(*current));
  if (!served || documents >= served->documents) return Ok{};
  const auto before = static_cast<double>(served->documents);
  const double loss = 100 * (before - static_cast<double>(documents)) / before;
  if (loss <= max_loss_percent) return Ok{};
  return Error{
      ErrorCode::kInvalidArgument,
      "the new snapshot would hold " + std::to_string(documents) +
          " articles, the served one (" + *current + ") holds " +
          std::to_string(served->documents) + ": " + FormatPercent(loss) +
          "% fewer, and --max-loss allows " + FormatPercent(max_loss_percent) +
          "%; nothing is published",
      "see whether the crawl is whole and what was rejected; if the loss is "
      "meant, run again with --max-loss 100%"};
}

}  // namespace tracuu
