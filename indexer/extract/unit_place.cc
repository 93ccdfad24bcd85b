#include "indexer/extract/unit_place.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "common/domain/province_history.h"

namespace tracuu::extract {
namespace {

constexpr std::string_view kHue = "Huế";
constexpr std::string_view kOldHue = "Thừa Thiên Huế";

bool IsUsable(const ArticleView& view, const PlaceMention& mention) {
  return view.searched(mention.place.first) && !mention.hometown &&
         !mention.venue && !mention.listed && !mention.guest &&
         mention.frame != Frame::kWeak;
}

bool IsCity(const PlaceName& place) {
  return place.level == PlaceLevel::kProvince &&
         ((place.before != nullptr && place.before->is_city) ||
          (place.from != nullptr && place.from->is_city));
}

// The days on which provinces became cities run by the centre (Huế, Đồng Nai),
// by today's name.
const std::map<std::string, Date>& CitiesSince() {
  static const auto* const kSince = [] {
    auto* since = new std::map<std::string, Date>;
    const std::span<const ProvincePeriod> periods = ProvincePeriods();
    for (const ProvincePeriod& period : periods) {
      if (!period.is_city) continue;
      for (const std::size_t before : period.predecessors) {
        if (periods[before].is_city || periods[before].name != period.name) {
          continue;
        }
        const Province* now = SuccessorOf(period.name);
        since->emplace(now != nullptr ? now->name : period.name,
                       period.first_day);
      }
    }
    return since;
  }();
  return *kSince;
}

}  // namespace

PlaceFiller::PlaceFiller(const ArticleView& view,
                         const std::vector<PlaceMention>& places,
                         const Publisher& publisher,
                         const std::vector<UnitMention>& bodies)
    : view_(view), publisher_(publisher) {
  for (const UnitMention& body : bodies) {
    if (body.name.place && !body.name.place->name.empty()) {
      body_places_.push_back(*body.name.place);
    }
  }
  for (const PlaceMention& mention : places) {
    if (IsUsable(view, mention)) usable_.push_back(&mention);
  }
}

// The last usable place of that level before the mention in its paragraph.
std::optional<PlaceName> PlaceFiller::Nearest(const UnitMention& mention,
                                              PlaceLevel level) const {
  std::optional<PlaceName> nearest;
  for (const PlaceMention* place : usable_) {
    if (place->begin >= mention.begin) break;
    if (place->place.level != level || place->former) continue;
    if (view_.context(place->place.first).paragraph !=
        view_.context(mention.name.first).paragraph) {
      continue;
    }
    nearest = place->place;
  }
  return nearest;
}

// The place of that level the article is about: named in the title, else
// most often.
std::optional<PlaceName> PlaceFiller::Home(PlaceLevel level) const {
  std::map<std::string, int> counts;
  const PlaceMention* best = nullptr;
  int best_count = 0;
  for (const PlaceMention* mention : usable_) {
    if (mention->place.level != level) continue;
    const bool title = view_.role(mention->place.first) == BlockRole::kTitle;
    counts[mention->place.name] += title ? 10 : 1;
  }
  for (const PlaceMention* mention : usable_) {
    if (mention->place.level != level) continue;
    const int count = counts[mention->place.name];
    if (count > best_count) {
      best = mention;
      best_count = count;
    }
  }
  if (best == nullptr) return std::nullopt;
  return best->place;
}

bool PlaceFiller::IsInTitle(const PlaceName& place) const {
  return std::any_of(
      usable_.begin(), usable_.end(), [&](const PlaceMention* mention) {
        return mention->place.level == place.level &&
               mention->place.name == place.name &&
               view_.role(mention->place.first) == BlockRole::kTitle;
      });
}

// The commune of the title, or the only one the article names: a district's
// news may name many.
std::optional<PlaceName> PlaceFiller::HomeCommune() const {
  const std::optional<PlaceName> home = Home(PlaceLevel::kCommune);
  if (!home) return std::nullopt;
  bool in_title = false;
  bool only = true;
  for (const PlaceMention* mention : usable_) {
    if (mention->place.level != PlaceLevel::kCommune) continue;
    const bool is_home = ExactKey(mention->place.name) == ExactKey(home->name);
    only = only && is_home;
    in_title = in_title || (is_home && view_.role(mention->place.first) ==
                                           BlockRole::kTitle);
  }
  if (!in_title && !only) return std::nullopt;
  return home;
}

std::optional<PlaceName> PlaceFiller::OfPublisher(PlaceLevel level) const {
  if (level == PlaceLevel::kDistrict) return publisher_.district;
  if (level != PlaceLevel::kProvince ||
      (publisher_.before == nullptr && publisher_.from == nullptr)) {
    return std::nullopt;
  }
  PlaceName place;
  place.level = PlaceLevel::kProvince;
  place.before = publisher_.before;
  place.from = publisher_.from;
  place.name = place.province_name();
  return place;
}

// The place of that level and type that the article's bodies have most often.
std::optional<PlaceName> PlaceFiller::OfBodies(PlaceLevel level,
                                               std::string_view type) const {
  std::map<std::string, int> counts;
  std::optional<PlaceName> best;
  int best_count = 0;
  for (const PlaceName& place : body_places_) {
    if (place.level != level || (!type.empty() && place.type != type)) continue;
    const int count = ++counts[ExactKey(place.name)];
    if (count <= best_count) continue;
    best = place;
    best_count = count;
  }
  return best;
}

std::optional<PlaceName> PlaceFiller::District(const UnitMention& mention,
                                               std::string_view type) const {
  const std::optional<PlaceName> home = Home(PlaceLevel::kDistrict);
  // A district that only sends guests is no body's; the bodies' own is.
  const bool titled = home && IsInTitle(*home);
  for (const std::optional<PlaceName>& place :
       {Nearest(mention, PlaceLevel::kDistrict), titled ? home : std::nullopt,
        OfBodies(PlaceLevel::kDistrict, type), home,
        OfPublisher(PlaceLevel::kDistrict)}) {
    // "UBND huyện" cannot be a thị xã's.
    if (place && (type.empty() || place->type == type)) return place;
  }
  return std::nullopt;
}

std::optional<PlaceName> PlaceFiller::City() const {
  for (const std::optional<PlaceName>& place :
       {OfBodies(PlaceLevel::kProvince, {}), Home(PlaceLevel::kProvince),
        OfPublisher(PlaceLevel::kProvince)}) {
    if (place && (IsCity(*place) || place->name == kHue)) return place;
  }
  return std::nullopt;
}

std::optional<PlaceName> PlaceFiller::OfProvince(
    const UnitMention& mention) const {
  for (const std::optional<PlaceName>& place :
       {Nearest(mention, PlaceLevel::kProvince),
        OfPublisher(PlaceLevel::kProvince), Home(PlaceLevel::kProvince),
        OfBodies(PlaceLevel::kProvince, {})}) {
    if (place) return place;
  }
  return std::nullopt;
}

void PlaceFiller::Fill(UnitMention& mention) const {
  if (!mention.name.place || !mention.name.place->name.empty()) return;
  const PlaceName& wanted = *mention.name.place;
  std::string_view type = wanted.type;
  if (type.empty()) type = TypeOfCommittee(mention.name.base);
  std::optional<PlaceName> found;
  switch (wanted.level) {
    case PlaceLevel::kProvince:
      found = OfProvince(mention);
      break;
    case PlaceLevel::kDistrict:
      found = District(mention, type);
      if (!found && type == "thành phố") found = City();
      break;
    case PlaceLevel::kCommune:
      found = Nearest(mention, PlaceLevel::kCommune);
      if (!found) found = HomeCommune();
      if (found && !type.empty() && found->type != type) found.reset();
      break;
  }
  if (!found) return;
  // "UBND thành phố" of a province's name stays a city's.
  if (found->level == PlaceLevel::kProvince) found->type = wanted.type;
  mention.name.place = std::move(*found);
}

bool IsCityOn(const PlaceName& place, const Date& date) {
  if (place.level != PlaceLevel::kProvince) return false;
  if (place.from != nullptr) {
    const auto since = CitiesSince().find(place.from->name);
    if (since != CitiesSince().end()) return date >= since->second;
  }
  return IsCity(place);
}

std::string FullName(const UnitName& unit, const Date& date) {
  if (!unit.place) return unit.base;
  const PlaceName& place = *unit.place;
  if (place.name.empty()) {
    return place.type.empty() ? unit.base : unit.base + " " + place.type;
  }
  if (!unit.bare_place) {
    // The province's old name went with its becoming a city.
    if (place.level == PlaceLevel::kProvince && place.name == kOldHue) {
      return unit.base + " tỉnh " + place.name;
    }
    if (place.name == kHue && place.type == "thành phố") {
      return unit.base + " thành phố Huế";  // A district's city until 2024.
    }
    const bool new_city = place.from != nullptr && place.from->is_city &&
                          (place.before == nullptr || !place.before->is_city) &&
                          IsCityOn(place, date);
    return unit.base + " " +
           (new_city ? "thành phố " + place.name : WithTypeWord(place));
  }
  if (place.name == "Hồ Chí Minh") return unit.base + " Thành phố Hồ Chí Minh";
  // "Quận ủy Quận 1": a number alone is no name.
  const bool numbered =
      place.name.find_first_not_of("0123456789") == std::string::npos;
  return unit.base + (numbered ? " Quận " : " ") + place.name;
}

std::string LevelOf(const UnitName& unit) {
  if (!unit.level.empty() && unit.level != "huyen") return unit.level;
  if (unit.place && !unit.place->name.empty()) {
    if (unit.place->level == PlaceLevel::kProvince) return "tinh";
    if (unit.place->level == PlaceLevel::kDistrict) return "huyen";
    return "xa";
  }
  return unit.level.empty() ? "khong-ro" : unit.level;
}

}  // namespace tracuu::extract
