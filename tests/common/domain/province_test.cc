#include "common/domain/province.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/province");

constexpr ProvinceEra kOld = ProvinceEra::kBefore2025;
constexpr ProvinceEra kNew = ProvinceEra::kFrom2025;

std::string Find(std::string_view name, ProvinceEra era) {
  const Province* province = FindProvince(name, era);
  return province == nullptr ? "" : province->name;
}

TEST_CASE("63 provinces went whole into 34") {
  CHECK(ProvincesBefore2025().size() == 63);
  CHECK(ProvincesFrom2025().size() == 34);
  std::map<std::string, std::set<std::string>> parts;
  int cities = 0;
  for (const Province& province : ProvincesBefore2025()) {
    CAPTURE(province.name);
    const Province* successor = SuccessorOf(province.name);
    REQUIRE(successor != nullptr);
    CHECK(successor->name == province.successor);
    parts[successor->name].insert(province.name);
    cities += province.is_city ? 1 : 0;
    CHECK((province.is_city || !province.capital.empty()));
  }
  CHECK(cities == 6);
  int unchanged = 0;
  for (const Province& province : ProvincesFrom2025()) {
    CAPTURE(province.name);
    CHECK(parts[province.name] ==
          std::set<std::string>(province.parts.begin(), province.parts.end()));
    unchanged += province.parts.size() == 1 ? 1 : 0;
  }
  CHECK(unchanged == 11);
}

TEST_CASE("both lists are in order and no form names two provinces") {
  for (const auto provinces : {ProvincesBefore2025(), ProvincesFrom2025()}) {
    std::set<std::string> keys;
    std::string before;
    for (const Province& province : provinces) {
      CAPTURE(province.name);
      const std::string key = FoldedKey(province.name);
      CHECK(before < key);
      before = key;
      CHECK(Find(province.name, province.era) == province.name);
      CHECK(Find(province.official_name, province.era) == province.name);
      CHECK(Find(key, province.era) == province.name);
      for (const std::string& alias : province.strong_aliases) {
        CAPTURE(alias);
        CHECK(Find(alias, province.era) == province.name);
      }
    }
  }
}

TEST_CASE("a province is found however it is written") {
  CHECK(Find("TỈNH QUẢNG NAM", kOld) == "Quảng Nam");
  CHECK(Find("tinh quang nam", kOld) == "Quảng Nam");
  CHECK(Find("Hoà Bình", kOld) == "Hòa Bình");
  CHECK(Find("TP.HCM", kOld) == "Hồ Chí Minh");
  CHECK(Find("TP. Hồ Chí Minh", kNew) == "Hồ Chí Minh");
  CHECK(Find("Thành phố Đà Nẵng", kNew) == "Đà Nẵng");
  CHECK(Find("Thừa Thiên - Huế", kOld) == "Thừa Thiên Huế");
  CHECK(Find("Huế", kOld) == "Thừa Thiên Huế");
  CHECK(Find("Thừa Thiên Huế", kNew) == "Huế");
  CHECK(Find("Đắc Lắc", kOld) == "Đắk Lắk");
  CHECK(Find("Dak Lak", kNew) == "Đắk Lắk");
  CHECK(Find("Bà Rịa – Vũng Tàu", kOld) == "Bà Rịa - Vũng Tàu");
  CHECK(Find("Quảng Nam", kNew).empty());
  CHECK(Find("Huệ", kOld).empty());
  CHECK(Find("Thạnh Hóa", kOld).empty());
  for (const char* none :
       {"", "tỉnh", "Hà Tây", "Sài Gòn", "\xff", "thành phố"}) {
    CHECK(Find(none, kOld).empty());
  }
  CHECK(SuccessorOf("Quảng Nam")->name == "Đà Nẵng");
  CHECK(SuccessorOf("Huế")->name == "Huế");
  CHECK(SuccessorOf("Hà Tây") == nullptr);
}

TEST_CASE("ambiguities are known for every province") {
  for (const Province& province : ProvincesBefore2025()) {
    CAPTURE(province.name);
    REQUIRE(AmbiguityOf(province.name) != nullptr);
    CHECK_FALSE(AmbiguityOf(province.name)->reject_before.empty());
  }
  CHECK_FALSE(AmbiguityOf("Hồ Chí Minh")->alone_is_enough);
  CHECK_FALSE(AmbiguityOf("Hòa Bình")->alone_is_enough);
  CHECK(AmbiguityOf("Quảng Nam")->alone_is_enough);
  const auto& after = AmbiguityOf("Thái Bình")->reject_after;
  CHECK(std::ranges::find(after, "dương") != after.end());
  CHECK(AmbiguityOf("Paris") == nullptr);
  for (const Province& province : ProvincesBefore2025()) {
    for (const std::string& word : AmbiguityOf(province.name)->reject_before) {
      CHECK(ExactKey(word) == word);
    }
  }
}

TEST_CASE("696 districts lived to the reform, in existing provinces") {
  int alive = 0;
  for (const District& district : AllDistricts()) {
    CAPTURE(district.name);
    CHECK(Find(district.province, kOld) == district.province);
    CHECK(IsRealDay(district.last_day));
    alive += district.last_day == Date{2025, 6, 30} ? 1 : 0;
  }
  CHECK(alive == 696);
}

TEST_CASE("districts are found by exact name, also where several share it") {
  const auto chau_thanh = DistrictsNamed(ExactKey("Châu Thành"));
  std::set<std::string> provinces;
  for (const District* district : chau_thanh) {
    provinces.insert(district->province);
  }
  CHECK(provinces.size() == 10);
  const auto phu_luong = DistrictsNamed("phú lương");
  REQUIRE(phu_luong.size() == 1);
  CHECK(phu_luong[0]->province == "Thái Nguyên");
  CHECK(DistrictsNamed("phu luong").empty());
  CHECK_FALSE(DistrictsNamed(ExactKey("Sapa")).empty());
}

TEST_CASE("every host that somebody has met tells what its row says") {
  const Table& hosts = EmbeddedTable("hosts.tsv");
  int met = 0;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    const Table::Row row = hosts.row(i);
    if (row["evidence"] != "seen" && row["evidence"] != "seed") continue;
    const std::string host(row["host"]);
    CAPTURE(host);
    const auto fact = ProvinceOfHost(host, "");
    const bool none = row["kind"] == "shared" ||
                      (row["province"].empty() && row["province_2025"].empty());
    CHECK(fact.has_value() == !none);
    if (!fact) continue;
    ++met;
    CHECK(fact->province == row["province"]);
    CHECK(fact->province_2025 == row["province_2025"]);
  }
  CHECK(met > 150);
}

TEST_CASE("a host tells its publisher's province") {
  struct Case {
    const char* host;
    const char* path;
    const char* province;
  };
  static constexpr Case kCases[] = {
      {"quangtri.gov.vn", "/", "Quảng Trị"},
      {"phuluong.ThaiNguyen.gov.vn", "/tin", "Thái Nguyên"},
      {"www.quangtri.gov.vn:443", "", "Quảng Trị"},
      {"hcmcpv.org.vn", "/", "Hồ Chí Minh"},
      {"sonla.gov.vn", "/", "Sơn La"},
      {"dangcongsan.vn", "/tinhuylaichau/tin-tuc", "Lai Châu"},
      {"thads.moj.gov.vn", "/haugiang/noidung", "Hậu Giang"},
      {"dangcongsan.vn", "/thoi-su/ha-noi-hop.html", ""},
      {"dangcongsan.vn", "", ""},
      {"tulieuvankien.dangcongsan.vn", "/", ""},
      {"nhandan.vn", "/hanoi", ""},
      {"vietnamplus.vn", "/", ""},
      {"notquangtri.gov.vn", "/", ""},
      {"gov.vn", "/", ""},
      {"", "", ""},
      {"...", "/", ""},
  };
  for (const Case& c : kCases) {
    const std::string host = c.host;
    CAPTURE(host);
    const auto fact = ProvinceOfHost(c.host, c.path);
    CHECK((fact ? fact->province : "") == c.province);
  }
  // Known only since the reform, and for both halves of the new unit.
  const auto bac_ninh = ProvinceOfHost("baobacninhtv.vn", "/");
  REQUIRE(bac_ninh);
  CHECK(bac_ninh->province.empty());
  CHECK(bac_ninh->province_2025 == "Bắc Ninh");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
