#include "server/search/facet_names.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "server/search/snapshot.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

std::set<std::string> Find(const Snapshot& snapshot, const char* facet,
                           const char* text) {
  const FacetTable& table = *snapshot.FindFacet(facet);
  std::set<std::string> values;
  for (const std::uint32_t ordinal : FindFacetValues(table, text)) {
    values.insert(table.value(ordinal));
  }
  return values;
}

using Values = std::set<std::string>;

}  // namespace

TEST_SUITE_BEGIN("server/search/facet_names");

TEST_CASE("a typed name means the values its reader means") {
  const test::MiniIndex index({
      {.id = "a",
       .title = "một",
       .body = "hai",
       .date = "2021-01-02",
       .provinces = {"Hồ Chí Minh"},
       .units = {"Đảng ủy Khối"},
       .resolutions = {"35-NQ/TW:2018", "35-CT/TW"}},
      {.id = "b",
       .title = "một",
       .body = "hai",
       .date = "2022-01-02",
       .provinces = {"Hòa Bình", "Thừa Thiên Huế"},
       .units = {"Đang uy Khối"},
       .resolutions = {"35-CT/TW:2024", "35-CT/TW:2019"}},
      {.id = "c", .title = "một", .body = "hai", .date = "2023-01-02"},
  });
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kHashes);
  REQUIRE(opened);
  const Snapshot& snapshot = **opened;

  CHECK(Find(snapshot, "province", "Hồ Chí Minh") == Values{"Hồ Chí Minh"});
  CHECK(Find(snapshot, "province", "hoà bình") == Values{"Hòa Bình"});
  CHECK(Find(snapshot, "province", "hoa binh") == Values{"Hòa Bình"});
  CHECK(Find(snapshot, "province", "TP.HCM") == Values{"Hồ Chí Minh"});
  CHECK(Find(snapshot, "province", "tỉnh Hòa Bình") == Values{"Hòa Bình"});
  CHECK(Find(snapshot, "province", "Atlantis") == Values{});
  CHECK(Find(snapshot, "province", "") == Values{});

  // Two units differ only in marks: without marks neither is meant.
  CHECK(Find(snapshot, "unit", "đảng uỷ khối") == Values{"Đảng ủy Khối"});
  CHECK(Find(snapshot, "unit", "dang uy khoi") == Values{});

  CHECK(Find(snapshot, "year", "2021..2022") == Values{"2021", "2022"});
  CHECK(Find(snapshot, "year", "2022..") == Values{"2022", "2023"});
  CHECK(Find(snapshot, "year", "..2021") == Values{"2021"});
  CHECK(Find(snapshot, "year", "..") == Values{});
  CHECK(Find(snapshot, "year", "2021..x") == Values{});

  CHECK(Find(snapshot, "resolution", "35-NQ/TW") == Values{"35-NQ/TW:2018"});
  CHECK(Find(snapshot, "resolution", "35/nq-tw:2018") ==
        Values{"35-NQ/TW:2018"});
  CHECK(Find(snapshot, "resolution", "35-CT/TW") ==
        Values{"35-CT/TW", "35-CT/TW:2019", "35-CT/TW:2024"});
  CHECK(Find(snapshot, "resolution", "36-NQ/TW") == Values{});

  // The bare symbol counts whatever it means when chosen.
  const FacetTable& resolutions = *snapshot.FindFacet("resolution");
  CHECK(resolutions.total(*resolutions.FindVerbatim("35-CT/TW")) == 2);
  CHECK(resolutions.total(*resolutions.FindVerbatim("35-CT/TW:2024")) == 1);
}

TEST_CASE("contains looks at beginnings of syllables, with typed marks") {
  const test::MiniIndex index({{.id = "a",
                                .title = "một",
                                .body = "hai",
                                .units = {"Đảng ủy Khối các cơ quan"}}});
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  const FacetTable& units = *(*opened)->FindFacet("unit");
  for (const char* wanted : {"", "khoi", "kho", "cơ qu", "đảng", "quan co"}) {
    CAPTURE(wanted);
    CHECK(ValueContains(units, 0, wanted));
  }
  for (const char* wanted : {"hoi", "đáng", "x"}) {
    CAPTURE(wanted);
    CHECK_FALSE(ValueContains(units, 0, wanted));
  }
}

TEST_SUITE_END();

}  // namespace tracuu
