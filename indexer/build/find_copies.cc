#include "indexer/build/find_copies.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <span>
#include <utility>

#include "indexer/build/copy_candidates.h"
#include "indexer/build/spooled_records.h"

namespace tracuu {
namespace {

// An article is compared with at most so many earlier ones, the most alike.
constexpr std::size_t kMostCompared = 24;

using Sketches = std::vector<std::optional<Sketch>>;
using Pairs = std::vector<CandidatePair>;

// How many entries have a day: they come first, the latest before all others.
std::size_t CountDated(const std::vector<ArticleEntry>& entries) {
  return static_cast<std::size_t>(
      std::find_if(entries.begin(), entries.end(),
                   [](const auto& entry) { return entry.day == kNoDay; }) -
      entries.begin());
}

// Articles by age, the earliest first and those without a day last, are the
// places of the catalog with the dated ones turned round; and the other way.
template <typename T>
void TurnDated(std::size_t dated, std::vector<T>* list) {
  std::reverse(list->begin(),
               list->begin() + static_cast<std::ptrdiff_t>(dated));
}

// The age of a place, and the place of an age.
std::uint32_t Turn(std::size_t dated, std::uint32_t one) {
  return static_cast<std::uint32_t>(one < dated ? dated - 1 - one : one);
}

// By place.
Result<Sketches> MakeSketches(const CopyInput& input,
                              const SyllableHashes& hashes) {
  const std::vector<ArticleEntry>& entries = input.catalog.entries;
  Sketches sketches(entries.size());
  const Status made = ForEachWorker(input.outputs.size(), [&](std::size_t w) {
    return ForEachPlace(input.outputs, input.catalog, w,
                        [&](std::size_t place, const ArticleRecord& record) {
                          const auto shingles = ShinglesOf(record, hashes[w]);
                          if (shingles.size() >= kLeastText) {
                            sketches[place] = SketchOf(shingles);
                          }
                        });
  });
  if (!made) return made.error();
  for (std::size_t place = 0; place < entries.size(); ++place) {
    const ArticleEntry& entry = entries[place];
    if (entry.worker != kInServedSnapshot) continue;
    sketches[place] =
        input.served->SketchOf(static_cast<std::uint32_t>(entry.offset));
  }
  return sketches;
}

// Brings pairs that articles connect with each other together, so that each
// such group can be looked at apart from all others; the largest first. Within
// a group they keep their order.
std::vector<std::span<const CandidatePair>> GroupPairs(std::size_t articles,
                                                       Pairs* pairs) {
  std::vector<std::uint32_t> parent(articles);
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root_of = [&](std::uint32_t article) {
    while (parent[article] != article) {
      parent[article] = parent[parent[article]];
      article = parent[article];
    }
    return article;
  };
  for (const CandidatePair& pair : *pairs) {
    const auto [least, most] =
        std::minmax({root_of(pair.earlier), root_of(pair.later)});
    parent[most] = least;
  }
  std::vector<std::uint32_t> group_of(articles);
  for (std::uint32_t i = 0; i < articles; ++i) group_of[i] = root_of(i);
  std::sort(pairs->begin(), pairs->end(),
            [&](const CandidatePair& a, const CandidatePair& b) {
              return std::pair(group_of[a.later], a) <
                     std::pair(group_of[b.later], b);
            });
  std::vector<std::span<const CandidatePair>> groups;
  for (auto begin = pairs->cbegin(); begin != pairs->cend();) {
    const std::uint32_t group = group_of[begin->later];
    const auto end = std::find_if(begin, pairs->cend(), [&](const auto& pair) {
      return group_of[pair.later] != group;
    });
    groups.emplace_back(begin, end);
    begin = end;
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](auto a, auto b) { return a.size() > b.size(); });
  return groups;
}

// Finds the first article of the cluster that each article belongs to: itself,
// if it is a copy of none. Everything is by age: 0 is the earliest. Several
// threads may run it, each on other groups of pairs. `compare(earlier, later)`
// says whether two articles are copies, as a Result<bool>.
class Clusterer {
 public:
  explicit Clusterer(const Sketches& sketches)
      : sketches_(sketches), first_of_(sketches.size()) {
    std::iota(first_of_.begin(), first_of_.end(), 0U);
  }

  template <typename Compare>
  Status Run(std::span<const CandidatePair> pairs, const Compare& compare) {
    for (std::size_t begin = 0; begin < pairs.size();) {
      std::size_t end = begin;
      const std::uint32_t article = pairs[begin].later;
      std::vector<std::uint32_t> firsts;
      for (; end < pairs.size() && pairs[end].later == article; ++end) {
        firsts.push_back(first_of_[pairs[end].earlier]);
      }
      const Status joined = Join(article, std::move(firsts), compare);
      if (!joined) return joined;
      begin = end;
    }
    return Ok{};
  }

  std::vector<std::uint32_t> TakeFirsts() { return std::move(first_of_); }

 private:
  template <typename Compare>
  Status Join(std::uint32_t article, std::vector<std::uint32_t> firsts,
              const Compare& compare) {
    std::sort(firsts.begin(), firsts.end());
    firsts.erase(std::unique(firsts.begin(), firsts.end()), firsts.end());
    std::vector<std::pair<double, std::uint32_t>> alike;
    for (const std::uint32_t first : firsts) {
      const double resemblance =
          EstimateResemblance(*sketches_[article], *sketches_[first]);
      if (resemblance >= kCandidateResemblance) {
        alike.emplace_back(-resemblance, first);
      }
    }
    std::sort(alike.begin(), alike.end());
    if (alike.size() > kMostCompared) alike.resize(kMostCompared);
    for (const auto& [resemblance, first] : alike) {
      const auto copies = compare(first, article);
      if (!copies) return copies.error();
      if (!*copies) continue;
      first_of_[article] = first;
      return Ok{};
    }
    return Ok{};
  }

  const Sketches& sketches_;
  std::vector<std::uint32_t> first_of_;
};

// The pairs that the served snapshot compared without finding copies. They are
// not written down there; but what it compared follows from its sketches, and
// what it found from its clusters.
DifferentPairs FindDifferent(const ServedArticles& served, unsigned threads) {
  const std::size_t dated = served.dated();
  Sketches by_age;
  by_age.reserve(served.documents());
  for (std::uint32_t age = 0; age < served.documents(); ++age) {
    by_age.push_back(served.SketchOf(Turn(dated, age) + 1));
  }
  DifferentPairs different;
  const auto compare = [&](std::uint32_t earlier,
                           std::uint32_t later) -> Result<bool> {
    const std::pair docids(Turn(dated, earlier) + 1, Turn(dated, later) + 1);
    if (served.FirstOf(docids.second) == docids.first) return true;
    different.push_back(docids);
    return false;
  };
  const Pairs pairs = FindCandidates(by_age, threads);
  // Asking what is known cannot fail.
  static_cast<void>(Clusterer(by_age).Run(pairs, compare));
  std::sort(different.begin(), different.end());
  return different;
}

Result<std::vector<std::uint32_t>> FindFirsts(const CopyInput& input,
                                              const SyllableHashes& hashes,
                                              const Sketches& by_age,
                                              std::size_t dated,
                                              unsigned threads) {
  Pairs pairs = FindCandidates(by_age, threads);
  const auto groups = GroupPairs(by_age.size(), &pairs);
  DifferentPairs different;
  if (input.served != nullptr)
    different = FindDifferent(*input.served, threads);
  Clusterer clusterer(by_age);
  std::atomic<std::size_t> next{0};
  const Status compared = ForEachWorker(threads, [&](std::size_t) -> Status {
    CopyComparer comparer(input, hashes, different);
    const auto compare = [&](std::uint32_t earlier, std::uint32_t later) {
      return comparer.AreCopies(Turn(dated, earlier), Turn(dated, later));
    };
    for (std::size_t i = next++; i < groups.size(); i = next++) {
      const Status run = clusterer.Run(groups[i], compare);
      if (!run) return run;
    }
    return Ok{};
  });
  if (!compared) return compared.error();
  return clusterer.TakeFirsts();
}

// Numbers the clusters in the order in which places meet them. `first_at` says
// for each place which article, by age, is the first of its cluster.
std::vector<ClusterMember> Number(const std::vector<std::uint32_t>& first_at) {
  std::vector<std::uint32_t> articles(first_at.size());  // By first's age.
  for (const std::uint32_t first : first_at) ++articles[first];
  std::vector<ClusterMember> members;
  std::uint32_t clusters = 0;
  std::vector<std::uint32_t> number_of(first_at.size());  // Likewise.
  for (std::uint32_t place = 0; place < first_at.size(); ++place) {
    const std::uint32_t first = first_at[place];
    if (articles[first] < 2) continue;
    if (number_of[first] == 0) number_of[first] = ++clusters;
    members.push_back({place + 1, number_of[first]});
  }
  return members;
}

}  // namespace

Result<FoundCopies> FindCopies(const CopyInput& input, unsigned threads) {
  SyllableHashes hashes;
  for (const WorkerOutput& output : input.outputs) {
    hashes.push_back(HashSyllables(output.vocabulary));
  }
  const std::size_t dated = CountDated(input.catalog.entries);
  auto sketches = MakeSketches(input, hashes);
  if (!sketches) return sketches.error();
  TurnDated(dated, &*sketches);
  auto firsts = FindFirsts(input, hashes, *sketches, dated, threads);
  if (!firsts) return firsts.error();
  TurnDated(dated, &*sketches);
  TurnDated(dated, &*firsts);
  return FoundCopies{Number(*firsts), std::move(*sketches)};
}

std::vector<std::uint32_t> EarliestCopies(
    const std::vector<ClusterMember>& members, std::uint32_t documents,
    std::uint32_t dated) {
  // Of each cluster the last place with a day, else the first without.
  std::vector<std::uint32_t> earliest(CountClusters(members) + std::size_t{1});
  for (const auto& [place, cluster] : members) {
    if (place <= dated || earliest[cluster] == 0) earliest[cluster] = place;
  }
  std::vector<std::uint32_t> firsts(std::size_t{documents} + 1);
  std::iota(firsts.begin(), firsts.end(), 0U);
  for (const auto& [place, cluster] : members) {
    firsts[place] = earliest[cluster];
  }
  return firsts;
}

}  // namespace tracuu
