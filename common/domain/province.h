#ifndef TRACUU_COMMON_DOMAIN_PROVINCE_H_
#define TRACUU_COMMON_DOMAIN_PROVINCE_H_

// Provinces in time. Until 2025-06-30 there were 63; from 2025-07-01 there are
// 34 (National Assembly Resolution 202/2025/QH15). Every old province went
// whole into one new unit, so old → new is a function; new → old is not, and
// is never guessed. The tables are common/domain/data/provinces.tsv and
// provinces_2025.tsv. Everything here is immutable after the first call and
// thread-safe.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/date.h"

namespace tracuu {

// First day of the 34.
inline constexpr Date kProvinceReform{2025, 7, 1};

// Which list a name belongs to.
enum class ProvinceEra : std::uint8_t { kBefore2025, kFrom2025 };

struct Province {
  std::string name;           // "Quảng Nam"; the facet value.
  std::string official_name;  // "Tỉnh Quảng Nam", "Thành phố Hồ Chí Minh"
  ProvinceEra era = ProvinceEra::kBefore2025;
  bool is_city = false;   // Centrally-run city at the end of its era.
  std::string capital;    // Before 2025; empty for cities (but "Huế").
  std::string successor;  // kBefore2025: name of the 2025 unit.
  std::vector<std::string> parts;           // kFrom2025: the old names.
  std::vector<std::string> strong_aliases;  // May stand alone: "TP.HCM".
  std::vector<std::string> weak_aliases;    // Need support: "HN".
};

// The city named after the person is "Hồ Chí Minh" here, as in the statistics
// office's list; pages show its official name.
std::span<const Province> ProvincesBefore2025();  // 63, by name
std::span<const Province> ProvincesFrom2025();    // 34, by name

// Finds a province of `era` by its name or a strong alias, without regard to
// case, tone placement or the words "tỉnh" and "thành phố" in front. Syllables
// written without marks match any ("quang tri"); syllables with marks must have
// the right ones ("Huệ", a given name, does not find Huế). Null if there is
// none.
const Province* FindProvince(std::string_view name, ProvinceEra era);

// The 2025 unit of an old province; null for a name that is none.
const Province* SuccessorOf(std::string_view name_before_2025);

// One way in which a province's name reads otherwise ("hòa bình" = peace).
struct ProvinceAmbiguity {
  std::string name;            // As in Province::name.
  std::string risk;            // "high", "medium", "low"
  std::string other_readings;  // For people: what else it can be.
  // Words that, right before (after) the name, show that it is no province
  // here, as ExactKey() forms: "thái" before and "dương" after.
  std::vector<std::string> reject_before;
  std::vector<std::string> reject_after;
  bool alone_is_enough = true;  // false: a bare capitalised name never counts.
};

// Never null for a name of either era (words that spoil every province's name,
// such as "sông" before it, are in every answer). Knows the weak aliases
// "Sài Gòn" and "Thủ đô", too. Null for other words.
const ProvinceAmbiguity* AmbiguityOf(std::string_view province_name);

// A district-level unit (2009 to 2025-06-30).
struct District {
  std::string name;      // "Phú Lương"
  std::string type;      // "huyện", "quận", "thị xã", "thành phố"
  std::string province;  // Province::name, before 2025
  bool is_provincial_seat = false;
  Date last_day;  // 2025-06-30 for the 696 that lived to the reform.
  std::vector<std::string> aliases;
};

// The districts whose name (exact form, with marks) is `exact_key`, as made by
// ExactKey(). More than one entry: the name alone proves nothing.
std::span<const District* const> DistrictsNamed(std::string_view exact_key);

// Every district, for building matchers.
std::span<const District> AllDistricts();

// What a host name (and the path on a shared host) says about the publisher.
struct HostFact {
  std::string province;  // Before 2025; empty for central hosts.
  std::string province_2025;
  std::string kind;  // "gov_portal", "party_newspaper", …
};

// Returns nothing for unknown and for central hosts. `host` may carry
// subdomains (phuluong.thainguyen.gov.vn) and any case; `path` is the URL's.
std::optional<HostFact> ProvinceOfHost(std::string_view host,
                                       std::string_view path);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_PROVINCE_H_
