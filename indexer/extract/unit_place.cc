#include "indexer/extract/unit_place.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu::extract {
namespace {

bool IsUsable(const ArticleView& view, const PlaceMention& mention) {
  return view.searched(mention.place.first) && !mention.hometown &&
         !mention.venue && !mention.listed && mention.frame != Frame::kWeak;
}

bool IsCity(const PlaceName& place) {
  return place.level == PlaceLevel::kProvince &&
         ((place.before != nullptr && place.before->is_city) ||
          (place.from != nullptr && place.from->is_city));
}

}  // namespace

PlaceFiller::PlaceFiller(const ArticleView& view,
                         const std::vector<PlaceMention>& places,
                         const Publisher& publisher)
    : view_(view), publisher_(publisher) {
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

void PlaceFiller::Fill(UnitMention& mention) const {
  if (!mention.name.place || !mention.name.place->name.empty()) return;
  const PlaceName& wanted = *mention.name.place;
  const bool may_be_city =
      wanted.type == "thành phố" || mention.name.base == "Thành ủy";
  std::optional<PlaceName> found = Nearest(mention, wanted.level);
  if (!found && wanted.level == PlaceLevel::kDistrict) {
    found = Home(PlaceLevel::kDistrict);
    if (!found) found = OfPublisher(PlaceLevel::kDistrict);
  }
  if (!found && wanted.level == PlaceLevel::kProvince) {
    found = OfPublisher(PlaceLevel::kProvince);
    if (!found) found = Home(PlaceLevel::kProvince);
  }
  if (!found && may_be_city) {
    found = Home(PlaceLevel::kProvince);
    if (!found) found = OfPublisher(PlaceLevel::kProvince);
    if (found && !IsCity(*found)) found.reset();
  }
  if (!found) return;
  // "UBND huyện" cannot be a thị xã's.
  std::string_view type = wanted.type;
  if (type.empty()) type = TypeOfCommittee(mention.name.base);
  if (!type.empty() && found->level == PlaceLevel::kDistrict &&
      found->type != type) {
    return;
  }
  mention.name.place = std::move(*found);
}

std::string FullName(const UnitName& unit) {
  if (!unit.place) return unit.base;
  const PlaceName& place = *unit.place;
  if (place.name.empty()) {
    return place.type.empty() ? unit.base : unit.base + " " + place.type;
  }
  if (unit.bare_place && place.name == "Hồ Chí Minh") {
    return unit.base + " Thành phố Hồ Chí Minh";
  }
  return unit.base + " " + (unit.bare_place ? place.name : WithTypeWord(place));
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
