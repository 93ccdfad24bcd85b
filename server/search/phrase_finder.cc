#include "server/search/phrase_finder.h"

#include <algorithm>

#include "common/index/token_units.h"

namespace tracuu {
namespace {

using Units = std::span<const std::uint16_t>;

// How many units are compared at a glance.
constexpr std::size_t kGlance = 64;

// The first place from `at` on that holds a unit in [first, first + count);
// units.size() if there is none. REQUIRES: all of these are words.
std::size_t FindUnit(Units units, std::size_t at, std::uint16_t first,
                     std::uint16_t count) {
  const auto is_meant = [&](std::uint16_t unit) {
    return static_cast<std::uint16_t>(unit - first) < count;
  };
  for (; at + kGlance <= units.size(); at += kGlance) {
    const std::uint16_t* const some = units.data() + at;
    // As wide as a unit, so that a vector holds as many answers as units.
    std::uint16_t any = 0;
    for (std::size_t i = 0; i < kGlance; ++i) {
      const auto apart = static_cast<std::uint16_t>(some[i] - first);
      any |= static_cast<std::uint16_t>(apart < count ? 0xFFFF : 0);
    }
    if (any != 0) break;
  }
  while (at < units.size() && !is_meant(units[at])) ++at;
  return at;
}

}  // namespace

PhraseFinder::PhraseFinder(const ForwardIndex& index,
                           const std::vector<QueryItem>& items, TextScope scope)
    : index_(index), scope_(scope) {
  for (const QueryItem& item : items) {
    places_.push_back(item.kind == ItemKind::kExact
                          ? index.Find(item.form)
                          : index.SpellingsOf(item.form));
  }
  // Words are numbered by frequency.
  rarest_ = static_cast<std::size_t>(
      std::max_element(
          places_.begin(), places_.end(),
          [](const auto& a, const auto& b) { return a.first < b.first; }) -
      places_.begin());
}

bool PhraseFinder::IsIn(std::uint32_t docid) const {
  const bool unknown = std::any_of(places_.begin(), places_.end(),
                                   [](const auto& p) { return p.empty(); });
  if (unknown) return false;
  const Units units = index_.Units(docid);
  return scope_ == TextScope::kTitle ? IsInTitle(units) : IsAnywhere(units);
}

bool PhraseFinder::IsInTitle(Units units) const {
  for (std::size_t at = 0; at < units.size();) {
    const auto next = static_cast<std::size_t>(
        std::find_if(units.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     units.end(), IsRole) -
        units.begin());
    if (RoleOf(units[at]) == BlockRole::kTitle &&
        IsAnywhere(units.subspan(at, next - at))) {
      return true;
    }
    at = next;
  }
  return false;
}

bool PhraseFinder::IsAnywhere(Units units) const {
  const WordRange rarest = places_[rarest_];
  if (rarest.last <= kFirstLead) {
    const auto first = static_cast<std::uint16_t>(rarest.first);
    const auto count = static_cast<std::uint16_t>(rarest.last - rarest.first);
    for (std::size_t at = FindUnit(units, 0, first, count); at < units.size();
         at = FindUnit(units, at + 1, first, count)) {
      const bool trails = at > 0 && IsLead(units[at - 1]);
      if (!trails && StandsAt(units, at, at + 1)) return true;
    }
    return false;
  }
  // Words that take two units are too rare to be worth a glance.
  for (std::size_t at = 0; at < units.size();) {
    UnitCursor cursor(units, at);
    const std::uint32_t word = cursor.Next();
    if (word == UnitCursor::kNoWord) {
      ++at;  // Past the mark of a block.
      continue;
    }
    if (rarest.Holds(word) && StandsAt(units, at, cursor.at())) return true;
    at = cursor.at();
  }
  return false;
}

// The rarest word takes units [begin, end): do the others stand around it?
bool PhraseFinder::StandsAt(Units units, std::size_t begin,
                            std::size_t end) const {
  UnitCursor before(units, begin);
  for (std::size_t i = rarest_; i-- > 0;) {
    if (!places_[i].Holds(before.Previous())) return false;
  }
  UnitCursor behind(units, end);
  for (std::size_t i = rarest_ + 1; i < places_.size(); ++i) {
    if (!places_[i].Holds(behind.Next())) return false;
  }
  return true;
}

}  // namespace tracuu
