// Pages that mislead: facets must be missing rather than wrong, and what was
// refused must be told. Whole pages, read as the indexer reads them.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "common/text/analyze.h"
#include "indexer/extract/extract.h"
#include "indexer/reading/read_page.h"

namespace tracuu {
namespace {

constexpr std::string_view kSecond =
    "Theo kế hoạch, trong mười ngày toàn xã sẽ nạo vét hơn sáu cây số mương "
    "nội đồng, đắp lại bốn đoạn bờ vùng bị sạt sau đợt mưa tháng trước.";
constexpr std::string_view kThird =
    "Đến cuối buổi sáng, hai thôn đầu tiên đã làm xong phần việc được giao, "
    "bà con phấn khởi vì nước về ruộng sớm hơn mọi năm gần một tuần lễ.";

Facets FacetsOf(std::string text, PageFormat format = PageFormat::kText) {
  static HtmlSandbox sandbox;
  Page page;
  page.source = "docs/a";
  page.id = "a";
  page.format = format;
  page.content = std::move(text);
  auto read = ReadPage(std::move(page), sandbox);
  REQUIRE(std::holds_alternative<Article>(read));
  const Article& article = std::get<Article>(read);
  return ExtractFacets(article, Analyze(article.text));
}

bool Refused(const Facets& facets, std::string_view facet,
             std::string_view reason) {
  return std::any_of(facets.refused.begin(), facets.refused.end(),
                     [&](const Refusal& refusal) {
                       return refusal.facet == facet &&
                              refusal.reason.find(reason) != std::string::npos;
                     });
}

std::string Body() { return std::string(kSecond) + "\n" + std::string(kThird); }

}  // namespace

TEST_CASE("an English page gives no body and says why") {
  const Facets facets = FacetsOf(
      "Villagers of Quang Binh rebuild their dyke before the storm season\n"
      "The party committee of the commune called on every household to send "
      "one helper, and by noon more than three hundred people were at work.\n"
      "Resolution 35 was not on the agenda, said the chairman, but everybody "
      "knew what was at stake if the dyke should break again this autumn.\n");
  CHECK(facets.units.empty());
  CHECK(facets.resolutions.empty());
  CHECK(facets.provinces.empty());
  CHECK_FALSE(facets.year);
  CHECK(Refused(facets, "page", "not Vietnamese"));
}

TEST_CASE("a page of chrome alone gives nothing but its publisher") {
  const Facets facets = FacetsOf(
      "Trang chủ\nGiới thiệu\nLiên hệ\nThứ ba, 12/07/2022\n"
      "Tin liên quan\nTỉnh ủy Lạng Sơn họp (30/06/2022)\n"
      "Nghị quyết số 35-NQ/TW (22/10/2018)\nSố lượt truy cập\n7\n"
      "Cổng thông tin điện tử huyện Phú Lương, tỉnh Thái Nguyên\n");
  CHECK_FALSE(facets.year);
  CHECK_FALSE(facets.published);
  CHECK(facets.resolutions.empty());
  for (const UnitValue& unit : facets.units) CHECK(unit.role == "publisher");
  REQUIRE(facets.provinces.size() == 1);
  CHECK(facets.provinces[0].value == "Thái Nguyên");
  CHECK(Refused(facets, "page", "no article"));
}

TEST_CASE("the copyright year of a footer is not the article's") {
  const std::string article =
      "Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n06/07/2022 08:00\n" + Body();
  const std::string footer = "\nBản quyền © 2020 Tỉnh ủy Lạng Sơn\n";
  Facets facets = FacetsOf(article + footer);
  REQUIRE(facets.year);
  CHECK(facets.year->value == "2022");
  CHECK(Refused(facets, "year", "copyright"));
  facets =
      FacetsOf("Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n" + Body() + footer);
  CHECK_FALSE(facets.year);
}

TEST_CASE("days that do not exist are no dates") {
  const Facets facets = FacetsOf(
      "Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n31/02/2023 08:00\n"
      "Ngày 31/02/2023, Tỉnh ủy Lạng Sơn ra quân làm thủy lợi nội "
      "đồng, mở đầu ở hai thôn cuối nguồn nước của xã Mây Mưa.\n" +
      Body());
  CHECK_FALSE(facets.published);
  CHECK_FALSE(facets.event_date);
  CHECK_FALSE(facets.year);
  CHECK(Refused(facets, "year", "no such day"));
}

TEST_CASE("letters of a lost encoding give nothing and are told") {
  const Facets facets = FacetsOf(
      // No known encoding makes syllables of these.
      "q¶x z®k w¹f j§p f¬z q¶x z®k w¹f j§p f¬z\n"
      "Tin 06/7/2022: w¶z j®f q¹k f§x z¬p w¶z j®f q¹k f§x z¬p k¶w x®j p¹q "
      "z§f j¬w k¶w x®j p¹q z§f j¬w f¶k w®x z¹j q§p x¬f f¶k w®x z¹j q§p x¬f "
      "j¶q f®w k¹x p§z q¬j j¶q f®w k¹x p§z q¬j x¶f k®z j¹w w§q p¬k x¶f k®z.\n");
  CHECK(facets.units.empty());
  CHECK(facets.provinces.empty());
  CHECK(facets.resolutions.empty());
  CHECK(Refused(facets, "page", "encoding"));
}

TEST_CASE("the facets of one of two articles on a page are not the other's") {
  const Facets facets = FacetsOf(
      "Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n06/07/2022\n"
      "Ngày 06/7/2022, Tỉnh ủy Lạng Sơn tổ chức ra quân làm thủy lợi nội đồng "
      "ở hai thôn cuối nguồn nước, hơn ba trăm người tham gia từ sáng sớm.\n" +
      Body() +
      "\nHuyện ủy Phú Lương bàn chuyện chè\n12/08/2023\n"
      "Chiều 12/8/2023, Huyện ủy Phú Lương, tỉnh Thái Nguyên tổ chức tọa đàm "
      "về chè sạch theo Nghị quyết số 19-NQ/TW ngày 16/6/2022, có sáu chi bộ "
      "dự. Các chi bộ nêu chuyện thuốc trừ sâu, chuyện thương lái ép giá, "
      "chuyện "
      "nhãn hàng, và hẹn nhau làm thử ba vườn trong vụ tới, được thì nhân ra "
      "cả xã, không được thì thôi.\n");
  REQUIRE(facets.year);
  CHECK(facets.year->value == "2022");
  REQUIRE(facets.provinces.size() == 1);
  CHECK(facets.provinces[0].value == "Lạng Sơn");
  CHECK(facets.resolutions.empty());
  REQUIRE_FALSE(facets.units.empty());
  CHECK(facets.units[0].name == "Tỉnh ủy Lạng Sơn");
  CHECK(Refused(facets, "page", "beside the article"));
}

TEST_CASE("letters of TCVN3 are read as what they mean") {
  const Facets facets = FacetsOf(
      "TØnh ñy L¹ng S¬n ra qu©n lµm thñy lîi\n06/07/2022\n"
      "Ngµy 06/7/2022, TØnh ñy L¹ng S¬n tæ chøc ra qu©n lµm thñy lîi néi "
      "®ång, më ®Çu ë hai th«n cuèi nguån n\xC2\xADíc cña huyÖn trong s¸ng "
      "nay.\n"
      "§Õn cuèi buæi s¸ng, hai th«n ®Çu tiªn ®· lµm xong phÇn viÖc "
      "®\xC2\xADîc giao, bµ con phÊn khëi v× n\xC2\xADíc vÒ ruéng sím.\n");
  REQUIRE_FALSE(facets.provinces.empty());
  CHECK(facets.provinces[0].value == "Lạng Sơn");
  REQUIRE(facets.year);
  CHECK(facets.year->value == "2022");
}

TEST_CASE("a stamp that calls its day the day of posting outranks a clock") {
  const Facets facets = FacetsOf(
      "Chủ nhật, 03/09/2023, 07:00:41\nTỉnh ủy Lạng Sơn ra quân làm thủy "
      "lợi\n" +
      Body() + "\nĐăng ngày 20/03/2018 bởi Ban biên tập\n");
  REQUIRE(facets.published);
  CHECK(FormatIso(facets.published->date) == "2018-03-20");
  CHECK(facets.published->evidence.rule == "published.label");
}

TEST_CASE("days that do not exist are told in any form, those read are not") {
  const auto refused = [](const std::string& stamp, const std::string& day) {
    return Refused(FacetsOf("Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n" + stamp +
                            "\n" + day +
                            ", Tỉnh ủy Lạng Sơn ra quân làm thủy lợi nội đồng, "
                            "mở đầu ở hai thôn cuối nguồn nước.\n" +
                            Body()),
                   "year", "no such day");
  };
  CHECK(refused("", "Ngày 31.02.2023"));
  CHECK(refused("", "Ngày 30 tháng 02 năm 2023"));
  CHECK(refused("30/02/2023 08:00", "Sáng nay"));
  CHECK_FALSE(refused("12/28/2021 2:05 PM", "Sáng nay"));
  CHECK_FALSE(refused("28/12/2021 14:05", "Ngày 27 tháng 12 năm 2021"));
}

TEST_CASE("what a scan has garbled is told, and so is a number alone") {
  const auto facets_of = [](const std::string& said) {
    return FacetsOf(
        "Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n06/07/2022\nNgày 06/7/2022, "
        "Tỉnh ủy Lạng Sơn ra quân theo " +
        said + ", hơn ba trăm người tham gia từ sáng sớm.\n" + Body());
  };
  for (const char* said :
       {"Nghị quyết số 3S-NQ/TW của Bộ Chính trị", "Nghị quyết 35-N0/TW",
        "Nghị quyết số 35-NQ/1W của Bộ Chính trị", "văn bản 3S-NQ/TW"}) {
    CAPTURE(std::string(said));
    const Facets facets = facets_of(said);
    CHECK(facets.resolutions.empty());
    CHECK(Refused(facets, "resolution", "cannot be read"));
  }
  const Facets bare = facets_of("Nghị quyết 88");
  CHECK(bare.resolutions.empty());
  CHECK(Refused(bare, "resolution", "no known document"));
  const Facets other = facets_of("Nghị quyết 35 của Chính phủ");
  CHECK(other.resolutions.empty());
  CHECK(Refused(other, "resolution", "another issuer's"));
  const Facets plan = facets_of("Kế hoạch số 12-KH/TU");
  CHECK(plan.resolutions.empty());
  CHECK(Refused(plan, "resolution", "no facet value"));
}

TEST_CASE("scanned symbols are read or left, never read as others") {
  const auto cited = [](const std::string& said) {
    const Facets facets = FacetsOf(
        "Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n06/07/2022\nNgày 06/7/2022, "
        "Tỉnh ủy Lạng Sơn ra quân theo " +
        said + " của Trung ương, hơn ba trăm người tham gia từ sáng sớm.\n" +
        Body());
    return facets.resolutions.empty() ? std::string()
                                      : facets.resolutions[0].value;
  };
  CHECK(cited("Nghị quyết số l9-NQ/TW ngày 16/6/2022") == "19-NQ/TW:2022");
  CHECK(cited("Chỉ thị số O5-CT/TW ngày 15/5/2016") == "05-CT/TW:2016");
  CHECK(cited("Nghị quyết số 19-NQ/\nTW ngày 16/6/2022") == "19-NQ/TW:2022");
  CHECK(cited("Quy định số 37-QD/TW ngày 25/10/2021") == "37-QĐ/TW:2021");
  CHECK(cited("Quy định số 37-QÐ/TW ngày 25/10/2021") == "37-QĐ/TW:2021");
  CHECK(cited("Nghị quyết số 19-NQ/TW ngày 16/O6/2022") == "19-NQ/TW:2022");
  CHECK(cited("Nghị quyết số 3S-NQ/TW") == "");
}

TEST_CASE("stamps in American order are read where their order shows") {
  const auto published = [](const std::string& stamp,
                            const std::string& more = "") {
    const Facets facets = FacetsOf("Tỉnh ủy Lạng Sơn ra quân làm thủy lợi\n" +
                                   stamp + "\n" + Body() + "\n" + more);
    return facets.published ? FormatIso(facets.published->date) : std::string();
  };
  CHECK(published("12/28/2021 2:05 PM") == "2021-12-28");
  CHECK(published("28/12/2021 2:05 PM") == "2021-12-28");
  CHECK(published("6/5/2021 2:05 PM") == "2021-05-06");
  CHECK(published("6/5/2021 2:05 PM",
                  "Tin đã đưa\nChi bộ họp\n6/28/2021 9:00 AM\n") ==
        "2021-06-05");
}

TEST_CASE("a birthday is no event") {
  const Facets facets = FacetsOf(
      "Hồ sơ cán bộ của một sở ở Lạng Sơn\n"
      "Trong hồ sơ, ngày 1/7/1963 là ngày sinh của ông, nhưng giấy tờ cũ ghi "
      "khác, và Sở Nội vụ tỉnh Lạng Sơn phải tìm lại sổ của xã để so sánh.\n" +
      Body());
  CHECK_FALSE(facets.event_date);
  CHECK_FALSE(facets.year);
}

}  // namespace tracuu
