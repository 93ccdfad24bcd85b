#include "indexer/extract/province.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu::extract {
namespace {

constexpr std::uint32_t kOpeningSentences = 3;
// Further down a province must be named this often to count at all.
constexpr int kRepeated = 2;

// What an article says about one province.
struct Candidate {
  // One of the two is set; both if the name is in both lists.
  const Province* before = nullptr;
  const Province* from = nullptr;
  bool district_proof = false;  // A district of the old province is named.
  bool publisher = false;
  bool acting = false;         // A body of it acts.
  bool principal = false;      // … and holds the event.
  bool opening = false;        // Proven in title or opening.
  bool opening_venue = false;  // "tại X" in the opening
  bool title = false;
  int certain = 0;  // Mentions in frames A and B.
  int weak = 0;
  int venues = 0;
  std::vector<Evidence> evidence;

  int mentions() const { return certain + weak; }
};

class Candidates {
 public:
  Candidate& Get(const Province* before, const Province* from) {
    for (Candidate& candidate : all_) {
      if ((before != nullptr && candidate.before == before) ||
          (before == nullptr && candidate.before == nullptr &&
           candidate.from == from)) {
        return candidate;
      }
    }
    all_.emplace_back();
    all_.back().before = before;
    all_.back().from = from;
    return all_.back();
  }
  std::vector<Candidate>& all() { return all_; }

 private:
  std::vector<Candidate> all_;
};

std::string_view RuleOf(Frame frame) {
  switch (frame) {
    case Frame::kCertain:
      return "province.frame-a";
    case Frame::kStrong:
      return "province.frame-b";
    case Frame::kWeak:
      return "province.frame-c";
  }
  return "";
}

Certainty CertaintyOf(Frame frame) {
  switch (frame) {
    case Frame::kCertain:
      return Certainty::kHigh;
    case Frame::kStrong:
      return Certainty::kMedium;
    case Frame::kWeak:
      return Certainty::kLow;
  }
  return Certainty::kLow;
}

void AddEvidence(Candidate& candidate, Evidence evidence) {
  constexpr std::size_t kMostEvidence = 8;
  if (candidate.evidence.size() < kMostEvidence) {
    candidate.evidence.push_back(std::move(evidence));
  }
}

bool MayStandAlone(const PlaceName& place) {
  const ProvinceAmbiguity* ambiguity = AmbiguityOf(place.name);
  return ambiguity == nullptr || ambiguity->alone_is_enough;
}

void AddMention(const ArticleView& view, const PlaceMention& mention,
                Candidates& candidates) {
  const PlaceName& place = mention.place;
  if (place.before == nullptr && place.from == nullptr) return;
  if (mention.hometown || !view.searched(place.first)) return;
  const bool district = place.level == PlaceLevel::kDistrict;
  if (mention.frame == Frame::kWeak && !MayStandAlone(place)) return;
  Candidate& candidate =
      candidates.Get(place.before, district ? nullptr : place.from);
  Evidence evidence;
  evidence.begin = mention.begin;
  evidence.end = mention.end;
  evidence.rule =
      district ? "province.district" : std::string(RuleOf(mention.frame));
  evidence.certainty = CertaintyOf(mention.frame);
  if (district) evidence.detail = place.type + " " + place.name;
  AddEvidence(candidate, std::move(evidence));
  candidate.district_proof |= district;
  const bool title = view.role(place.first) == BlockRole::kTitle;
  if (mention.listed && !title) return;
  if (mention.venue && !title) {
    ++candidate.venues;
    // The capital is where everybody meets.
    candidate.opening_venue |=
        view.opening(place.first, kOpeningSentences) && place.name != "Hà Nội";
  }
  (mention.frame == Frame::kWeak ? candidate.weak : candidate.certain) += 1;
  const bool opening = view.opening(place.first, kOpeningSentences) &&
                       mention.frame != Frame::kWeak && !mention.venue;
  candidate.title |= title;
  candidate.opening |= opening || title;
}

void AddUnits(const std::vector<RankedUnit>& units, Candidates& candidates) {
  for (const RankedUnit& unit : units) {
    const PlaceName& place = unit.place;
    if (unit.value.role == "publisher" ||
        (place.before == nullptr && place.from == nullptr)) {
      continue;
    }
    const bool district = place.level != PlaceLevel::kProvince;
    Candidate& candidate =
        candidates.Get(place.before, district ? nullptr : place.from);
    candidate.district_proof |= district;
    candidate.acting = true;
    candidate.principal |= unit.value.role == "principal";
    if (candidate.evidence.empty()) {
      Evidence evidence = unit.value.evidence.front();
      evidence.rule = "province.unit";
      evidence.detail = unit.value.name;
      AddEvidence(candidate, std::move(evidence));
    }
  }
}

void AddPublisher(const Publisher& publisher, Candidates& candidates) {
  if (publisher.before == nullptr && publisher.from == nullptr) return;
  Candidate& candidate = candidates.Get(publisher.before, publisher.from);
  candidate.publisher = true;
  if (publisher.evidence) {
    candidate.evidence.insert(candidate.evidence.begin(), *publisher.evidence);
  }
}

// Keeps what the article is about. A candidate known only from further down
// stays only if none is better.
std::vector<Candidate> Select(std::vector<Candidate>& all, bool central_event) {
  const auto is_subject = [central_event](const Candidate& candidate) {
    if (candidate.publisher || candidate.acting || candidate.title) return true;
    if (!candidate.opening) return false;
    return !(central_event && candidate.venues >= candidate.mentions());
  };
  const bool subject_known = std::any_of(all.begin(), all.end(), is_subject);
  std::vector<Candidate> kept;
  for (Candidate& candidate : all) {
    const bool repeated = candidate.mentions() >= kRepeated &&
                          candidate.venues < candidate.mentions();
    const bool fallback = !subject_known && !central_event &&
                          (repeated || candidate.certain > candidate.venues ||
                           candidate.opening_venue);
    if (is_subject(candidate) || fallback) kept.push_back(std::move(candidate));
  }
  const auto rank = [](const Candidate& candidate) {
    if (candidate.publisher && candidate.certain > 0) return 0;
    if (candidate.principal) return 1;
    if (candidate.publisher && candidate.mentions() == 0) return 4;
    if (candidate.title) return 2;
    return 3;
  };
  std::stable_sort(kept.begin(), kept.end(),
                   [&rank](const Candidate& a, const Candidate& b) {
                     return rank(a) < rank(b);
                   });
  return kept;
}

std::string RoleOf(const Candidate& candidate, bool first) {
  if (first) return "principal";
  if (candidate.acting) return "participant";
  if (candidate.publisher && candidate.mentions() == 0) return "publisher";
  return "subject";
}

void Add(std::vector<FacetValue>& values, const std::string& name,
         const Candidate& candidate, const Evidence* derived) {
  const bool known =
      std::any_of(values.begin(), values.end(),
                  [&name](const FacetValue& v) { return v.value == name; });
  if (known) return;
  FacetValue value;
  value.value = name;
  value.role = RoleOf(candidate, values.empty());
  value.evidence = candidate.evidence;
  if (derived != nullptr) {
    value.evidence.insert(value.evidence.begin(), *derived);
  }
  values.push_back(std::move(value));
}

// The only old province in today's unit, if it was never merged.
const Province* OnlyPart(const Province& from) {
  if (from.parts.size() != 1) return nullptr;
  return FindProvince(from.parts.front(), ProvinceEra::kBefore2025);
}

void Emit(const Candidate& candidate, bool after_reform,
          ProvinceFacets& facets) {
  const Province* now = candidate.from;
  if (candidate.before != nullptr) {
    now = SuccessorOf(candidate.before->name);
  }
  if (now == nullptr) return;
  const Province* old = candidate.before;
  const bool ambiguous_name =
      FindProvince(now->name, ProvinceEra::kBefore2025) == old;
  if (after_reform && ambiguous_name && !candidate.district_proof) {
    old = OnlyPart(*now);
  }
  if (old == nullptr && !after_reform) old = OnlyPart(*now);
  if (old != nullptr) Add(facets.before, old->name, candidate, nullptr);
  if (old != nullptr && old->name != now->name) {
    Evidence derived;
    derived.kind = EvidenceKind::kDerived;
    derived.rule = "province.successor";
    derived.detail = old->name;
    Add(facets.from, now->name, candidate, &derived);
  } else {
    Add(facets.from, now->name, candidate, nullptr);
  }
}

// A record's provinces, in the spelling of the tables; what is none is left
// out.
bool EmitStated(const StatedFields& stated, bool after_reform,
                ProvinceFacets& facets) {
  for (const std::string& name : stated.provinces) {
    Candidate candidate;
    candidate.before = FindProvince(name, ProvinceEra::kBefore2025);
    candidate.from = FindProvince(name, ProvinceEra::kFrom2025);
    if (candidate.before == nullptr && candidate.from == nullptr) continue;
    Evidence evidence;
    evidence.kind = EvidenceKind::kRecord;
    evidence.rule = "province.record";
    evidence.detail = "province";
    candidate.evidence.push_back(std::move(evidence));
    Emit(candidate, after_reform, facets);
  }
  return !facets.before.empty() || !facets.from.empty();
}

}  // namespace

ProvinceFacets ExtractProvinces(const ArticleView& view,
                                const std::vector<PlaceMention>& places,
                                const Publisher& publisher,
                                const std::vector<RankedUnit>& units,
                                const Date& date) {
  ProvinceFacets facets;
  const bool after_reform = date.year != 0 && date >= kProvinceReform;
  if (EmitStated(view.article().stated, after_reform, facets)) return facets;

  Candidates candidates;
  for (const PlaceMention& mention : places) {
    AddMention(view, mention, candidates);
  }
  AddUnits(units, candidates);
  AddPublisher(publisher, candidates);
  const bool central_event = !units.empty() && units.front().central;
  for (const Candidate& candidate : Select(candidates.all(), central_event)) {
    Emit(candidate, after_reform, facets);
  }
  return facets;
}

}  // namespace tracuu::extract
