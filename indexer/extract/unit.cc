#include "indexer/extract/unit.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/extract/stated_unit.h"
#include "indexer/extract/unit_mention.h"
#include "indexer/extract/unit_place.h"

namespace tracuu::extract {
namespace {

// Scores are ranks, not probabilities: what stands in the title and holds the
// event comes first, a body deep in the text that only has a member present
// last. Weights were set on hand-labelled pages; tests/eval measures them.
constexpr int kPrincipalScore = 20;     // Below it nobody holds the event.
constexpr int kActorScore = 55;         // From it a further body is an actor,
constexpr int kDirectActorScore = 40;   // … with one mention that says so;
constexpr int kCentralActorScore = 50;  // the centre is named everywhere.

int PlaceScore(const ArticleView& view, std::size_t first) {
  if (view.role(first) == BlockRole::kTitle) return 60;
  if (view.role(first) == BlockRole::kLead) return 40;
  if (view.opening(first, 1)) return 40;
  if (view.opening(first, 3)) return 26;
  if (view.role(first) == BlockRole::kCaption) return 4;
  return 8;
}

int Score(const ArticleView& view, const UnitMention& mention) {
  int score = PlaceScore(view, mention.name.first);
  const bool central = mention.name.level == "trung-uong";
  // Whoever leads a visit does not hold what it comes to.
  const bool visits = mention.delegation && !central;
  const bool leads = mention.verb == VerbKind::kLeads && !visits;
  switch (mention.office) {
    case OfficeKind::kNone:
      score += leads ? 35 : mention.verb == VerbKind::kActs && !visits ? 15 : 0;
      break;
    case OfficeKind::kLeader:
      score += leads ? 33 : mention.verb == VerbKind::kActs ? 0 : -10;
      break;
    case OfficeKind::kMember:
      score -= 30;
      break;
    case OfficeKind::kPlace:
      score -= 35;
      break;
  }
  if (mention.cited) score -= central ? 38 : 15;
  // A team from the centre is what the news is about; a visiting neighbour is
  // not.
  if (mention.delegation) score += central ? 40 : -20;
  // Members do things, but their committee holds the event.
  if (mention.name.kind == "dang-bo" && mention.name.level != "co-so") {
    score -= 25;
  }
  if (mention.informal) score -= 5;
  if (mention.name.incomplete) score -= 10;
  return score;
}

// One unit, gathered from its mentions.
struct Candidate {
  UnitName name;
  std::string full_name;
  int best = 0;
  int count = 0;
  bool leads = false;       // Holds the event in some mention.
  int direct_best = -1000;  // The best where it acts itself, not a person.
  std::vector<Evidence> evidence;

  int total() const { return best + 5 * std::clamp(count - 1, 0, 4); }
};

Evidence EvidenceOf(const UnitMention& mention) {
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule = mention.verb == VerbKind::kLeads        ? "unit.holds"
                  : mention.office == OfficeKind::kLeader ? "unit.leader"
                                                          : "unit.named";
  if (mention.office != OfficeKind::kNone) {
    evidence.certainty = Certainty::kMedium;
  }
  return evidence;
}

// The body itself is named as acting, or its leader chairs. A minister who
// chairs does not bring his ministry along.
bool IsDirect(const UnitMention& mention) {
  if (mention.office == OfficeKind::kNone) return true;
  return mention.office == OfficeKind::kLeader &&
         mention.verb == VerbKind::kLeads && mention.name.level != "trung-uong";
}

// Whether a body besides the principal one acts in the article.
bool IsActor(const Candidate& candidate) {
  const bool central = candidate.name.level == "trung-uong";
  return candidate.total() >= kActorScore &&
         candidate.direct_best >=
             (central ? kCentralActorScore : kDirectActorScore);
}

std::vector<Candidate> Gather(const ArticleView& view,
                              const std::vector<UnitMention>& mentions) {
  constexpr std::size_t kMostEvidence = 8;
  std::vector<Candidate> candidates;
  std::map<std::string, std::size_t> by_key;
  for (const UnitMention& mention : mentions) {
    const std::string full_name = FullName(mention.name);
    const auto [entry, added] =
        by_key.emplace(ExactKey(full_name), candidates.size());
    if (added) {
      candidates.emplace_back();
      candidates.back().name = mention.name;
      candidates.back().full_name = full_name;
      candidates.back().best = -1000;
    }
    Candidate& candidate = candidates[entry->second];
    candidate.best = std::max(candidate.best, Score(view, mention));
    candidate.count += mention.cited ? 0 : 1;
    candidate.leads |=
        mention.verb == VerbKind::kLeads && view.opening(mention.name.first, 3);
    if (IsDirect(mention)) {
      candidate.direct_best =
          std::max(candidate.direct_best, Score(view, mention));
    }
    if (candidate.evidence.size() < kMostEvidence) {
      candidate.evidence.push_back(EvidenceOf(mention));
    }
  }
  return candidates;
}

// "Ban Chỉ đạo 35" without owner is the one of the article, if there is one:
// gives mentions of an incomplete name the full name of another mention.
void CompleteFromOthers(std::vector<UnitMention>& mentions) {
  for (UnitMention& mention : mentions) {
    if (!mention.name.incomplete) continue;
    const auto full = std::find_if(
        mentions.begin(), mentions.end(), [&mention](const UnitMention& other) {
          return !other.name.incomplete &&
                 other.name.base.starts_with(mention.name.base);
        });
    if (full == mentions.end()) continue;
    UnitName name = full->name;
    name.first = mention.name.first;
    name.length = mention.name.length;
    mention.name = std::move(name);
  }
}

// The title's place is the place of the news: its bodies come first.
void PreferTitlePlaces(const ArticleView& view,
                       const std::vector<PlaceMention>& places,
                       std::vector<Candidate>& candidates) {
  constexpr int kBonus = 12;
  for (Candidate& candidate : candidates) {
    if (!candidate.name.place || candidate.name.place->name.empty()) continue;
    const bool in_title = std::any_of(
        places.begin(), places.end(), [&](const PlaceMention& mention) {
          return view.role(mention.place.first) == BlockRole::kTitle &&
                 mention.place.name == candidate.name.place->name;
        });
    if (in_title) candidate.best += kBonus;
  }
}

// "UBND huyện" of an unknown district says nothing.
bool IsTooVague(const UnitName& name) {
  return name.place && name.place->name.empty() &&
         name.place->level != PlaceLevel::kProvince;
}

// A Thành ủy is provincial if its city was centrally run on that day: Huế from
// 2025-01-01 on (Resolution 175/2024/QH15).
std::string LevelOn(const UnitName& name, const Date& date) {
  constexpr Date kHueBecomesCity{2025, 1, 1};
  const bool hue = name.base == "Thành ủy" && name.place &&
                   name.place->from != nullptr &&
                   name.place->from->name == "Huế";
  if (!hue) return LevelOf(name);
  if (date.year == 0) return "khong-ro";
  return date < kHueBecomesCity ? "huyen" : "tinh";
}

RankedUnit ToRanked(const Candidate& candidate, std::string role,
                    const Date& date) {
  RankedUnit unit;
  unit.value.name = candidate.full_name;
  unit.value.level = LevelOn(candidate.name, date);
  unit.value.kind = candidate.name.kind;
  unit.value.role = std::move(role);
  unit.value.evidence = candidate.evidence;
  unit.central = unit.value.level == "trung-uong";
  if (candidate.name.place) unit.place = *candidate.name.place;
  return unit;
}

void AddPublisher(const ArticleView& view, const Publisher& publisher,
                  const PlaceFiller& filler, const Date& date,
                  std::vector<RankedUnit>& units) {
  if (!publisher.unit) return;
  UnitMention mention;
  mention.name = *publisher.unit;
  mention.begin = view.token(mention.name.first).begin;
  mention.end = view.token(mention.name.first + mention.name.length - 1).end;
  filler.Fill(mention);
  if (!mention.name.place || mention.name.place->name.empty()) return;
  Candidate candidate;
  candidate.name = mention.name;
  candidate.full_name = FullName(mention.name);
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule = "unit.identity";
  candidate.evidence.push_back(evidence);
  const std::string key = ExactKey(candidate.full_name);
  const bool known =
      std::any_of(units.begin(), units.end(), [&key](const RankedUnit& unit) {
        return ExactKey(unit.value.name) == key;
      });
  if (!known) units.push_back(ToRanked(candidate, "publisher", date));
}

}  // namespace

std::vector<RankedUnit> ExtractUnits(const ArticleView& view,
                                     const std::vector<PlaceMention>& places,
                                     const Publisher& publisher,
                                     const std::vector<ByteRange>& citations,
                                     const Date& date) {
  std::vector<RankedUnit> stated = StatedUnits(view.article().stated);
  if (!stated.empty()) return stated;

  std::vector<UnitMention> mentions = FindUnits(view, citations);
  const PlaceFiller filler(view, places, publisher);
  CompleteFromOthers(mentions);
  for (UnitMention& mention : mentions) filler.Fill(mention);
  std::vector<Candidate> candidates = Gather(view, mentions);
  PreferTitlePlaces(view, places, candidates);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.total() > b.total();
                   });
  std::vector<RankedUnit> units;
  for (const Candidate& candidate : candidates) {
    const bool principal = units.empty();
    if (candidate.total() < kPrincipalScore) break;
    if (IsTooVague(candidate.name) || (!principal && !IsActor(candidate))) {
      continue;
    }
    units.push_back(ToRanked(candidate,
                             principal         ? "principal"
                             : candidate.leads ? "co-host"
                                               : "participant",
                             date));
  }
  AddPublisher(view, publisher, filler, date, units);
  return units;
}

}  // namespace tracuu::extract
