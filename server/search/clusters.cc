#include "server/search/clusters.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "common/index/copies_file.h"

namespace tracuu {

Result<Clusters> Clusters::Load(const std::filesystem::path& file,
                                std::uint32_t documents, std::uint32_t dated) {
  auto members = ReadCopies(file, documents);
  if (!members) return members.error();
  // Earliest first: dated ones from the last to the first, then the others.
  const auto last_dated =
      std::find_if(members->begin(), members->end(),
                   [&](const auto& one) { return one.place > dated; });
  std::reverse(members->begin(), last_dated);
  std::stable_sort(
      members->begin(), members->end(),
      [](const auto& a, const auto& b) { return a.cluster < b.cluster; });

  Clusters clusters;
  clusters.place_of_.assign(std::size_t{documents} + 1, kNoPlace);
  for (const auto& [docid, number] : *members) {
    const auto place = static_cast<std::uint32_t>(clusters.members_.size());
    if (number > clusters.size()) clusters.starts_.push_back(place);
    clusters.starts_.back() = place + 1;
    clusters.members_.push_back(docid);
    clusters.number_at_.push_back(number);
    clusters.place_of_[docid] = place;
    clusters.copies_.add(docid);
  }
  clusters.copies_.runOptimize();
  return clusters;
}

std::uint32_t Clusters::Of(Xapian::docid docid) const {
  if (docid >= place_of_.size() || place_of_[docid] == kNoPlace) return 0;
  return number_at_[place_of_[docid]];
}

template <typename Use>
void Clusters::ForEachCopy(const DocSet& docs, const Use& use) const {
  // The places as a bitmap: in their order the members of a cluster are
  // together, which in docid order they are not.
  constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> places(members_.size() / kBits + 1);
  for (const std::uint32_t docid : docs& copies_) {
    const std::uint32_t place = place_of_[docid];
    places[place / kBits] |= std::uint64_t{1} << place % kBits;
  }
  for (std::size_t word = 0; word < places.size(); ++word) {
    for (std::uint64_t left = places[word]; left != 0; left &= left - 1) {
      const std::size_t place =
          word * kBits + static_cast<std::size_t>(std::countr_zero(left));
      use(number_at_[place], members_[place]);
    }
  }
}

DocSet Clusters::Fold(const DocSet& docs) const {
  std::vector<std::uint32_t> folded;
  std::uint32_t last = 0;
  ForEachCopy(docs, [&](std::uint32_t number, std::uint32_t docid) {
    if (number == last) folded.push_back(docid);
    last = number;
  });
  return docs - DocSet(folded.size(), folded.data());
}

DocSet Clusters::CopiesOf(const DocSet& docs) const {
  DocSet all;
  std::uint32_t last = 0;
  ForEachCopy(docs, [&](std::uint32_t number, std::uint32_t /*docid*/) {
    if (number == last) return;
    last = number;
    const auto members = MembersOf(number);
    all.addMany(members.size(), members.data());
  });
  return all;
}

void Clusters::CountOnce(std::span<const FacetTable* const> tables,
                         const DocSet& docs,
                         std::vector<OrdinalCounts>* counted) const {
  // The cluster that was last seen with a value; behind the last value, with
  // none.
  std::vector<std::vector<std::uint32_t>> seen;
  for (const FacetTable* table : tables) {
    seen.emplace_back(std::size_t{table->size()} + 1);
  }
  ForEachCopy(docs, [&](std::uint32_t number, std::uint32_t docid) {
    for (std::size_t t = 0; t < tables.size(); ++t) {
      const auto ordinals = tables[t]->OrdinalsOf(docid);
      OrdinalCounts& counts = (*counted)[t];
      for (const std::uint32_t ordinal : ordinals) {
        if (std::exchange(seen[t][ordinal], number) == number) {
          --counts.counts[ordinal];
        }
      }
      if (ordinals.empty() && std::exchange(seen[t].back(), number) == number) {
        --counts.missing;
      }
    }
  });
}

std::string ClusterName(std::uint32_t number) {
  return "c" + std::to_string(number);
}

}  // namespace tracuu
