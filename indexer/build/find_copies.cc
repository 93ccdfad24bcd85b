#include "indexer/build/find_copies.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/index/article_codec.h"
#include "indexer/build/article_record.h"
#include "indexer/build/article_sketch.h"
#include "indexer/build/copy_candidates.h"
#include "indexer/build/particulars.h"
#include "indexer/build/spooled_records.h"

namespace tracuu {
namespace {

// An article is compared with at most so many earlier ones, the most alike.
constexpr std::size_t kMostCompared = 24;

// Articles that are kept as they were read for comparing: about 8 kB each.
constexpr std::size_t kMostKept = 2048;

// Places in the catalog, the earliest article first; those without a day last.
std::vector<std::uint32_t> ByAge(const std::vector<ArticleEntry>& entries) {
  std::vector<std::uint32_t> places(entries.size());
  std::size_t dated = 0;
  while (dated < entries.size() && entries[dated].day != kNoDay) ++dated;
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] = static_cast<std::uint32_t>(i < dated ? dated - 1 - i : i);
  }
  return places;
}

using SyllableHashes = std::vector<std::vector<std::uint64_t>>;  // By worker.

// By age; none of texts that are too short.
Result<std::vector<std::optional<Sketch>>> MakeSketches(
    const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
    const std::vector<std::uint32_t>& place_of, const SyllableHashes& hashes) {
  std::vector<std::uint32_t> age_of(place_of.size());
  for (std::uint32_t age = 0; age < place_of.size(); ++age) {
    age_of[place_of[age]] = age;
  }
  std::vector<std::optional<Sketch>> sketches(place_of.size());
  const Status made = ForEachWorker(outputs.size(), [&](std::size_t w) {
    return ForEachPlace(outputs, catalog, w,
                        [&](std::size_t place, const ArticleRecord& record) {
                          const auto shingles = ShinglesOf(record, hashes[w]);
                          if (shingles.size() >= kLeastText) {
                            sketches[age_of[place]] = SketchOf(shingles);
                          }
                        });
  });
  if (!made) return made.error();
  return sketches;
}

// Compares articles as they were spooled. Used by one thread.
class Comparer {
 public:
  Comparer(const std::vector<WorkerOutput>& outputs, const Catalog& catalog,
           const SyllableHashes& hashes)
      : outputs_(outputs), catalog_(catalog), hashes_(hashes) {}

  // Of two places in the catalog.
  Result<bool> AreCopies(std::uint32_t a, std::uint32_t b) {
    const auto first = Read(a);
    if (!first) return first.error();
    const auto second = Read(b);
    if (!second) return second.error();
    if (!AreAlike(**first, **second)) return false;
    for (const auto& [place, text] : {std::pair(a, *first), {b, *second}}) {
      const Status read = ReadParticulars(place, text.get());
      if (!read) return read.error();
    }
    return !DifferInFacts(*(*first)->particulars, *(*second)->particulars);
  }

 private:
  struct Text {
    std::vector<std::uint64_t> shingles;  // By syllable.
    std::vector<std::uint64_t> set;       // Sorted.
    std::optional<Particulars> particulars;
  };

  static bool AreAlike(const Text& a, const Text& b) {
    const bool first = a.shingles.size() <= b.shingles.size();
    const Text& shorter = first ? a : b;
    const Text& longer = first ? b : a;
    const std::size_t size = shorter.shingles.size();
    if (static_cast<double>(longer.shingles.size()) >
        kMostLonger * static_cast<double>(size)) {
      return false;
    }
    const bool is_short = size < kShortText;
    const double shared =
        static_cast<double>(CountShared(shorter.set, longer.set)) /
        static_cast<double>(shorter.set.size());
    return shared >= (is_short ? kShortCopyOverlap : kCopyOverlap) &&
           Coverage(shorter.shingles, longer.set) >=
               (is_short ? kShortCopyOverlap : kCopyCoverage);
  }

  static Error Damaged() {
    return {ErrorCode::kCorrupt, "a spooled article is damaged",
            "check the disk and run again"};
  }

  Result<std::shared_ptr<Text>> Read(std::uint32_t place) {
    if (const auto kept = kept_.find(place); kept != kept_.end()) {
      return kept->second;
    }
    const ArticleEntry& entry = catalog_.entries[place];
    const auto bytes =
        outputs_[entry.worker].spool->Read(entry.offset, entry.record_bytes);
    if (!bytes) return bytes.error();
    const auto record = DecodeRecord(*bytes);
    if (!record) return Damaged();
    auto text = std::make_shared<Text>();
    text->shingles = ShinglesOf(*record, hashes_[entry.worker]);
    std::copy_if(text->shingles.begin(), text->shingles.end(),
                 std::back_inserter(text->set),
                 [](std::uint64_t s) { return s != kNoShingle; });
    MakeSet(&text->set);
    if (kept_.size() == kMostKept) kept_.clear();
    kept_[place] = text;
    return text;
  }

  Status ReadParticulars(std::uint32_t place, Text* text) const {
    if (text->particulars) return Ok{};
    const ArticleEntry& entry = catalog_.entries[place];
    const auto bytes = outputs_[entry.worker].spool->Read(
        entry.offset + entry.record_bytes, entry.article_bytes);
    if (!bytes) return bytes.error();
    const auto article = DecodeArticle(*bytes);
    if (!article) return article.error();
    text->particulars = ParticularsOf(*article);
    return Ok{};
  }

  const std::vector<WorkerOutput>& outputs_;
  const Catalog& catalog_;
  const SyllableHashes& hashes_;
  std::unordered_map<std::uint32_t, std::shared_ptr<Text>> kept_;
};

// Finds the first article of the cluster that each article belongs to: itself,
// if it is a copy of none. Everything is by age: 0 is the earliest.
class Clusterer {
 public:
  Clusterer(const std::vector<std::uint32_t>& place_of,
            const std::vector<std::optional<Sketch>>& sketches,
            Comparer* comparer)
      : place_of_(place_of), sketches_(sketches), comparer_(comparer) {
    for (std::uint32_t age = 0; age < place_of.size(); ++age) {
      first_of_.push_back(age);
    }
  }

  Result<std::vector<std::uint32_t>> Run(
      const std::vector<CandidatePair>& pairs) {
    for (std::size_t begin = 0; begin < pairs.size();) {
      std::size_t end = begin;
      const std::uint32_t article = pairs[begin].later;
      std::vector<std::uint32_t> firsts;
      for (; end < pairs.size() && pairs[end].later == article; ++end) {
        firsts.push_back(first_of_[pairs[end].earlier]);
      }
      const Status joined = Join(article, std::move(firsts));
      if (!joined) return joined.error();
      begin = end;
    }
    return std::move(first_of_);
  }

 private:
  Status Join(std::uint32_t article, std::vector<std::uint32_t> firsts) {
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
      const auto copies =
          comparer_->AreCopies(place_of_[first], place_of_[article]);
      if (!copies) return copies.error();
      if (!*copies) continue;
      first_of_[article] = first;
      return Ok{};
    }
    return Ok{};
  }

  const std::vector<std::uint32_t>& place_of_;
  const std::vector<std::optional<Sketch>>& sketches_;
  Comparer* comparer_;
  std::vector<std::uint32_t> first_of_;
};

// Numbers the clusters in the order in which docids meet them.
std::vector<ClusterMember> Number(const std::vector<std::uint32_t>& place_of,
                                  const std::vector<std::uint32_t>& first_of) {
  std::vector<std::uint32_t> first_at(first_of.size());  // By place.
  std::vector<std::uint32_t> articles(first_of.size());  // By first's age.
  for (std::uint32_t age = 0; age < first_of.size(); ++age) {
    first_at[place_of[age]] = first_of[age];
    ++articles[first_of[age]];
  }
  std::vector<ClusterMember> members;
  std::uint32_t clusters = 0;
  std::vector<std::uint32_t> number_of(first_of.size());
  for (std::uint32_t place = 0; place < first_at.size(); ++place) {
    const std::uint32_t first = first_at[place];
    if (articles[first] < 2) continue;
    if (number_of[first] == 0) number_of[first] = ++clusters;
    members.push_back({place + 1, number_of[first]});
  }
  return members;
}

}  // namespace

Result<FoundCopies> FindCopies(const std::vector<WorkerOutput>& outputs,
                               unsigned threads, const Catalog& catalog) {
  SyllableHashes hashes;
  for (const WorkerOutput& output : outputs) {
    hashes.push_back(HashSyllables(output.vocabulary));
  }
  const std::vector<std::uint32_t> place_of = ByAge(catalog.entries);
  const auto sketches = MakeSketches(outputs, catalog, place_of, hashes);
  if (!sketches) return sketches.error();
  Comparer comparer(outputs, catalog, hashes);
  const auto first_of = Clusterer(place_of, *sketches, &comparer)
                            .Run(FindCandidates(*sketches, threads));
  if (!first_of) return first_of.error();
  return FoundCopies{Number(place_of, *first_of)};
}

}  // namespace tracuu
