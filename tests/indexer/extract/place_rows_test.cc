// One check per row of province_ambiguity.tsv, districts.tsv and the two lists
// of provinces: each name is put into an invented sentence, with the words that
// make it a province and with those that make it something else.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/domain/province.h"
#include "common/text/analyze.h"
#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;
using test::Values;

bool Names(const std::string& title, const std::string& province) {
  const std::vector<std::string> found =
      Values(Page().Title(title).Extract().provinces);
  return std::find(found.begin(), found.end(), province) != found.end();
}

// "huyện Quảng Ninh", "thị xã Phú Thọ": a place of its own, in some province.
bool IsDistrictWord(std::string_view word) {
  return word == "huyện" || word == "quận";
}

TEST_CASE("the type word makes every name a province") {
  for (const Province& province : ProvincesBefore2025()) {
    CAPTURE(province.name);
    CHECK(Names("Bản tin của " + province.official_name, province.name));
    CHECK(Names("UBND " +
                    std::string(province.is_city ? "thành phố " : "tỉnh ") +
                    province.name + " họp",
                province.name));
  }
}

TEST_CASE("a bare name counts where its row says so") {
  for (const Province& province : ProvincesBefore2025()) {
    const ProvinceAmbiguity* ambiguity = AmbiguityOf(province.name);
    REQUIRE(ambiguity != nullptr);
    CAPTURE(province.name);
    CHECK(Names("Mùa vàng " + province.name, province.name) ==
          ambiguity->alone_is_enough);
  }
}

TEST_CASE("the words of its row make a name something else") {
  for (const Province& province : ProvincesBefore2025()) {
    const ProvinceAmbiguity* ambiguity = AmbiguityOf(province.name);
    REQUIRE(ambiguity != nullptr);
    for (const std::string& word : ambiguity->reject_before) {
      if (IsDistrictWord(word)) continue;
      const std::string title =
          "Chuyện kể về " + word + " " + province.name + " năm ấy";
      CAPTURE(title);
      CHECK_FALSE(Names(title, province.name));
    }
    for (const std::string& word : ambiguity->reject_after) {
      const std::string title =
          "Chuyện kể về " + province.name + " " + word + " năm ấy";
      CAPTURE(title);
      CHECK_FALSE(Names(title, province.name));
    }
  }
}

TEST_CASE("a district proves its province unless several have one") {
  for (const District& district : AllDistricts()) {
    std::set<std::string> provinces;
    for (const District* same : DistrictsNamed(ExactKey(district.name))) {
      if (same->type == district.type) provinces.insert(same->province);
    }
    const std::string title =
        "Lớp học ở " + district.type + " " + district.name;
    CAPTURE(title);
    const std::vector<std::string> found =
        Values(Page().Title(title).Extract().provinces);
    if (provinces.size() > 1) {
      CHECK(found.empty());
    } else {
      CHECK(found == std::vector<std::string>{district.province});
    }
  }
}

}  // namespace
}  // namespace tracuu
