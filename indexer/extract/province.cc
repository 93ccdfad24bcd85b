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
  bool former = false;          // "tỉnh X cũ"
  bool district_proof = false;  // A district of the old province is named.
  bool publisher = false;
  bool acting = false;         // A body of it acts.
  bool principal = false;      // … and holds the event.
  bool opening = false;        // Proven in title or opening.
  bool opening_venue = false;  // "tại X" in the opening
  bool title = false;
  bool lead = false;
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
  candidate.former |= mention.former;
  const bool title = view.role(place.first) == BlockRole::kTitle;
  if ((mention.listed || mention.guest) && !title) return;
  // Bodies whose leader acts bring their province themselves.
  if (mention.office && !title) {
    ++candidate.weak;
    return;
  }
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
  candidate.lead |= opening && view.role(place.first) == BlockRole::kLead;
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

// "Địa chỉ: … Ba Đình, Hà Nội" under the news of a ministry.
bool IsAddress(const ArticleView& view, const Evidence& evidence) {
  if (evidence.kind != EvidenceKind::kText) return false;
  const std::string_view text = view.article().text;
  const std::size_t line = text.rfind('\n', evidence.begin);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::string key = ExactKey(text.substr(begin, evidence.begin - begin));
  return key.starts_with("địa chỉ") || key.starts_with("trụ sở") ||
         key.starts_with("tòa soạn");
}

void AddPublisher(const ArticleView& view, const Publisher& publisher,
                  bool central_event, Candidates& candidates) {
  if (publisher.before == nullptr && publisher.from == nullptr) return;
  // Where the centre is is no province of what it does.
  if (central_event && publisher.evidence &&
      IsAddress(view, *publisher.evidence)) {
    return;
  }
  Candidate& candidate = candidates.Get(publisher.before, publisher.from);
  candidate.publisher = true;
  if (publisher.evidence) {
    candidate.evidence.insert(candidate.evidence.begin(), *publisher.evidence);
  }
}

// Keeps what the article is about. A candidate known only from further down
// stays only if none is better.
std::vector<Candidate> Select(std::vector<Candidate>& all, bool central_event) {
  const bool lead_known =
      std::any_of(all.begin(), all.end(),
                  [](const Candidate& candidate) { return candidate.lead; });
  const auto is_subject = [central_event,
                           lead_known](const Candidate& candidate) {
    if (candidate.publisher || candidate.acting || candidate.title) return true;
    if (!candidate.opening) return false;
    // Where the lead has said whom it is about, one passing name is no more.
    if (lead_known && !candidate.lead && candidate.mentions() < kRepeated) {
      return false;
    }
    return !(central_event && candidate.venues >= candidate.mentions());
  };
  const bool subject_known = std::any_of(all.begin(), all.end(), is_subject);
  // Gauges on two rivers: of several venues none is what it is about.
  const bool one_venue =
      std::count_if(all.begin(), all.end(), [](const Candidate& candidate) {
        return candidate.opening_venue;
      }) == 1;
  // Of several that are named once, far down, none is what it is about.
  const bool one_named =
      std::count_if(all.begin(), all.end(), [](const Candidate& candidate) {
        return candidate.certain > candidate.venues;
      }) == 1;
  std::vector<Candidate> kept;
  for (Candidate& candidate : all) {
    const bool repeated = candidate.mentions() >= kRepeated &&
                          candidate.venues < candidate.mentions();
    const bool fallback =
        !subject_known && !central_event &&
        (repeated || (candidate.certain > candidate.venues && one_named) ||
         (candidate.opening_venue && one_venue));
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

// The unit of today's list, and where it is the successor of the one the text
// names, the proof that says so.
void AddNow(std::vector<FacetValue>& values, const Province& now,
            const Candidate& candidate, const Province* old) {
  if (old == nullptr || old->name == now.name) {
    Add(values, now.name, candidate, nullptr);
    return;
  }
  Evidence derived;
  derived.kind = EvidenceKind::kDerived;
  derived.rule = "province.successor";
  derived.detail = old->name;
  Add(values, now.name, candidate, &derived);
}

// Of an article of before the reform, or without a date: the old list, and
// today's units as its successors.
void EmitOld(const std::vector<Candidate>& candidates, ProvinceFacets& facets) {
  for (const Candidate& candidate : candidates) {
    const Province* old = candidate.before;
    const Province* now =
        old != nullptr ? SuccessorOf(old->name) : candidate.from;
    if (now == nullptr) continue;
    if (old == nullptr) old = OnlyPart(*now);
    if (old != nullptr) Add(facets.valid, old->name, candidate, nullptr);
    AddNow(facets.now, *now, candidate, old);
  }
}

// Of an article from the reform on: the units of that day, and behind them the
// old provinces that the text proves.
void EmitNew(const std::vector<Candidate>& candidates,
             const std::vector<Candidate>& named, ProvinceFacets& facets) {
  for (const Candidate& candidate : candidates) {
    const Province* now = candidate.before != nullptr
                              ? SuccessorOf(candidate.before->name)
                              : candidate.from;
    if (now == nullptr) continue;
    AddNow(facets.valid, *now, candidate, candidate.before);
    AddNow(facets.now, *now, candidate, candidate.before);
  }
  for (const Candidate& candidate : candidates) {
    const Province* old = candidate.before;
    if (old == nullptr) continue;
    // A name of both lists is today's unit unless a district says otherwise.
    const bool both =
        FindProvince(old->name, ProvinceEra::kFrom2025) != nullptr;
    if (both && !candidate.district_proof) continue;
    // A site that still bears the old name carries the whole unit's news.
    const bool only_host = candidate.publisher && candidate.mentions() == 0 &&
                           !candidate.acting && !candidate.district_proof;
    if (only_host) continue;
    Add(facets.valid, old->name, candidate, nullptr);
  }
  // "tỉnh Bạc Liêu cũ", "trước là của tỉnh Phú Yên": once named, it is part of
  // the unit that the article is about.
  for (const Candidate& candidate : named) {
    const Province* old = candidate.before;
    if (old == nullptr || (!candidate.former && candidate.certain == 0 &&
                           !candidate.district_proof)) {
      continue;
    }
    const bool both =
        FindProvince(old->name, ProvinceEra::kFrom2025) != nullptr;
    if (both && !candidate.district_proof) continue;
    const Province* now = SuccessorOf(old->name);
    const bool is_part = now != nullptr && now->name != old->name &&
                         std::any_of(facets.now.begin(), facets.now.end(),
                                     [now](const FacetValue& value) {
                                       return value.value == now->name;
                                     });
    if (is_part) Add(facets.valid, old->name, candidate, nullptr);
  }
}

void Emit(const std::vector<Candidate>& candidates,
          const std::vector<Candidate>& named, bool after_reform,
          ProvinceFacets& facets) {
  if (after_reform) {
    EmitNew(candidates, named, facets);
  } else {
    EmitOld(candidates, facets);
  }
}

// A record's provinces, in the spelling of the tables; what is none is left
// out.
bool EmitStated(const StatedFields& stated, bool after_reform,
                ProvinceFacets& facets) {
  std::vector<Candidate> candidates;
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
    candidates.push_back(std::move(candidate));
  }
  Emit(candidates, {}, after_reform, facets);
  return !candidates.empty();
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
  const bool central_event = !units.empty() && units.front().central;
  AddPublisher(view, publisher, central_event, candidates);
  const std::vector<Candidate> named = candidates.all();
  Emit(Select(candidates.all(), central_event), named, after_reform, facets);
  return facets;
}

}  // namespace tracuu::extract
