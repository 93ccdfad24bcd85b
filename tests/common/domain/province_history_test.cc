#include "common/domain/province_history.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

namespace tracuu {
namespace {

const ProvincePeriod* UnitOn(const Date& day, std::string_view name) {
  for (const ProvincePeriod* unit : ProvincesOn(day)) {
    if (unit->name == name) return unit;
  }
  return nullptr;
}

std::set<std::string> Names(const std::vector<std::size_t>& places) {
  std::set<std::string> names;
  for (const std::size_t place : places) {
    names.insert(ProvincePeriods()[place].official_name);
  }
  return names;
}

std::ptrdiff_t Cities(const Date& day) {
  const auto units = ProvincesOn(day);
  return std::count_if(units.begin(), units.end(),
                       [](const auto* unit) { return unit->is_city; });
}

TEST_SUITE_BEGIN("common/domain/province_history");

TEST_CASE("how many units and cities there were on a day") {
  struct Case {
    Date day;
    std::size_t units;
    std::ptrdiff_t cities;
  };
  static constexpr Case kCases[] = {
      {{2003, 12, 31}, 0, 0}, {{2004, 1, 1}, 64, 5},   {{2008, 7, 31}, 64, 5},
      {{2008, 8, 1}, 63, 5},  {{2024, 12, 31}, 63, 5}, {{2025, 1, 1}, 63, 6},
      {{2025, 6, 30}, 63, 6}, {{2025, 7, 1}, 34, 6},   {{2026, 4, 29}, 34, 6},
      {{2026, 4, 30}, 34, 7},
  };
  for (const Case& c : kCases) {
    CAPTURE(FormatIso(c.day));
    CHECK(ProvincesOn(c.day).size() == c.units);
    CHECK(Cities(c.day) == c.cities);
  }
}

TEST_CASE("no day has two units of one name") {
  for (const Date day : {Date{2008, 7, 31}, Date{2025, 6, 30}, Date{2025, 7, 1},
                         Date{2026, 5, 1}}) {
    std::set<std::string> names;
    for (const ProvincePeriod* unit : ProvincesOn(day)) {
      CAPTURE(unit->name);
      CHECK(names.insert(unit->name).second);
    }
  }
}

TEST_CASE("Hà Tây went into Hà Nội") {
  const ProvincePeriod* ha_tay = UnitOn({2008, 7, 31}, "Hà Tây");
  REQUIRE(ha_tay != nullptr);
  CHECK(FormatIso(ha_tay->last_day) == "2008-07-31");
  CHECK(Names(ha_tay->successors) == std::set<std::string>{"Thành phố Hà Nội"});
  CHECK(UnitOn({2008, 8, 1}, "Hà Tây") == nullptr);
  const ProvincePeriod* ha_noi = UnitOn({2008, 8, 1}, "Hà Nội");
  REQUIRE(ha_noi != nullptr);
  CHECK(Names(ha_noi->predecessors) ==
        std::set<std::string>{"Thành phố Hà Nội", "Tỉnh Hà Tây"});
  CHECK(ha_noi->in_new_list);
  CHECK(ha_noi->last_day.year == 0);
  const ProvincePeriod* before = UnitOn({2008, 7, 31}, "Hà Nội");
  REQUIRE(before != nullptr);
  CHECK_FALSE(before->in_new_list);
}

TEST_CASE("Huế was a province until 2024 and bears its own name since") {
  const ProvincePeriod* province = UnitOn({2024, 12, 31}, "Thừa Thiên Huế");
  REQUIRE(province != nullptr);
  CHECK(province->official_name == "Tỉnh Thừa Thiên Huế");
  CHECK_FALSE(province->is_city);
  const ProvincePeriod* city = UnitOn({2025, 1, 1}, "Thừa Thiên Huế");
  REQUIRE(city != nullptr);
  CHECK(city->official_name == "Thành phố Huế");
  CHECK(city->act == "175/2024/QH15");
  const ProvincePeriod* now = UnitOn({2025, 7, 1}, "Huế");
  REQUIRE(now != nullptr);
  CHECK(Names(now->predecessors) == std::set<std::string>{"Thành phố Huế"});
  CHECK(ProvincePeriods()[now->predecessors.front()].successors.size() == 1);
}

TEST_CASE("what the reform merged knows its parts, what it left is one") {
  const ProvincePeriod* lam_dong = UnitOn({2025, 7, 1}, "Lâm Đồng");
  REQUIRE(lam_dong != nullptr);
  CHECK(Names(lam_dong->predecessors) ==
        std::set<std::string>{"Tỉnh Lâm Đồng", "Tỉnh Đắk Nông",
                              "Tỉnh Bình Thuận"});
  CHECK(FormatIso(lam_dong->first_day) == "2025-07-01");
  CHECK(UnitOn({2025, 6, 30}, "Cao Bằng") == UnitOn({2025, 7, 1}, "Cao Bằng"));
}

TEST_CASE("Đồng Nai is a city since 2026-04-30") {
  const ProvincePeriod* province = UnitOn({2026, 4, 29}, "Đồng Nai");
  const ProvincePeriod* city = UnitOn({2026, 4, 30}, "Đồng Nai");
  REQUIRE((province != nullptr && city != nullptr));
  CHECK(province->official_name == "Tỉnh Đồng Nai");
  CHECK(Names(province->predecessors) ==
        std::set<std::string>{"Tỉnh Đồng Nai", "Tỉnh Bình Phước"});
  CHECK(Names(city->predecessors) == std::set<std::string>{"Tỉnh Đồng Nai"});
  CHECK(city->official_name == "Thành phố Đồng Nai");
  const ProvincePeriod* old = UnitOn({2025, 6, 30}, "Đồng Nai");
  REQUIRE(old != nullptr);
  REQUIRE(old->successors.size() == 1);
  CHECK(&ProvincePeriods()[old->successors.front()] == province);
}

TEST_CASE("every link is known from both ends, without a gap of days") {
  const auto periods = ProvincePeriods();
  for (std::size_t i = 0; i < periods.size(); ++i) {
    CAPTURE(periods[i].name);
    CHECK((periods[i].last_day.year == 0) == periods[i].successors.empty());
    for (const std::size_t next : periods[i].successors) {
      const auto& back = periods[next].predecessors;
      CHECK(std::count(back.begin(), back.end(), i) == 1);
      CHECK(ToDayNumber(periods[next].first_day) ==
            ToDayNumber(periods[i].last_day) + 1);
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
