// Titles, stamps and bylines on pages whose habits mislead: a banner that the
// browser shows as the title, the visitor's clock, the site's name in header
// and footer, American stamps, two articles on one page.

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "indexer/reading/line.h"
#include "indexer/reading/read_page.h"
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
    "Sáng ngày 05/7/2022, Đảng ủy xã Mây Mưa tổ chức lễ ra quân làm thủy lợi "
    "nội đồng. Dự lễ có đông đảo đoàn viên, hội viên của các thôn trong xã.";

std::string Body() {
  return std::string(kFirst) + "\n" + kSecond + "\n" + kThird;
}

Article ReadText(const std::string& text) {
  HtmlSandbox sandbox;
  return MustRead(MakePage(PageFormat::kText, text), sandbox);
}

Article ReadHtml(const std::string& html) {
  HtmlSandbox sandbox;
  return MustRead(MakePage(PageFormat::kHtml, html), sandbox);
}

}  // namespace

TEST_CASE("the banner that the browser shows as the title is the site's name") {
  const std::string body = std::string("<p>") + kFirst + "</p><p>" + kSecond +
                           "</p><p>" + kThird + "</p>";
  const Article article = ReadHtml(
      "<title>XÃ MÂY MƯA - HUYỆN MÂY</title><body><table><tr><td><b>XÃ MÂY MƯA "
      "- HUYỆN MÂY</b></td></tr><tr><td>Hôm nay, Thứ năm, 09/05/2024</td></tr>"
      "<tr><td class=menu><a href=1>TRANG CHỦ</a></td></tr><tr><td class=menu>"
      "<a href=2>TIN TỨC</a></td></tr><tr><td class=title>" +
      std::string(kTitle) + "</td></tr><tr><td class=date>(06/07/2022 08:00)" +
      "</td></tr><tr><td>" + body +
      "</td></tr><tr><td>XÃ MÂY MƯA - HUYỆN MÂY<br>Bản quyền &copy; 2013</td>"
      "</tr></table>");
  CheckBlocks(article);
  CHECK(article.title == kTitle);
  CHECK(TextOf(article, BlockRole::kStamp) == "(06/07/2022 08:00)");
  CHECK(TextOf(article, BlockRole::kByline).empty());
  CHECK(TextOf(article, BlockRole::kIdentity).find("HUYỆN MÂY") !=
        std::string::npos);
}

TEST_CASE("the visitor's clock across a menu is no stamp") {
  const Article article = ReadText(
      "Đảng ủy xã Mây Mưa, huyện Mây\nChủ nhật, 03/09/2023, 07:00:41\n"
      "Đăng nhập | Sơ đồ cổng | English\n\n" +
      std::string(kTitle) + "\n06/07/2022 | 14:30\n\n" + Body() +
      "\n\nSố người đang xem: 4\nĐảng ủy xã Mây Mưa, huyện Mây\n");
  CHECK(article.title == kTitle);
  CHECK(TextOf(article, BlockRole::kStamp) == "06/07/2022 | 14:30");
  CHECK(TextOf(article, BlockRole::kChrome).find("07:00:41") !=
        std::string::npos);
}

TEST_CASE("a line that says it is the day of publication is the stamp") {
  for (const char* stamp :
       {"Đăng ngày 06/07/2022 bởi Ban biên tập", "Ngày đăng: 06/07/2022",
        "Cập nhật lúc 08:15, 06/07/2022 - Lượt xem: 12",
        "Xuất bản: 06-07-2022 bởi quản trị"}) {
    CAPTURE(stamp);
    const Article above =
        ReadText(std::string(kTitle) + "\n" + stamp + "\n" + Body());
    CHECK(TextOf(above, BlockRole::kStamp) == stamp);
    const Article below =
        ReadText(std::string(kTitle) + "\n" + Body() + "\n" + stamp);
    CHECK(TextOf(below, BlockRole::kStamp) == stamp);
  }
}

TEST_CASE("a title of a list is no part of the footer below it") {
  const Article article =
      ReadText(std::string(kTitle) + "\n06/07/2022\n" + Body() +
               "\nTin đã đưa\nXã Mây Mưa gặt sớm (03/06)\n"
               "Giao lưu với Sở Nội vụ tỉnh Hòa Bình (28/05)\n"
               "Địa chỉ: phố Mây, Ba Đình, Hà Nội\n");
  CHECK(TextOf(article, BlockRole::kIdentity) ==
        "Địa chỉ: phố Mây, Ba Đình, Hà Nội");
}

TEST_CASE("paths and menus in one line are chrome") {
  const Article article = ReadText(
      "Trang chủ » Tin tức » Xây dựng nông thôn\n"
      "Thời sự | Kinh tế | Xã hội | Văn hóa\n" +
      std::string(kTitle) + "\n" + Body());
  CHECK(article.title == kTitle);
  CHECK(TextOf(article, BlockRole::kChrome) ==
        "Trang chủ » Tin tức » Xây dựng nông thôn\n"
        "Thời sự | Kinh tế | Xã hội | Văn hóa");
}

TEST_CASE("metadata names lead, author and site") {
  const Article article = ReadHtml(
      "<head><title>" + std::string(kTitle) +
      " - Bản tin Đồng Mây</title><meta name=description content='" +
      std::string(kSecond).substr(0, 150) +
      "…'><meta name=author content='Mây Trắng'><meta property=og:site_name "
      "content='Bản tin Đồng Mây'></head><body><div>Bản tin Đồng Mây</div>"
      "<h1>" +
      kTitle + "</h1><p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird +
      "</p><p>Mây Trắng</p><div>Bản tin Đồng Mây</div>");
  CheckBlocks(article);
  CHECK(article.title == kTitle);
  CHECK(TextOf(article, BlockRole::kLead) == kSecond);
  CHECK(TextOf(article, BlockRole::kByline) == "Mây Trắng");
  CHECK(TextOf(article, BlockRole::kIdentity) ==
        "Bản tin Đồng Mây\nBản tin Đồng Mây");
}

TEST_CASE("a title is told from what stands around it") {
  const std::string title = std::string(kTitle) + "\n";
  const std::string tail =
      "\nCác tin khác\nThôn Đoài gặt sớm (30/06/2022)\nSố lượt truy cập\n7\n";
  for (const std::string& page :
       {// A subtitle behind the stamp.
        "Trang chủ\nLiên hệ\n" + title +
            "06/07/2022\nHai thôn đầu tiên làm "
            "xong phần việc được giao\n" +
            Body() + tail,
        // The portal's name above a clock and a menu.
        "Báo Mây Mưa (bản thử)\nThứ tư, 06/07/2022 | 06:45\nChính trị\nXã hội\n"
        "Pháp luật\nBạn đọc\n" +
            title + Body() + tail,
        // A section in capitals.
        "Trang chủ\nLiên hệ\nXÂY DỰNG NÔNG THÔN MỚI\n" + title +
            "06/07/2022\n" + Body() + tail,
        // A document.
        "ĐẢNG BỘ HUYỆN MÂY\nĐẢNG ỦY XÃ MÂY MƯA\nBÁO CÁO\n" + title + Body()}) {
    CAPTURE(page);
    CHECK(ReadText(page).title == kTitle);
  }
}

TEST_CASE("the site's name is no title, be it the page's only h1") {
  const std::string body = std::string("<p>") + kFirst + "</p><p>" + kSecond +
                           "</p><p>" + kThird + "</p>";
  const std::string article = std::string("<div class=entry-title>") + kTitle +
                              "</div><em>06/07/2022, 16:00</em>" + body;
  for (const std::string& page :
       {"<title>XÃ MÂY MƯA HUYỆN MÂY</title><h1>XÃ MÂY MƯA HUYỆN MÂY</h1>" +
            article + "<footer>Xã Mây Mưa huyện Mây</footer>",
        "<title>Tin mới - Hội Nông dân xã Mây Mưa huyện Mây</title>"
        "<div>Hội Nông dân xã Mây Mưa huyện Mây</div>" +
            article,
        "<title>.:: Đảng bộ xã Mây Mưa ::.</title><div>.:: Đảng bộ xã Mây Mưa "
        "::.</div>" +
            article,
        "<title>Cổng TTĐT xã Mây Mưa huyện Mây</title><div>XÃ MÂY MƯA HUYỆN MÂY"
        "</div>" +
            article}) {
    CAPTURE(page);
    CHECK(ReadHtml(page).title == kTitle);
  }
}

TEST_CASE("a heading that a line break parts is one title") {
  const Article article =
      ReadHtml("<h1>Xã Mây Mưa ra quân<br>làm thủy lợi nội đồng</h1><p>" +
               std::string(kFirst) + "</p><p>" + kSecond + "</p>");
  CHECK(article.title == kTitle);
}

TEST_CASE("lines broken at a column are paragraphs again") {
  const std::string text =
      "BAN TIN NOI BO\n\nXA MAY MUA RA QUAN LAM THUY LOI NOI DONG\n\n"
      "Sáng 05/7/2022, Đảng ủy xã Mây Mưa tổ chức lễ ra quân làm thủy lợi\n"
      "nội đồng. Dự lễ có đông đảo đoàn viên, hội viên của các thôn trong\n"
      "xã, mang theo xẻng và cuốc từ nhà.\n\n"
      "Theo kế hoạch, trong mười ngày toàn xã sẽ nạo vét hơn sáu cây số\n"
      "mương nội đồng, đắp lại bốn đoạn bờ vùng bị sạt sau đợt mưa tháng\n"
      "trước, và làm thêm hai cống nhỏ ở cuối đồng.\n\n"
      "Đến cuối buổi sáng, hai thôn đầu tiên đã làm xong phần việc được\n"
      "giao, bà con phấn khởi vì nước về ruộng sớm hơn mọi năm gần một\n"
      "tuần lễ.\n";
  const Article article = ReadText(text);
  CHECK(article.text.size() == text.size());
  CHECK(article.title == "XA MAY MUA RA QUAN LAM THUY LOI NOI DONG");
  CHECK(TextOf(article, BlockRole::kLead).find("thủy lợi nội đồng") !=
        std::string::npos);
  // Lines of every length are what they are.
  const std::string list = "Một\nhai việc\nba người làm\nbốn\nnăm\nsáu\n";
  CHECK(ReadText(list).text == list);
}

TEST_CASE("of two articles on one page the longer is read") {
  const std::string other =
      "Hội thi nấu ăn của phụ nữ thôn Đoài\n12/07/2022\n"
      "Chiều qua, mười hai đội của thôn Đoài cùng trổ tài nấu những món quê, "
      "giám khảo chấm cả cách bày mâm lẫn chuyện tiết kiệm nước sạch.\n";
  const Article article =
      ReadText(std::string(kTitle) + "\n06/07/2022\n" + Body() + "\n" + other);
  CHECK(article.title == kTitle);
  const std::string text = TextOf(article, BlockRole::kBody);
  CHECK(text.find(kThird) != std::string::npos);
  CHECK(text.find("mười hai đội") == std::string::npos);
  CHECK(TextOf(article, BlockRole::kStamp) == "06/07/2022");
}

}  // namespace tracuu
