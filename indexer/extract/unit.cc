#include "indexer/extract/unit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "indexer/extract/stated_unit.h"
#include "indexer/extract/unit_complete.h"
#include "indexer/extract/unit_mention.h"
#include "indexer/extract/unit_place.h"
#include "indexer/extract/unit_role.h"

namespace tracuu::extract {
namespace {

// Scores are ranks, not probabilities: what stands in the title and holds the
// event comes first, a body deep in the text that only has a member present
// last. Weights were set on hand-labelled pages; tests/eval measures them.
// News is told in the first sentences; what is held further down is mostly
// another event.
constexpr std::uint32_t kNewsSentences = 3;
constexpr int kPrincipalScore = 16;     // Below it nobody holds the event.
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

// The centre is the subject of many sentences that are not the news.
bool Acts(const UnitMention& mention) {
  return mention.name.level != "trung-uong" &&
         (mention.part == UnitPart::kSubject ||
          mention.part == UnitPart::kAgent);
}

int Score(const ArticleView& view, const UnitMention& mention) {
  int score = PlaceScore(view, mention.name.first);
  const bool central = mention.name.level == "trung-uong";
  // Whoever leads a visit does not hold what it comes to.
  const bool visits = mention.delegation && !central;
  // "A phối hợp với B tổ chức": both hold it, A first.
  const bool partner = mention.part == UnitPart::kPartner;
  const bool leads = mention.verb == VerbKind::kLeads && !visits && !partner;
  const bool deep = !view.opening(mention.name.first, kNewsSentences);
  switch (mention.office) {
    case OfficeKind::kNone:
      score += leads                                        ? (deep ? 24 : 35)
               : mention.verb != VerbKind::kNone && !visits ? 15
               : Acts(mention)                              ? 10
                                                            : 0;
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
  // "trong danh mục của Bộ Y tế": named, but neither doing nor done to.
  if (central && mention.verb == VerbKind::kNone &&
      mention.part == UnitPart::kNone && !mention.delegation &&
      mention.office == OfficeKind::kNone && !mention.cited) {
    score -= 30;
  }
  // "Đề nghị Ban Bí thư kỷ luật …": the news is who asks.
  if (mention.part == UnitPart::kAsked) score -= 25;
  if (mention.informal) score -= 5;
  // Of equals the party's committee comes first.
  if (mention.name.kind == "cap-uy") score += 1;
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
  UnitParts parts;          // What it does in any sentence.
  int direct_best = -1000;  // The best where it acts itself, not a person.
  std::vector<Evidence> evidence;

  int total() const { return best + 5 * std::clamp(count - 1, 0, 4); }
};

Evidence EvidenceOf(const UnitMention& mention) {
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule = mention.verb == VerbKind::kLeads ? "unit.holds"
                  : mention.part != UnitPart::kNone
                      ? "unit." + std::string(PartName(mention.part))
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
                              const std::vector<UnitMention>& mentions,
                              const Date& date) {
  constexpr std::size_t kMostEvidence = 8;
  std::vector<Candidate> candidates;
  std::map<std::string, std::size_t> by_key;
  for (const UnitMention& mention : mentions) {
    const std::string full_name = FullName(mention.name, date);
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
    candidate.count += mention.cited || mention.name.with_people ? 0 : 1;
    candidate.leads |=
        mention.verb == VerbKind::kLeads && view.opening(mention.name.first, 3);
    if (!mention.cited) candidate.parts.Add(mention.part);
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
                 mention.place.level == candidate.name.place->level &&
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

// A Thành ủy is provincial if its city was centrally run on that day.
std::string LevelOn(const UnitName& name, const Date& date) {
  const bool hue = name.base == "Thành ủy" && name.place &&
                   name.place->from != nullptr &&
                   name.place->from->name == "Huế";
  if (!hue) return LevelOf(name);
  if (date.year == 0) return "khong-ro";
  return IsCityOn(*name.place, date) ? "tinh" : "huyen";
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
  unit.name = candidate.name;
  return unit;
}

// The body that holds the event: the one the record states, else the best of
// the text. Nothing if there is none, or if the record's is not understood.
std::optional<UnitName> PrincipalOf(const std::vector<RankedUnit>& stated,
                                    const std::vector<Candidate>& candidates) {
  if (!stated.empty()) return stated.front().name;
  for (const Candidate& candidate : candidates) {
    if (candidate.total() < kPrincipalScore) break;
    if (!IsTooVague(candidate.name)) return candidate.name;
  }
  return std::nullopt;
}

bool IsKnown(const std::vector<RankedUnit>& units, const std::string& name) {
  const std::string key = ExactKey(name);
  return std::any_of(units.begin(), units.end(),
                     [&key](const RankedUnit& unit) {
                       return ExactKey(unit.value.name) == key;
                     });
}

// A party organisation beside its own committee: "Đảng bộ tỉnh X" and "Tỉnh ủy
// X" are one.
bool HasItsCommittee(const Candidate& candidate,
                     const std::vector<RankedUnit>& units) {
  if (candidate.name.kind != "dang-bo" || !candidate.name.place) return false;
  return std::any_of(units.begin(), units.end(),
                     [&candidate](const RankedUnit& unit) {
                       return unit.value.kind == "cap-uy" &&
                              ExactKey(unit.place.name) ==
                                  ExactKey(candidate.name.place->name);
                     });
}

// Adds the candidate if it is the principal body, acts or takes part. Beside a
// stated unit only what takes part is added: the record outranks the text.
void AddUnit(const Candidate& candidate,
             const std::optional<UnitName>& principal, const Date& date,
             std::vector<RankedUnit>& units) {
  if (IsTooVague(candidate.name) || IsKnown(units, candidate.full_name) ||
      HasItsCommittee(candidate, units)) {
    return;
  }
  const bool takes_part =
      principal && TakesPart(candidate.name, candidate.parts, *principal);
  const bool stated =
      !units.empty() &&
      units.front().value.evidence.front().kind == EvidenceKind::kRecord;
  if (units.empty()) {
    if (candidate.total() < kPrincipalScore) return;
  } else if (!takes_part && (stated || !IsActor(candidate))) {
    return;
  }
  units.push_back(ToRanked(candidate,
                           units.empty()     ? "principal"
                           : candidate.leads ? "co-host"
                                             : "participant",
                           date));
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
  candidate.full_name = FullName(mention.name, date);
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule = "unit.identity";
  candidate.evidence.push_back(evidence);
  if (!IsKnown(units, candidate.full_name)) {
    units.push_back(ToRanked(candidate, "publisher", date));
  }
}

}  // namespace

std::vector<RankedUnit> ExtractUnits(const ArticleView& view,
                                     const std::vector<PlaceMention>& places,
                                     const Publisher& publisher,
                                     const std::vector<ByteRange>& citations,
                                     const Date& date) {
  std::vector<RankedUnit> stated = StatedUnits(view.article().stated, date);
  if (stated.size() > 1) return stated;

  std::vector<UnitMention> mentions = FindUnits(view, citations);
  CompleteNames(view, publisher, mentions);
  const PlaceFiller filler(view, places, publisher, mentions);
  for (UnitMention& mention : mentions) filler.Fill(mention);
  std::vector<Candidate> candidates = Gather(view, mentions, date);
  PreferTitlePlaces(view, places, candidates);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.total() > b.total();
                   });
  std::vector<RankedUnit> units = std::move(stated);
  const std::optional<UnitName> principal = PrincipalOf(units, candidates);
  if (!principal && units.empty()) {
    AddPublisher(view, publisher, filler, date, units);
    return units;
  }
  for (const Candidate& candidate : candidates) {
    AddUnit(candidate, principal, date, units);
  }
  if (view.article().stated.units.empty()) {
    AddPublisher(view, publisher, filler, date, units);
  }
  return units;
}

}  // namespace tracuu::extract
