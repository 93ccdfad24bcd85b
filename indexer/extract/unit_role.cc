#include "indexer/extract/unit_role.h"

#include "indexer/extract/unit_place.h"

namespace tracuu::extract {
namespace {

const Province* ProvinceOf(const PlaceName& place) {
  return place.before != nullptr ? place.before : place.from;
}

// True if two bodies belong to one place, or one's place lies in the other's
// as far as names can tell. A commune lies in whatever district or province
// the article is about.
bool IsOfSamePlace(const UnitName& name, const UnitName& principal) {
  if (!principal.place) return principal.level != "trung-uong";
  if (!name.place) return false;
  const PlaceName& p = *name.place;
  const PlaceName& q = *principal.place;
  if (p.level == q.level) return ExactKey(p.name) == ExactKey(q.name);
  if (p.level == PlaceLevel::kCommune || q.level == PlaceLevel::kCommune) {
    return true;
  }
  const Province* province = ProvinceOf(p);
  return province == nullptr || ProvinceOf(q) == nullptr ||
         province == ProvinceOf(q);
}

// Of a wider place: the province's body beside a district's.
bool IsSuperior(const UnitName& name, const UnitName& principal) {
  return name.place && principal.place &&
         name.place->level < principal.place->level;
}

}  // namespace

bool TakesPart(const UnitName& name, const UnitParts& parts,
               const UnitName& principal) {
  // The centre is named everywhere; members of a party organisation do not act
  // as one.
  if (name.level == "trung-uong" || name.kind == "dang-bo" || name.incomplete ||
      parts.empty()) {
    return false;
  }
  if (parts.Has(UnitPart::kPartner) || parts.Has(UnitPart::kVisits)) {
    return true;
  }
  const bool attends = parts.Has(UnitPart::kAttends);
  // The same bodies of other places meet: "Ủy ban MTTQ các tỉnh …".
  if (attends && name.base == principal.base) return true;
  if (!IsOfSamePlace(name, principal)) return false;
  const bool acts =
      parts.Has(UnitPart::kSubject) || parts.Has(UnitPart::kAgent) ||
      parts.Has(UnitPart::kSource) || parts.Has(UnitPart::kSpokesman) ||
      parts.Has(UnitPart::kAsked);
  return acts || (attends && !IsSuperior(name, principal));
}

}  // namespace tracuu::extract
