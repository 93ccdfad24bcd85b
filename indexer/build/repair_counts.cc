#include "indexer/build/repair_counts.h"

#include <cstddef>
#include <utility>

namespace tracuu {
namespace {

constexpr std::size_t kMaxExamples = 10;

}  // namespace

RepairCounts::RepairCounts(std::vector<Kind> kinds) {
  for (Kind& kind : kinds) {
    kinds_.try_emplace(kind.name, kMaxExamples, std::move(kind.state));
  }
}

std::vector<RepairCounts::Kind> RepairCounts::Kinds() const {
  std::vector<Kind> kinds;
  for (const auto& [name, examples] : kinds_) {
    kinds.push_back({name, examples.state()});
  }
  return kinds;
}

CountedExamples<std::string>& RepairCounts::OfKind(const std::string& kind) {
  return kinds_.try_emplace(kind, kMaxExamples).first->second;
}

void RepairCounts::Add(std::uint64_t sequence, const std::string& source,
                       const std::vector<std::string>& repairs) {
  for (const std::string& kind : repairs) OfKind(kind).Add(sequence, source);
}

void RepairCounts::Merge(const RepairCounts& other) {
  for (const auto& [kind, examples] : other.kinds_) {
    OfKind(kind).Merge(examples);
  }
}

std::map<std::string, RepairSummary> RepairCounts::Summary() const {
  std::map<std::string, RepairSummary> summary;
  for (const auto& [kind, examples] : kinds_) {
    summary[kind] = {examples.count(), examples.First()};
  }
  return summary;
}

}  // namespace tracuu
