// Which lines are stamps, and which of them is the article's.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/text/analyze.h"
#include "indexer/reading/read_page.h"
#include "indexer/reading/stamp_line.h"
#include "tests/indexer/reading/support/pages.h"

namespace tracuu {
namespace {

using test::CheckBlocks;
using test::kSecond;
using test::kThird;
using test::kTitle;
using test::MakePage;
using test::MustRead;
using test::TextOf;

constexpr const char* kFirst =
    "Sáng 05/7, Đảng ủy xã Mây Mưa tổ chức lễ ra quân làm thủy lợi nội đồng. "
    "Dự lễ có đông đảo đoàn viên, hội viên của các thôn trong xã.";
constexpr const char* kMenu = "Trang chủ\nGiới thiệu\nTin tức\nLiên hệ\n";
constexpr const char* kList =
    "Các tin khác\nThôn Đoài gặt sớm (30/06/2022)\n"
    "Thôn Đông đắp bờ (28/06/2022)\nSố lượt truy cập\n7\n";

std::string Body() {
  return std::string(kFirst) + "\n" + kSecond + "\n" + kThird;
}

StampShape ShapeOf(std::string_view line) {
  return ReadStampLine(line, Analyze(line)).shape;
}

std::string StampOf(PageFormat format, const std::string& text) {
  HtmlSandbox sandbox;
  const Article article = MustRead(MakePage(format, text), sandbox);
  CheckBlocks(article);
  CHECK(article.title == kTitle);
  return TextOf(article, BlockRole::kStamp);
}

std::string StampOf(const std::string& text) {
  return StampOf(PageFormat::kText, text);
}

}  // namespace

TEST_CASE("what a line says of its date") {
  struct Row {
    const char* line;
    StampShape shape;
  };
  const Row kRows[] = {
      {"05/07/2022", StampShape::kBare},
      {"(05.07.2022 16:32)", StampShape::kBare},
      {"14:05, Thứ Ba, 05/07/2022 (GMT+7)", StampShape::kBare},
      {"T3, 05/07/2022 - 14:05", StampShape::kBare},
      {"05/07/22 14:05", StampShape::kBare},
      {"5 Tháng Bảy, 2022", StampShape::kBare},
      {"Tháng Bảy 5, 2022", StampShape::kBare},
      {"05 thg 7, 2022", StampShape::kBare},
      {"Tue, 5 Jul 2022 14:05", StampShape::kBare},
      {"12/28/2021 2:05 PM", StampShape::kBare},
      {"Tue, 12/28/2021 - 14:05", StampShape::kBare},
      {"Lượt xem: 215 | 05/07/2022", StampShape::kBare},
      {"05/07/2022 11:02 Lượt xem: 215 In bài viết", StampShape::kBare},
      {"Ngày đăng: 05/07/2022 | Lượt xem: 12", StampShape::kPublished},
      {"Đăng ngày 05-07-2022 bởi quản trị (Đã xem 7 lần)",
       StampShape::kPublished},
      {"Đăng lúc: Thứ ba - 05/07/2022 11:02", StampShape::kPublished},
      {"Người đăng: quản trị Ngày đăng: 05/07/2022 Lượt xem: 7",
       StampShape::kPublished},
      {"Đăng bởi quản trị ngày 05/07/2022", StampShape::kPublished},
      {"Posted on 5 Tháng Bảy, 2022 by admin", StampShape::kPublished},
      {"Cập nhật lúc 11:02, Thứ Ba, 05/07/2022 (GMT+7)", StampShape::kUpdated},
      {"Lần cập nhật cuối lúc Thứ ba, 05 Tháng 7 2022 11:02",
       StampShape::kUpdated},
      {"Ngày cập nhật: 05/07/2022", StampShape::kUpdated},
      {"Tin tức | 05/07/2022", StampShape::kInWords},
      {"Tháng Bảy 5, 2022   admin   0 bình luận", StampShape::kBare},
      {"Tháng Bảy 5, 2022   maytrang   0 bình luận", StampShape::kInWords},
      {"Mây Trắng - 05/07/2022 11:02", StampShape::kInWords},
      {"Phòng Văn hóa và Thông tin huyện Mây - 05/07/2022",
       StampShape::kInWords},
      {"[05/07/2022 - 09:02] [Đăng bởi: Ban biên tập]", StampShape::kInWords},
      {"Ngày ban hành: 05/07/2022", StampShape::kNone},
      {"Ngày sinh: 05/07/1982", StampShape::kNone},
      {"Ngày 05/7/2022, Huyện ủy Mây", StampShape::kNone},
      {"Ngày 05/7/2022 tại hội trường huyện", StampShape::kNone},
      {"Bài đăng ngày 05/7/2022 của xã được nhiều người chia sẻ.",
       StampShape::kNone},
      {"kết quả 6 tháng năm 2022", StampShape::kNone},
      {"0260.3862.123", StampShape::kNone},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.line);
    CHECK(ShapeOf(row.line) == row.shape);
  }
}

TEST_CASE(
    "the stamp stands below the title, above it, behind the lead, at "
    "the end") {
  const std::string stamp = "06/07/2022 08:15";
  const std::string title = std::string(kTitle) + "\n";
  for (const std::string& page :
       {kMenu + title + stamp + "\n" + Body() + "\n" + kList,
        kMenu + stamp + "\n" + title + Body() + "\n" + kList,
        kMenu + title + "Bản in\n" + stamp + "\nChia sẻ\n" + Body() + "\n" +
            kList,
        kMenu + title + kFirst + "\n" + stamp + "\n" + kSecond + "\n" + kThird +
            "\n" + kList,
        kMenu + title + Body() + "\nMây Trắng\n" + stamp + "\n" + kList}) {
    CAPTURE(page);
    CHECK(StampOf(page) == stamp);
  }
}

TEST_CASE("days of lists, clocks and old days are no stamps") {
  const std::string title = std::string(kTitle) + "\n";
  // The next article of a list without a heading.
  CHECK(StampOf(title + Body() +
                "\n12/08/2022\nThôn Đoài mở hội thi nấu ăn dịp lễ\n"
                "01/08/2022\nThôn Đông làm thêm một đoạn đường\n")
            .empty());
  // The visitor's clock, months behind the news.
  CHECK(StampOf(kMenu + std::string("Thứ năm, 09/05/2024\n") + title + Body() +
                "\n" + kList)
            .empty());
  CHECK(StampOf(kMenu + std::string("Thứ sáu, 08/07/2022\n") + title + Body() +
                "\n" + kList) == "Thứ sáu, 08/07/2022");
  CHECK(StampOf("Chủ nhật, 03/09/2023, 07:00:41\n" + title + Body() +
                "\nĐăng ngày 06/07/2022 bởi Ban biên tập\n") ==
        "Đăng ngày 06/07/2022 bởi Ban biên tập");
}

TEST_CASE("a day in the banner is the stamp if the news is of that week") {
  const std::string article =
      kMenu + std::string(kTitle) + "\n" + Body() + "\n" + kList;
  CHECK(StampOf("Thứ bảy, 09/07/2022 06:21\n" + article) ==
        "Thứ bảy, 09/07/2022 06:21");
  CHECK(StampOf("Thứ sáu, 22/07/2022\n" + article).empty());
  // The calendar says that no such day was shown.
  CHECK(StampOf("Thứ hai, 09/07/2022\n" + article).empty());
  // Without a weekday it is a list's; two days leave it open.
  CHECK(StampOf("09/07/2022\n" + article).empty());
  CHECK(
      StampOf("Thứ bảy, 09/07/2022\nThứ sáu, 08/07/2022\n" + article).empty());
  // The article's own stamp outranks it.
  CHECK(StampOf("Thứ bảy, 09/07/2022 06:21\n" + std::string(kMenu) + kTitle +
                "\n06/07/2022\n" + Body()) == "06/07/2022");
  // Nothing is told of a day.
  CHECK(StampOf("Thứ bảy, 09/07/2022 06:21\n" + std::string(kMenu) + kTitle +
                "\n" + kSecond + "\n" + kThird)
            .empty());
}

TEST_CASE("a label may stand above its day, a button may show it") {
  const std::string body = std::string("<p>") + kFirst + "</p><p>" + kSecond +
                           "</p><p>" + kThird + "</p>";
  const std::string head =
      std::string("<div>Thứ năm, 09/05/2024</div><h1>") + kTitle + "</h1>";
  CHECK(StampOf(PageFormat::kHtml,
                head + "<dl><dt>Ngày đăng</dt><dd>06/07/2022</dd></dl>" +
                    body) == "06/07/2022");
  CHECK(StampOf(PageFormat::kHtml,
                head + "<button>06-07-2022</button>" + body) == "06-07-2022");
  const std::string title = kTitle;
  CHECK(StampOf(PageFormat::kHtml,
                "<h1>" + title + "<br>06/07/2022 - 14h05</h1>" + body) ==
        "06/07/2022 - 14h05");
  CHECK(StampOf(PageFormat::kHtml,
                "<div><span class=Head>" + title +
                    "</span> <span class=NewsDate>06/07/2022 - 14h05</span>" +
                    body + "</div>") == "06/07/2022 - 14h05");
  CHECK(StampOf(PageFormat::kHtml,
                head +
                    "<div><span>6 tháng 7, 2022</span><span>4 phút đọc"
                    "</span></div>" +
                    body) == "6 tháng 7, 2022 4 phút đọc");
}

TEST_CASE("leaves of calendars are stamps") {
  const std::string body = std::string("<p>") + kFirst + "</p><p>" + kSecond +
                           "</p><p>" + kThird + "</p>";
  CHECK(StampOf(PageFormat::kHtml,
                "<div><div>06</div><div>07/2022</div></div><h2>" +
                    std::string(kTitle) + "</h2>" + body) == "06 07/2022");
  CHECK(StampOf(kMenu + std::string("06\nTháng 7 2022\n") + kTitle + "\n" +
                Body() + "\n" + kList) == "06 Tháng 7 2022");
  CHECK_FALSE(MakeCalendarLeaf("06", "lượt xem 07/2022"));
  CHECK_FALSE(MakeCalendarLeaf("36", "07/2022"));
}

TEST_CASE("a page of chrome has clocks, but no stamp") {
  HtmlSandbox sandbox;
  const Article article = MustRead(
      MakePage(PageFormat::kText,
               "Trang chủ\nGiới thiệu\nThứ Sáu, 07/06/2024, 14:20\n"
               "Cổng thông tin điện tử xã Mây Mưa, huyện Mây\nThống kê\n1\n"),
      sandbox);
  CHECK(TextOf(article, BlockRole::kStamp).empty());
}

TEST_CASE("metadata of many names states the day") {
  const auto published = [](const std::string& head) {
    HtmlSandbox sandbox;
    const Article article = MustRead(
        MakePage(PageFormat::kHtml, head + "<h1>" + kTitle + "</h1><p>" +
                                        kFirst + "</p><p>" + kSecond + "</p>"),
        sandbox);
    return article.stated.published ? FormatIso(*article.stated.published)
                                    : std::string();
  };
  CHECK(published("<meta name=PubDate content='2022-07-06 08:15:00'>") ==
        "2022-07-06");
  CHECK(published("<meta name=publish-date content='06/07/2022 08:15'>") ==
        "2022-07-06");
  CHECK(published("<meta name=publishdate content='7/6/2022 8:15:00 AM'>") ==
        "");
  CHECK(published("<span itemprop=datePublished>2022-07-06T08:15</span>") ==
        "2022-07-06");
  CHECK(
      published("<script type=application/ld+json>{\"headline\": \"Nói \"to\" "
                "lên\", \"datePublished\" : \"2022-07-06T08:15\"}</script>") ==
      "2022-07-06");
  CHECK(published("<time datetime=2022-07-06T08:15>2 giờ trước</time>") ==
        "2022-07-06");
  CHECK(published("<time datetime=2022-07-06T08:15>2 giờ trước</time>"
                  "<time datetime=2021-07-06T08:15>năm ngoái</time>") == "");
  CHECK(published(
            "<div class=related><time datetime=2021-07-06>cũ</time></div>") ==
        "");
}

}  // namespace tracuu
