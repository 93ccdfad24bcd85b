#include "server/search/ranker.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/index/forward_index.h"
#include "common/index/token_units.h"
#include "server/search/named_entities.h"
#include "server/search/proximity.h"

namespace tracuu {
namespace {

// The second stage, for one query.
class CloserLook {
 public:
  CloserLook(const Scoring& scoring, const RankingContext& context)
      : groups_(scoring.runs),
        context_(context),
        entities_(context.snapshot, scoring.runs) {
    for (const WordGroup& group : groups_) weight_ += group.weight;
  }

  CloserScore ScoreOf(Xapian::docid docid) {
    CloserScore score;
    const double dated = context_.snapshot.dated();
    if (context_.options.entities) {
      score.named = Share(kEntityShare, entities_.MatchOf(docid));
    }
    if (context_.options.date && docid <= dated) {
      score.recency = Share(kDateShare, 1.0 - (docid - 1.0) / dated);
    }
    if (context_.options.proximity) AddPositions(docid, &score);
    return score;
  }

 private:
  CloserScore::Feature Share(double share, double has) const {
    return {has, weight_ * share * has};
  }

  void AddPositions(Xapian::docid docid, CloserScore* score) const {
    double adjacency = 0;
    double density = 0;
    for (const WordGroup& group : groups_) {
      if (group.items.size() < 2) continue;
      const std::vector<Positions> words = PositionsOf(group, docid);
      adjacency += group.weight * Adjacency(words, group.pair_weights);
      density += group.weight * Density(words);
    }
    if (weight_ <= 0) return;
    score->adjacency = Share(kAdjacencyShare, adjacency / weight_);
    score->density = Share(kDensityShare, density / weight_);
  }

  // Where the words meant by the group stand in the article. Between two
  // blocks places are left out, so that nothing is near across them.
  std::vector<Positions> PositionsOf(const WordGroup& group,
                                     Xapian::docid docid) const {
    const PartDocid at = context_.snapshot.order().At(docid);
    const ForwardIndex& forward = context_.snapshot.forward()[at.part];
    std::vector<WordRange> meant;
    for (const std::string& form : group.forms) {
      meant.push_back(form.empty() ? WordRange{} : forward.Find(form));
    }
    std::vector<Positions> words(meant.size());
    const auto units = forward.Units(at.docid);
    std::uint32_t place = 0;
    bool counts = true;
    for (UnitCursor cursor(units, 0); cursor.at() < units.size(); ++place) {
      const std::uint32_t word = cursor.Next();
      if (word == UnitCursor::kNoWord) {
        counts = group.scope == TextScope::kAnywhere ||
                 RoleOf(units[cursor.at()]) == BlockRole::kTitle;
        place += 10 * kNearby;
        cursor = UnitCursor(units, cursor.at() + 1);
        continue;
      }
      for (std::size_t i = 0; counts && i < meant.size(); ++i) {
        if (meant[i].Holds(word)) words[i].push_back(place);
      }
    }
    return words;
  }

  const std::vector<WordGroup>& groups_;
  const RankingContext& context_;
  NamedEntities entities_;
  double weight_ = 0;
};

}  // namespace

std::vector<RankedDoc> Rank(const Scoring& scoring, const DocSet& docs,
                            HitRange range, const RankingContext& context) {
  const std::size_t end = range.offset + range.count;
  std::vector<RankedDoc> ranked =
      TermScorer(context.snapshot, context.database)
          .Best(scoring.terms, docs, std::max(end, kLookedAt));
  CloserLook look(scoring, context);
  const auto looked_at = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(
                                              ranked.size(), kLookedAt));
  for (auto doc = ranked.begin(); doc != looked_at; ++doc) {
    doc->score += look.ScoreOf(doc->docid).Sum();
  }
  std::sort(ranked.begin(), looked_at, RanksBefore);
  if (range.offset >= ranked.size()) return {};
  ranked.erase(ranked.begin(),
               ranked.begin() + static_cast<std::ptrdiff_t>(range.offset));
  if (ranked.size() > range.count) ranked.resize(range.count);
  return ranked;
}

CloserScore LookCloser(const Scoring& scoring, Xapian::docid docid,
                       const RankingContext& context) {
  return CloserLook(scoring, context).ScoreOf(docid);
}

}  // namespace tracuu
