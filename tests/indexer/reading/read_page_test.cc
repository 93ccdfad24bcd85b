#include "indexer/reading/read_page.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "tests/indexer/reading/support/pages.h"

namespace tracuu {
namespace {

using test::CheckBlocks;
using test::MakePage;
using test::MustRead;
using test::TextOf;

constexpr const char* kTitle =
    "Đảng ủy xã Bình Minh triển khai kế hoạch công tác quý III năm 2022";
constexpr const char* kFirst =
    "Sáng ngày 05/7/2022, Đảng ủy xã Bình Minh tổ chức hội nghị triển khai kế "
    "hoạch công tác quý III. Dự hội nghị có các đồng chí trong ban chấp hành.";
constexpr const char* kSecond =
    "Tại hội nghị, các đại biểu đã thảo luận nhiều giải pháp nhằm nâng cao "
    "chất lượng sinh hoạt chi bộ, trong đó chú trọng sinh hoạt chuyên đề.";
constexpr const char* kThird =
    "Kết luận hội nghị, đồng chí bí thư đề nghị các chi bộ bám sát kế hoạch "
    "đã đề ra, phấn đấu hoàn thành các chỉ tiêu trước ngày 30/9/2022./.";

std::string Body() {
  return std::string(kFirst) + "\n" + kSecond + "\n" + kThird;
}

std::string All(const Article& article) {
  return TextOf(article, BlockRole::kLead) + "\n" +
         TextOf(article, BlockRole::kBody);
}

}  // namespace

TEST_CASE("a portal's dump is told apart: menu, article, lists, footer") {
  const std::string text =
      "Trang chủ - Xã Bình Minh\n\nTrang chủ\n\nGiới thiệu chung\n\n"
      "Cơ cấu tổ chức\n\nThứ ba, 12/07/2022\n\nSố lượt truy cập\n\n4\n\n2\n\n"
      "Tin tức\n\n(05.07.2022 16:32)\n\n" +
      std::string(kTitle) + "\n\nLượt xem: 17\n\n" + Body() +
      "\n\nQuang cảnh hội nghị\n\nQuang cảnh hội nghị\n\nTin, ảnh: A.B\n\n"
      "Xem chi tiết tại đây\n\nTIN ĐÃ ĐƯA\n\n"
      "Hội nghị tổng kết phong trào thi đua yêu nước(01/07/2022)\n\n"
      "Lễ ra mắt mô hình dân vận khéo tại thôn Đông(30/06/2022)\n\n"
      "Liên kết website\n\n"
      "TRANG THÔNG TIN ĐIỆN TỬ XÃ BÌNH MINH\n\n"
      "Địa chỉ: Thôn Đông, xã Bình Minh\n";
  HtmlSandbox sandbox;
  const Article article = MustRead(MakePage(PageFormat::kText, text), sandbox);
  CheckBlocks(article);
  CHECK(article.text == text);
  CHECK(article.title == kTitle);
  CHECK(TextOf(article, BlockRole::kStamp) == "(05.07.2022 16:32)");
  CHECK(All(article) == Body());
  CHECK(TextOf(article, BlockRole::kCaption) == "Quang cảnh hội nghị");
  CHECK(TextOf(article, BlockRole::kByline) == "Tin, ảnh: A.B");
  CHECK(TextOf(article, BlockRole::kIdentity) ==
        "Trang chủ - Xã Bình Minh\nTRANG THÔNG TIN ĐIỆN TỬ XÃ BÌNH MINH\n"
        "Địa chỉ: Thôn Đông, xã Bình Minh");
}

TEST_CASE("a box of related articles does not end the article around it") {
  const std::string text = std::string(kTitle) + "\n" + kFirst + "\n" +
                           kSecond + "\nTin liên quan\nChi bộ thôn Đông họp\n" +
                           "Chi bộ thôn Đoài họp\n" + kThird + "\n" + kFirst +
                           " Thêm.";
  HtmlSandbox sandbox;
  const Article article = MustRead(MakePage(PageFormat::kText, text), sandbox);
  CHECK(All(article).find(kThird) != std::string::npos);
  CHECK(All(article).find("thôn Đoài") == std::string::npos);
}

TEST_CASE("an article keeps its short paragraphs, subheads and table rows") {
  std::string text = std::string(kTitle) + "\n" + kFirst + "\n" + kSecond;
  for (int i = 0; i < 20; ++i) text += "\nChi bộ số " + std::to_string(i);
  text += "\nGiải pháp\n" + std::string(kThird);
  HtmlSandbox sandbox;
  const Article article = MustRead(MakePage(PageFormat::kText, text), sandbox);
  CHECK(All(article).find("Chi bộ số 19\nGiải pháp\nKết luận") !=
        std::string::npos);
}

TEST_CASE("a stated title stands in front once") {
  HtmlSandbox sandbox;
  Page page = MakePage(PageFormat::kText, Body());
  page.stated.title = std::string(kTitle) + "\n";
  Article article = MustRead(page, sandbox);
  CHECK(article.text == std::string(kTitle) + "\n\n" + Body());
  CHECK(TextOf(article, BlockRole::kTitle) == kTitle);
  CHECK(All(article) == Body());
  page.content = std::string(kTitle) + "\n" + Body();
  article = MustRead(page, sandbox);
  CHECK(article.text == page.content);
  CHECK(article.title == kTitle);
}

TEST_CASE("a page of chrome alone is an article without a body") {
  HtmlSandbox sandbox;
  const Article article =
      MustRead(MakePage(PageFormat::kText,
                        "Trang chủ\nGiới thiệu\nLiên hệ\nSố lượt truy cập\n7\n"
                        "Cổng thông tin điện tử xã Bình Minh"),
               sandbox);
  CHECK(article.title == "Cổng thông tin điện tử xã Bình Minh");
  CHECK(All(article) == "\n");
}

TEST_CASE("text without a title gets one from its first sentence") {
  HtmlSandbox sandbox;
  const Article article =
      MustRead(MakePage(PageFormat::kText, Body()), sandbox);
  CHECK(std::string(kFirst).starts_with(
      article.title.substr(0, article.title.size() - 3)));
  CHECK(TextOf(article, BlockRole::kTitle).empty());
  CHECK(All(article) == Body());
}

TEST_CASE("pages without text are rejected") {
  HtmlSandbox sandbox;
  for (const PageFormat format : {PageFormat::kText, PageFormat::kHtml}) {
    for (const char* content : {"", " \n\t\n", "\xC2\xA0\xE2\x80\x8B"}) {
      auto read = ReadPage(MakePage(format, content), sandbox);
      REQUIRE(std::holds_alternative<Rejection>(read));
      CHECK(std::get<Rejection>(read).code == "no-text");
      CHECK(std::get<Rejection>(read).source == "docs/a");
    }
  }
}

TEST_CASE("deeply nested HTML is one rejection") {
  HtmlSandbox sandbox;
  auto read = ReadPage(
      MakePage(PageFormat::kHtml, test::Repeat("<div>", 10'000)), sandbox);
  REQUIRE(std::holds_alternative<Rejection>(read));
  CHECK(std::get<Rejection>(read).code == "html-limits");
  CHECK(std::get<Rejection>(read).message.find("nested") != std::string::npos);
}

TEST_CASE("HTML of three habits gives the same article") {
  const std::string paragraphs = std::string("<p>") + kFirst + "</p><p>" +
                                 kSecond + "</p><p>" + kThird + "</p>";
  const std::string lines =
      std::string(kFirst) + "<br><br>" + kSecond + "<br/>" + kThird;
  const std::string menu =
      "<ul><li><a href=/1>Trang chủ</a><li><a href=/2>Giới thiệu chung về "
      "đảng bộ xã Bình Minh</a><li><a href=/3>Tin tức</a></ul>";
  const std::string related =
      "<a href=/4>Hội nghị tổng kết phong trào thi đua yêu nước của xã</a>";
  const std::string title = kTitle;
  const std::string pages[] = {
      "<title>" + title + " - Xã Bình Minh</title><body><nav>" + menu +
          "</nav><article><h1>" + title +
          "</h1><time class=date>05/07/2022 16:32</time>" + paragraphs +
          "</article><aside><h3>Đọc nhiều</h3>" + related +
          "</aside><footer>Địa chỉ: xã Bình Minh</footer>",
      "<head><meta property=og:title content='" + title +
          "'></head><body><form><table><tr><td>" + menu +
          "</td><td><span class=Title>" + title +
          "</span><div>(05/07/2022 16:32)</div><div class=ContentDetail>" +
          lines + "</div><div>Các tin khác</div><ul><li>" + related +
          "</ul></td></tr></table></form>",
      "<body><div id=menu>" + menu + "</div><div class=news-detail><h2>" +
          title + "</h2><p class=post-date>Ngày đăng: 05/07/2022</p>" +
          paragraphs + "<div class=tin-lien-quan>" + related + "</div></div>",
  };
  HtmlSandbox sandbox;
  for (const std::string& html : pages) {
    const Article article =
        MustRead(MakePage(PageFormat::kHtml, html), sandbox);
    CheckBlocks(article);
    CHECK(article.title == kTitle);
    CHECK(All(article) == Body());
    CHECK(TextOf(article, BlockRole::kStamp).find("05/07/2022") !=
          std::string::npos);
    CHECK(TextOf(article, BlockRole::kChrome).find("tổng kết phong trào") !=
          std::string::npos);
  }
}

TEST_CASE("host and URL come from the record or the canonical link") {
  HtmlSandbox sandbox;
  struct Case {
    const char* url;
    const char* host;
  };
  const Case cases[] = {
      {"https://www.Example.vn:8080/a?b", "example.vn"},
      {"http://user@a.b.vn", "a.b.vn"},
      {"", "x.vn"},
      {"not a url", ""},
  };
  for (const Case& c : cases) {
    Page page = MakePage(PageFormat::kHtml,
                         "<link rel=canonical href=https://x.vn/1><p>a");
    page.url = c.url;
    CHECK_MESSAGE(MustRead(page, sandbox).host == c.host, std::string(c.url));
  }
}

}  // namespace tracuu
