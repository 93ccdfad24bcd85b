#include "server/search/term_scorer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "server/search/postings.h"

namespace tracuu {
namespace {

// Xapian's defaults: BM25Weight(1, 0, 1, 0.5, 0.5).
constexpr double kSaturation = 1.0;   // k1
constexpr float kLengthShare = 0.5F;  // b
constexpr float kLeastRelativeLength = 0.5F;

// How much of its weight a term gives to an article, for the number of its
// occurrences and the article's length by the mean.
float Share(float occurrences, float length) {
  constexpr auto kHalf = static_cast<float>(kSaturation);
  const float damped =
      1 - kLengthShare + kLengthShare * std::max(length, kLeastRelativeLength);
  return occurrences / (kHalf * damped + occurrences);
}

std::uint8_t Capped(Xapian::termcount occurrences) {
  return static_cast<std::uint8_t>(
      std::min<Xapian::termcount>(occurrences, kMostOccurrences));
}

// Keeps the best, the worst of them in front.
class BestDocs {
 public:
  explicit BestDocs(std::size_t count) : count_(count) { docs_.reserve(count); }

  // REQUIRES: ascending docids.
  void Offer(Xapian::docid docid, double score) {
    if (docs_.size() == count_) {
      if (count_ == 0 || score <= docs_.front().score) return;
      std::pop_heap(docs_.begin(), docs_.end(), RanksBefore);
      docs_.pop_back();
    }
    docs_.push_back({docid, score});
    std::push_heap(docs_.begin(), docs_.end(), RanksBefore);
  }

  std::vector<RankedDoc> Take() {
    std::sort_heap(docs_.begin(), docs_.end(), RanksBefore);
    return std::move(docs_);
  }

 private:
  const std::size_t count_;
  std::vector<RankedDoc> docs_;
};

}  // namespace

std::vector<RankedDoc> TermScorer::Best(const std::vector<ScoredTerm>& terms,
                                        const DocSet& docs,
                                        std::size_t count) const {
  Scores scores;
  scores.docids.resize(docs.cardinality());
  docs.toUint32Array(scores.docids.data());
  scores.sums.resize(scores.docids.size());
  for (const ScoredTerm& term : terms) Add(term, &scores);
  BestDocs best(std::min(count, scores.docids.size()));
  for (std::size_t i = 0; i < scores.docids.size(); ++i) {
    best.Offer(scores.docids[i], scores.sums[i]);
  }
  return best.Take();
}

double TermScorer::ScoreOf(const ScoredTerm& term, Xapian::docid docid) const {
  Scores scores{{docid}, {0}};
  Add(term, &scores);
  return scores.sums.front();
}

void TermScorer::Add(const ScoredTerm& term, Scores* scores) const {
  const std::uint32_t termfreq = database_.Frequency(term.term);
  if (termfreq == 0 || scores->docids.empty()) return;
  const float weight = WeightOf(term, termfreq);
  if (const auto known = snapshot_.occurrences().Find(term.term)) {
    return AddAll(*known, weight, scores);
  }
  const bool skip = IsCheaperToSkip(scores->docids.size(), termfreq);
  if (skip || !IsFrequent(termfreq, snapshot_)) {
    return AddEach(term.term, weight, skip, scores);
  }
  AddAll(*Read(term.term), weight, scores);
}

void TermScorer::AddAll(const Occurrences& occurrences, float weight,
                        Scores* scores) const {
  // Bare pointers: this loop is where a broad query spends its time.
  const std::uint32_t* const docids = scores->docids.data();
  const std::uint8_t* const counts = occurrences.data();
  const float* const lengths = snapshot_.relative_lengths().data();
  float* const sums = scores->sums.data();
  for (std::size_t i = 0; i < scores->docids.size(); ++i) {
    const std::size_t place = docids[i] - 1;
    sums[i] += weight * Share(counts[place], lengths[place]);
  }
}

// `skip`: to each article, else past each posting.
void TermScorer::AddEach(const std::string& term, float weight, bool skip,
                         Scores* scores) const {
  const auto& lengths = snapshot_.relative_lengths();
  database_.FindPostings(
      term, scores->docids, skip, [&](std::size_t i, const auto& posting) {
        scores->sums[i] += weight * Share(Capped(posting.get_wdf()),
                                          lengths[scores->docids[i] - 1]);
      });
}

// As BM25Weight has it, so that a term in most articles still counts a little.
float TermScorer::WeightOf(const ScoredTerm& term,
                           std::uint32_t termfreq) const {
  double rarity = (snapshot_.documents() - termfreq + 0.5) / (termfreq + 0.5);
  if (rarity < 2) rarity = rarity * 0.5 + 1;
  return static_cast<float>(std::log(rarity) * (kSaturation + 1) * term.factor);
}

std::shared_ptr<const Occurrences> TermScorer::Read(
    const std::string& term) const {
  auto occurrences = std::make_shared<Occurrences>(snapshot_.documents());
  database_.ForEachPosting(term, [&](std::uint32_t docid, const auto& posting) {
    (*occurrences)[docid - 1] = Capped(posting.get_wdf());
  });
  snapshot_.occurrences().Insert(term, occurrences, occurrences->size());
  return occurrences;
}

}  // namespace tracuu
