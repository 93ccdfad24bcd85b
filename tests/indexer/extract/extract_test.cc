#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;

std::string Iso(const std::optional<DateValue>& value) {
  return value ? FormatIso(value->date) : "";
}

TEST_CASE("the stamp, the record and the URL give the day of publication") {
  CHECK(
      Iso(Page().Title("Tin").Stamp("29-11-2021 11:02").Extract().published) ==
      "2021-11-29");
  CHECK(Iso(Page()
                .Title("Tin")
                .Url("bao.example", "/2021/11/29/tin.html")
                .Extract()
                .published) == "2021-11-29");
  CHECK(Iso(Page()
                .Title("Tin")
                .Url("bao.example", "/tin-20251230120111664.htm")
                .Extract()
                .published) == "2025-12-30");
  CHECK(Iso(Page()
                .Title("Tin")
                .Url("bao.example", "/tin-185250821110931286.htm")
                .Extract()
                .published) == "2025-08-21");
  CHECK(Iso(Page()
                .Title("Tin")
                .Url("bao.example", "/tin-20259930120111664.htm")
                .Extract()
                .published)
            .empty());
  Page page;
  page.Title("Tin").Stamp("29-11-2021 11:02");
  page.article().stated.published = Date{2020, 1, 2};
  CHECK(Iso(page.Extract().published) == "2020-01-02");
}

TEST_CASE("clocks, sidebars, footers and the day of crawling are no dates") {
  Page page;
  page.Title("Lịch công tác tuần")
      .Chrome("Thứ năm, 09/05/2019\nTin khác (12/06/2018)")
      .Identity("© 2020, giấy phép ngày 03/11/2016");
  page.article().stated.fetched_at = "2024-05-05T00:00:00Z";
  const Facets facets = page.Extract();
  CHECK_FALSE(facets.published);
  CHECK_FALSE(facets.event_date);
  CHECK_FALSE(facets.year);
}

TEST_CASE("the event is the day the opening tells") {
  struct Case {
    std::string stamp;
    std::string body;
    std::string event;
    std::string year;
  };
  const std::vector<Case> cases = {
      {"", "Ngày 26/11/2021, lớp học khai giảng.", "2021-11-26", "2021"},
      {"", "Sáng nay 24/8, lớp học khai giảng.", "--08-24", ""},
      {"30/08/2023 09:00", "Sáng nay 24/8, lớp khai giảng.", "2023-08-24",
       "2023"},
      {"05/01/2024 09:00", "Chiều 28/12, lớp khai giảng.", "2023-12-28",
       "2024"},
      {"", "Ngày 5-7, hội nghị tháng 7/2019 được mở.", "2019-07-05", "2019"},
      {"", "Trong hai ngày 22 và 23/6/2022, lớp học khai giảng.", "2022-06-22",
       "2022"},
      {"20/04/2019 09:00", "Ngày 13 - 14/4, lớp học khai giảng.", "2019-04-13",
       "2019"},
      {"20/04/2019 09:00", "Trong hai ngày 13, 14/4, lớp học khai giảng.",
       "2019-04-13", "2019"},
      {"20/04/2019 09:00", "Trong ngày 13 và 14 tháng 4, lớp học khai giảng.",
       "2019-04-13", "2019"},
      {"20/04/2019 09:00", "Sáng ngày 14, tháng 4, lớp học khai giảng.",
       "2019-04-14", "2019"},
      {"20/04/2019 09:00", "Hôm nay, Thứ năm, 11/04/2019", "", "2019"},
      {"05/12/2025 09:00", "Từ ngày 24/11 đến 28/11/2025, đoàn kiểm tra.",
       "2025-11-24", "2025"},
      {"21/08/2014 09:00", "Trong các ngày 19 đến 21/8/2014, lớp học mở.",
       "2014-08-19", "2014"},
      {"", "Nhân kỷ niệm 84 năm (1/8/1930 - 1/8/2014), sáng 31/7 xã họp.",
       "2014-07-31", "2014"},
      {"", "Việc này sẽ trình vào ngày 22/6/2017. Chiều 21/6/2017, xã họp.",
       "2017-06-21", "2017"},
      {"", "Thực hiện Nghị quyết ngày 22/10/2018 của cấp trên.", "", ""},
      {"", "Nhiệm kỳ 2020 - 2025 có nhiều đổi mới năm 2023.", "", ""},
      {"", "Từ ngày 1/7/2020 áp dụng mức mới.", "", ""},
      // An appointment, not the day a year ago.
      {"01/07/2020 09:00", "Lớp học kết thúc vào ngày 3/7.", "", "2020"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.body);
    Page page;
    page.Title("Lớp bồi dưỡng");
    if (!c.stamp.empty()) page.Stamp(c.stamp);
    const Facets facets = page.Body(c.body).Extract();
    CHECK(Iso(facets.event_date) == c.event);
    CHECK((facets.year ? facets.year->value : "") == c.year);
  }
}

TEST_CASE("a day that opens a later paragraph dates an undated page") {
  const auto event = [](const std::string& more) {
    Page page;
    page.Title("Bàn tay thợ hàn");
    page.Body(
        "Anh nộp đơn năm 46 tuổi. Chi bộ hỏi sao muộn. Anh cười. Chị nói.");
    page.Body("Ngày 09/02/2020, Chi bộ làm lễ kết nạp anh tại xưởng.");
    if (!more.empty()) page.Body(more);
    return Iso(page.Extract().event_date);
  };
  CHECK(event("") == "2020-02-09");
  CHECK(event("Ngày 12/02/2020, xưởng làm thêm ca.") == "2020-02-09");
  // Of two years none can be told to be the news.
  CHECK(event("Ngày 12/02/2018, xưởng mở cửa.").empty());
}

TEST_CASE("of a stamp with two days that of publication counts") {
  const auto published = [](const std::string& stamp) {
    return Iso(Page().Title("Lớp học").Stamp(stamp).Extract().published);
  };
  CHECK(published("Cập nhật: 30/11/2021 - Ngày đăng: 29/11/2021") ==
        "2021-11-29");
  CHECK(published("Ngày đăng: 29/11/2021 - Cập nhật: 30/11/2021") ==
        "2021-11-29");
  // The weekday shows that the month stands first.
  CHECK(published("T5, 06/11/2020 - 09:40") == "2020-06-11");
  CHECK(published("Mon, 11/29/2021 - 11:02") == "2021-11-29");
  CHECK(published("T6, 06/11/2020 - 09:40") == "2020-11-06");
}

TEST_CASE("documents are cited in the article, not in its sidebar") {
  const std::string citation = "Nghị quyết số 35-NQ/TW ngày 22/10/2018";
  const Facets facets = Page()
                            .Title("Lớp bồi dưỡng")
                            .Chrome("Nghị quyết số 18-NQ/TW")
                            .Body("Học viên nghiên cứu " + citation + ".")
                            .Extract();
  CHECK(test::Values(facets.resolutions) ==
        std::vector<std::string>{"35-NQ/TW:2018"});
  CHECK(Page().Title("Ban Chỉ đạo 35 họp").Extract().resolutions.empty());
}

TEST_CASE("the host is a facet of its own") {
  const Facets facets = Page().Title("Tin").Url("bao.example", "/a").Extract();
  REQUIRE(facets.host);
  CHECK(facets.host->value == "bao.example");
  CHECK(facets.host->evidence[0].kind == EvidenceKind::kUrl);
  CHECK_FALSE(Page().Title("Tin").Extract().host);
}

void CheckNothingFound(const Facets& facets) {
  CHECK(facets.provinces.empty());
  CHECK(facets.provinces_now.empty());
  CHECK(facets.units.empty());
  CHECK(facets.resolutions.empty());
  CHECK_FALSE(facets.published);
  CHECK_FALSE(facets.year);
}

TEST_CASE("pages without a Vietnamese article yield nothing") {
  CheckNothingFound(ExtractFacets(Article{}, Analyze("")));
  CheckNothingFound(Page()
                        .Title("The committee met on Monday")
                        .Body("Members of the board discussed the budget.")
                        .Extract());
  CheckNothingFound(
      Page()
          .Chrome("Trang chủ\nLiên hệ\nTỉnh ủy Cà Mau\n01/02/2020")
          .Extract());
}

TEST_CASE("any bytes are read, and evidence stays inside the text") {
  std::mt19937 random(20240824);
  const std::string pieces[] = {
      "Tỉnh ủy ",        "tỉnh ", "Quảng Nam", "BCĐ 35 ",     "của ", "(",
      "Ngày 1/2/2020, ", "\xC4",  "\xFF",      "Đảng ủy ",    "xã ",  "\n",
      "Sở Nội vụ ",      "và ",   ", ",        "Ban Chỉ đạo "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      text += pieces[random() % std::size(pieces)];
      if (random() % 7 == 0) text += static_cast<char>(random() % 256);
    }
    Page page;
    page.Title(text.substr(0, 80)).Body(text).Identity(text.substr(40));
    const Facets facets = page.Extract();
    const auto inside = [&page](const Evidence& evidence) {
      return evidence.kind != EvidenceKind::kText ||
             (evidence.begin < evidence.end &&
              evidence.end <= page.article().text.size());
    };
    for (const UnitValue& unit : facets.units) {
      for (const Evidence& evidence : unit.evidence) CHECK(inside(evidence));
    }
    for (const FacetValue& value : facets.provinces) {
      for (const Evidence& evidence : value.evidence) CHECK(inside(evidence));
    }
  }
}

}  // namespace
}  // namespace tracuu
