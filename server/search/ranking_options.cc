#include "server/search/ranking_options.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tracuu {
namespace {

using Feature = std::pair<std::string_view, bool RankingOptions::*>;
constexpr std::array<Feature, 7> kFeatures{{
    {"title", &RankingOptions::title},
    {"pairs", &RankingOptions::pairs},
    {"proximity", &RankingOptions::proximity},
    {"reading", &RankingOptions::reading},
    {"entities", &RankingOptions::entities},
    {"date", &RankingOptions::date},
    {"near", &RankingOptions::near},
}};

}  // namespace

Result<RankingOptions> RankingWithout(std::string_view names) {
  RankingOptions options;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    const auto found =
        std::find_if(kFeatures.begin(), kFeatures.end(),
                     [&](const Feature& one) { return one.first == name; });
    if (found == kFeatures.end()) {
      return Error{ErrorCode::kInvalidArgument,
                   "\"" + std::string(name) + "\" is no feature of ranking",
                   "title, pairs, proximity, reading, entities, date, near"};
    }
    options.*(found->second) = false;
  }
  return options;
}

}  // namespace tracuu
