#ifndef TRACUU_COMMON_DOMAIN_PROVINCE_HISTORY_H_
#define TRACUU_COMMON_DOMAIN_PROVINCE_HISTORY_H_

// Which provinces and centrally-run cities there were on a day, what each came
// from and what it went into: 64 until 2008-07-31 (Hà Tây went into Hà Nội),
// 63 until 2025-06-30, 34 from then on; Thừa Thiên Huế became the city of Huế
// on 2025-01-01, Đồng Nai a city on 2026-04-30.
//
// Made of the two lists of province.h and common/domain/data/
// province_events.tsv, which has what happened between them. Everything here
// is immutable after the first call and thread-safe.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "common/domain/date.h"
#include "common/domain/province.h"

namespace tracuu {

// Before this day three provinces were divided (Lai Châu, Đắk Lắk, Cần Thơ),
// and we know no list.
inline constexpr Date kProvinceHistoryBegins{2004, 1, 1};

// One unit for as long as its name, its status and its land stayed the same.
struct ProvincePeriod {
  std::string name;           // Value of the facets.
  std::string official_name;  // "Tỉnh Hà Tây", "Thành phố Huế"
  bool is_city = false;       // Run by the centre.
  // Is the name in the list until 2025-06-30, in that from 2025-07-01? Both
  // for the units that the reform left as they were; neither for Hà Tây.
  bool in_old_list = false;
  bool in_new_list = false;
  Date first_day;   // kProvinceHistoryBegins if it is older.
  Date last_day;    // Year 0: it still is.
  std::string act;  // What made it so; empty if it is older.
  // Places in ProvincePeriods(): what it was until the day before its first,
  // what it is from the day after its last.
  std::vector<std::size_t> predecessors;
  std::vector<std::size_t> successors;
};

// By name without marks, older periods of a unit first.
std::span<const ProvincePeriod> ProvincePeriods();

// The units of a day, by name without marks. Empty for days before
// kProvinceHistoryBegins. REQUIRES: day.is_day().
std::vector<const ProvincePeriod*> ProvincesOn(const Date& day);

}  // namespace tracuu

#endif  // TRACUU_COMMON_DOMAIN_PROVINCE_HISTORY_H_
