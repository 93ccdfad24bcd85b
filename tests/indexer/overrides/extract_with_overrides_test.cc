// What corrections do to the facets of an article.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/overrides/overrides.h"

namespace tracuu {
namespace {

constexpr const char* kText =
    "Tỉnh ủy Lâm Đồng tổ chức hội nghị\n"
    "Ngày 26/11/2021, tại tỉnh Lâm Đồng, Tỉnh ủy Lâm Đồng tổ chức hội nghị "
    "sơ kết Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị.";

Article Sample() {
  Article article;
  article.id = "a1";
  article.host = "a.vn";
  article.text = kText;
  const auto end = static_cast<std::uint32_t>(article.text.find('\n'));
  article.title = article.text.substr(0, end);
  article.blocks = {{BlockRole::kTitle, 0, end},
                    {BlockRole::kBody, end + 1,
                     static_cast<std::uint32_t>(article.text.size())}};
  return article;
}

Facets Extract(const std::string& lines, Article article = Sample()) {
  const auto overrides =
      Overrides::Parse("target\tfacet\tvalue\n" + lines, "o.tsv");
  REQUIRE(overrides);
  const StatedFields before = article.stated;
  Facets facets =
      ExtractWithOverrides(*overrides, Analyze(article.text), &article);
  // The article is as it was.
  CHECK(article.stated.provinces == before.provinces);
  CHECK(article.stated.year == before.year);
  CHECK_FALSE(article.stated.no_publication);
  return facets;
}

std::vector<std::string> Values(const std::vector<FacetValue>& values) {
  std::vector<std::string> names;
  for (const FacetValue& value : values) names.push_back(value.value);
  return names;
}

bool IsByLine(const Evidence& evidence, const char* rule, const char* line) {
  return evidence.kind == EvidenceKind::kOverride && evidence.rule == rule &&
         evidence.detail == line;
}

using Names = std::vector<std::string>;

TEST_SUITE_BEGIN("indexer/overrides/extract_with_overrides");

TEST_CASE("without a line for it an article is read as ever") {
  const Facets facets = Extract("id:other\tyear\t1999\n");
  CHECK(Values(facets.provinces) == Names{"Lâm Đồng"});
  CHECK(facets.year->value == "2021");
  CHECK(Values(facets.resolutions) == Names{"35-NQ/TW:2018"});
  REQUIRE_FALSE(facets.units.empty());
  CHECK(facets.provinces[0].evidence[0].kind == EvidenceKind::kText);
}

TEST_CASE("a province is set, and today's follows") {
  const Facets facets = Extract("host:a.vn\tprovince\tBình Thuận|Cà Mau\n");
  CHECK(Values(facets.provinces) == Names{"Bình Thuận", "Cà Mau"});
  CHECK(Values(facets.provinces_now) == Names{"Lâm Đồng", "Cà Mau"});
  CHECK(facets.provinces[0].role == "principal");
  CHECK(IsByLine(facets.provinces[0].evidence[0], "province.override",
                 "o.tsv:2"));
  const auto& now = facets.provinces_now[0].evidence;
  CHECK(now[0].kind == EvidenceKind::kDerived);
  CHECK(IsByLine(now[1], "province.override", "o.tsv:2"));
}

TEST_CASE("a correction outranks the record, which outranks the text") {
  Article article = Sample();
  article.stated.provinces = {"Cà Mau"};
  article.stated.published = Date{2022, 1, 5};
  article.stated.year = 2020;
  const Facets by_record = Extract("", article);
  CHECK(Values(by_record.provinces) == Names{"Cà Mau"});
  CHECK(by_record.provinces[0].evidence[0].kind == EvidenceKind::kRecord);
  CHECK(by_record.year->value == "2020");
  const Facets corrected = Extract(
      "id:a1\tprovince\tHà Giang\nid:a1\tpublished\t2019-05-06\n", article);
  CHECK(Values(corrected.provinces) == Names{"Hà Giang"});
  CHECK(FormatIso(corrected.published->date) == "2019-05-06");
  CHECK(
      IsByLine(corrected.published->evidence, "published.override", "o.tsv:3"));
  // The year follows the day that is right.
  CHECK(corrected.year->value == "2019");
  CHECK(IsByLine(corrected.year->evidence[0], "year.published", "o.tsv:3"));
}

TEST_CASE("dates, units and cited documents are set") {
  const Facets facets = Extract(
      "id:a1\tevent_date\t2020-02-03\nid:a1\tunit\tChi bộ Trường A\n"
      "id:a1\tunit_level\tco-so\nid:a1\tresolution\t05-CT/TW:2016\n");
  CHECK(FormatIso(facets.event_date->date) == "2020-02-03");
  CHECK(
      IsByLine(facets.event_date->evidence, "event_date.override", "o.tsv:2"));
  CHECK(facets.year->value == "2020");
  REQUIRE(facets.units.size() == 1);
  CHECK(facets.units[0].name == "Chi bộ Trường A");
  CHECK(facets.units[0].level == "co-so");
  CHECK(IsByLine(facets.units[0].evidence[0], "unit.override", "o.tsv:3"));
  CHECK(
      IsByLine(facets.units[0].evidence[1], "unit_level.override", "o.tsv:4"));
  CHECK(Values(facets.resolutions) == Names{"05-CT/TW:2016"});
  CHECK(IsByLine(facets.resolutions[0].evidence[0], "resolution.override",
                 "o.tsv:5"));
}

TEST_CASE("none takes away what would be found, and says so") {
  const Facets facets = Extract(
      "id:a1\tprovince\tnone\nid:a1\tunit\tnone\nid:a1\tresolution\tnone\n"
      "id:a1\tevent_date\tnone\n");
  CHECK(facets.provinces.empty());
  CHECK(facets.provinces_now.empty());
  CHECK(facets.units.empty());
  CHECK(facets.resolutions.empty());
  CHECK_FALSE(facets.event_date);
  CHECK_FALSE(facets.year);
  const auto count = std::count_if(
      facets.refused.begin(), facets.refused.end(), [](const Refusal& one) {
        return one.reason.starts_with("taken away by o.tsv:");
      });
  CHECK(count == 4);
}

TEST_CASE("without a publication the event's day counts") {
  Article article = Sample();
  article.stated.published = Date{2025, 9, 1};
  // A wrong day after the reform would give today's provinces.
  CHECK(Extract("", article).year->value == "2025");
  const Facets facets = Extract("id:a1\tpublished\tnone\n", article);
  CHECK_FALSE(facets.published);
  CHECK(facets.year->value == "2021");
}

TEST_CASE("a level without a unit is told and sets nothing") {
  Article article = Sample();
  article.text = "Tin vắn";
  article.title = article.text;
  article.blocks = {
      {BlockRole::kTitle, 0, static_cast<std::uint32_t>(article.text.size())}};
  const Facets facets = Extract("id:a1\tunit_level\ttinh\n", article);
  CHECK(facets.units.empty());
  REQUIRE_FALSE(facets.refused.empty());
  CHECK(facets.refused.back().reason.find("o.tsv:2") != std::string::npos);
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
