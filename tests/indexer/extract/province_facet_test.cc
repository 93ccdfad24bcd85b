#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using Names = std::vector<std::string>;
using test::Page;
using test::Values;

TEST_CASE("a province is found in the frames that prove it and in no other") {
  struct Case {
    std::string body;
    Names before;
  };
  const std::vector<Case> cases = {
      // Frame A
      {"Hội nghị do tỉnh Quảng Nam đăng cai.", {"Quảng Nam"}},
      {"Tỉnh ủy Lâm Đồng họp phiên thường kỳ.", {"Lâm Đồng"}},
      {"UBND TP.HCM họp giao ban.", {"Hồ Chí Minh"}},
      {"Sở Nội vụ tỉnh ĐắkNông tổ chức tập huấn.", {"Đắk Nông"}},
      {"Đảng bộ tỉnh Đak Lak tổ chức sơ kết.", {"Đắk Lắk"}},
      {"Hai tỉnh Cao Bằng và Hà Giang ký kết quy chế.",
       {"Cao Bằng", "Hà Giang"}},
      // Frame B and districts
      {"Đoàn đến làm việc tại Kon Tum từ sáng sớm.", {"Kon Tum"}},
      {"Lớp học mở ở huyện Phú Lương.", {"Thái Nguyên"}},
      {"Huyện Quảng Ninh tổ chức lễ phát động.", {"Quảng Bình"}},
      // Other meanings
      {"Giữ vững môi trường hòa bình, ổn định.", {}},
      {"Âm mưu “diễn biến hòa bình” bị lên án.", {}},
      {"Học tập tư tưởng Hồ Chí Minh là việc thường xuyên.", {}},
      {"Vùng biển Thái Bình Dương có bão.", {}},
      {"Chiến thắng Điện Biên Phủ được ôn lại.", {}},
      {"Giàn khoan Hải Dương 981 được nhắc lại.", {}},
      {"Ông Trương Hòa Bình dự buổi lễ.", {}},
      {"Bà Lê Hà Giang phát biểu.", {}},
      {"Nhà số 5, đường Hậu Giang, gần chợ.", {}},
      {"Huyện ủy Hòa Bình tổ chức hội nghị.", {"Bạc Liêu"}},
      {"Lễ hội ở phường Vĩnh Phúc rất đông.", {}},
      {"Chi bộ khu phố Bình Dương giữ lời hứa.", {}},
      {"Tiểu thương chợ Hòa Bình hiến kế.", {}},
      {"Bản tin được đọc trên đài.", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.body);
    CHECK(Values(Page().Title("Bản tin").Body(c.body).Extract().provinces) ==
          c.before);
  }
}

TEST_CASE("hometowns, lists and venues of central meetings are no subject") {
  CHECK(Values(Page()
                   .Title("Tỉnh ủy Lạng Sơn có nhân sự mới")
                   .Body("Tân bí thư quê huyện Gia Viễn, Ninh Bình.")
                   .Extract()
                   .provinces) == Names{"Lạng Sơn"});
  CHECK(Values(Page()
                   .Title("Bộ Y tế tổ chức hội nghị toàn ngành")
                   .Body("Sáng 3/4, tại Hà Nội, Bộ Y tế tổ chức hội nghị.")
                   .Extract()
                   .provinces)
            .empty());
  CHECK(Values(Page()
                   .Title("UBND tỉnh Gia Lai họp")
                   .Body("Cuộc họp bàn về mưa lũ. Bão vào các tỉnh Quảng Nam, "
                         "Quảng Ngãi, Bình Định, Phú Yên.")
                   .Extract()
                   .provinces) == Names{"Gia Lai"});
}

TEST_CASE("people of another place who come to look on are no subject") {
  const auto provinces = [](const std::string& guests) {
    return Values(Page()
                      .Title("Lớp tập huấn công tác đảng")
                      .Body("Tỉnh ủy Lạng Sơn mở lớp tập huấn. " + guests)
                      .Extract()
                      .provinces);
  };
  CHECK(provinces("Đại diện một số doanh nghiệp của tỉnh Đồng Nai xin dự "
                  "thính.") == Names{"Lạng Sơn"});
  CHECK(provinces("Đoàn của huyện Trấn Yên, Yên Bái xuống học cách làm.") ==
        Names{"Lạng Sơn"});
  CHECK(provinces("Tỉnh Đồng Nai cùng mở lớp ấy.") ==
        Names{"Lạng Sơn", "Đồng Nai"});
}

TEST_CASE("before the reform the old name leads to its successor") {
  const Facets facets = Page()
                            .Title("Tỉnh ủy Quảng Nam tổ chức hội nghị")
                            .Stamp("12/06/2022 08:00")
                            .Extract();
  CHECK(Values(facets.provinces) == Names{"Quảng Nam"});
  CHECK(Values(facets.provinces_now) == Names{"Đà Nẵng"});
}

TEST_CASE("from the reform on the unit of that day comes first") {
  struct Case {
    std::string title;
    Names valid;
    Names now;
  };
  const std::vector<Case> cases = {
      // A name of both lists is the new unit; nothing is mapped backwards.
      {"Tỉnh ủy Quảng Trị tổ chức hội nghị", {"Quảng Trị"}, {"Quảng Trị"}},
      {"Thành ủy Hà Nội tổ chức hội nghị", {"Hà Nội"}, {"Hà Nội"}},
      // A name of the old list alone proves the part as well.
      {"Trụ sở cũ của tỉnh Hậu Giang", {"Cần Thơ", "Hậu Giang"}, {"Cần Thơ"}},
      // So does a district.
      {"Dấu ấn huyện Lệ Thủy sau sắp xếp",
       {"Quảng Trị", "Quảng Bình"},
       {"Quảng Trị"}},
      {"Dấu ấn huyện Hải Lăng sau sắp xếp", {"Quảng Trị"}, {"Quảng Trị"}},
      // All new units, then what is proven of the old ones.
      {"Tỉnh Hậu Giang và tỉnh Gia Lai trao đổi kinh nghiệm",
       {"Cần Thơ", "Gia Lai", "Hậu Giang"},
       {"Cần Thơ", "Gia Lai"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    const Facets facets =
        Page().Title(c.title).Stamp("12/08/2025 08:00").Extract();
    CHECK(Values(facets.provinces) == c.valid);
    CHECK(Values(facets.provinces_now) == c.now);
    for (const FacetValue& value : facets.provinces) {
      CHECK(!value.evidence.empty());
    }
  }
}

TEST_CASE("the reform begins on the first of July 2025") {
  const auto on = [](const char* stamp) {
    return Values(Page()
                      .Title("Tỉnh ủy Quảng Nam tổ chức hội nghị")
                      .Stamp(stamp)
                      .Extract()
                      .provinces);
  };
  CHECK(on("30/06/2025 08:00") == Names{"Quảng Nam"});
  CHECK(on("01/07/2025 08:00") == Names{"Đà Nẵng", "Quảng Nam"});
}

TEST_CASE("without a date a name of both lists is the old province") {
  const Facets facets =
      Page().Title("Tỉnh ủy Quảng Trị tổ chức hội nghị").Extract();
  CHECK(Values(facets.provinces) == Names{"Quảng Trị"});
  CHECK(Values(facets.provinces_now) == Names{"Quảng Trị"});
}

TEST_CASE("the publisher's header, footer and host prove its province") {
  const Facets footer = Page()
                            .Title("Thông báo lịch tiếp dân")
                            .Identity("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH BẮC KẠN")
                            .Extract();
  CHECK(Values(footer.provinces) == Names{"Bắc Kạn"});
  const Facets host = Page()
                          .Title("Thông báo lịch tiếp dân")
                          .Url("sonoivu.backan.gov.vn", "/tin/1")
                          .Extract();
  CHECK(Values(host.provinces) == Names{"Bắc Kạn"});
  CHECK(Page().Title("Thông báo lịch tiếp dân").Extract().provinces.empty());
}

TEST_CASE("from the reform on a site's old name is the whole unit's") {
  const auto published = [](const char* stamp, const std::string& body) {
    return Values(Page()
                      .Title("Thông báo lịch tiếp dân")
                      .Stamp(stamp)
                      .Body(body)
                      .Url("sonoivu.haiduong.gov.vn", "/tin/1")
                      .Extract()
                      .provinces);
  };
  const std::string news = "Lịch tiếp dân của tuần tới được dán ở cổng.";
  CHECK(published("30/06/2025 08:00", news) == Names{"Hải Dương"});
  CHECK(published("12/08/2025 08:00", news) == Names{"Hải Phòng"});
  CHECK(
      published("12/08/2025 08:00", "Người dân tỉnh Hải Dương cũ xem lịch.") ==
      Names{"Hải Phòng", "Hải Dương"});
}

TEST_CASE("a district in brackets behind its commune proves the province") {
  const auto provinces = [](const std::string& body) {
    return Values(Page().Title("Người giữ lửa").Body(body).Extract().provinces);
  };
  CHECK(provinces("Ai ở thôn, xã Ba Vinh (Ba Tơ) có việc đều ghé đây.") ==
        Names{"Quảng Ngãi"});
  CHECK(provinces("Chị Kim Thị Sóc (Trà Cú) dạy chữ miễn phí.").empty());
}

TEST_CASE("where a visitor holds office is no subject") {
  CHECK(
      Values(Page()
                 .Title("Đoàn công tác của Bộ Chính trị làm việc tại Cà Mau")
                 .Body("Ngày 9/7, Đoàn công tác do đồng chí Ủy viên Bộ Chính "
                       "trị, Bí thư Thành ủy Thành phố Hồ Chí Minh làm trưởng "
                       "đoàn đã làm việc với Tỉnh ủy Cà Mau.")
                 .Extract()
                 .provinces) == Names{"Cà Mau"});
  CHECK(Values(Page()
                   .Title("Kiểm tra đê điều")
                   .Body("Ngày 9/7, Bí thư Tỉnh ủy Cà Mau kiểm tra đê biển.")
                   .Extract()
                   .provinces) == Names{"Cà Mau"});
}

TEST_CASE("of two provinces named once far down none is the subject") {
  const std::string far =
      "Hẻm dài và hẹp. Có bốn ngôi chùa. Ai cũng quen nhau. Buổi chiều rất "
      "yên. ";
  const auto provinces = [&far](const std::string& more) {
    return Values(Page()
                      .Title("Chuyện một con hẻm")
                      .Body(far + more)
                      .Extract()
                      .provinces);
  };
  CHECK(provinces("Bà cụ từ tỉnh Lạng Sơn vào đây.") == Names{"Lạng Sơn"});
  CHECK(
      provinces("Bà cụ từ tỉnh Lạng Sơn, ông cụ từ tỉnh Sơn La vào.").empty());
}

TEST_CASE("a ministry's address and gauges on two rivers are no subject") {
  CHECK(Values(Page()
                   .Title("Bộ Y tế tổ chức hội nghị toàn ngành")
                   .Body("Bộ Y tế tổ chức hội nghị toàn ngành trong hai ngày.")
                   .Identity("Địa chỉ: phố Mây, Ba Đình, Hà Nội")
                   .Extract()
                   .provinces)
            .empty());
  CHECK(
      Values(Page()
                 .Title("Mưa rào và dông ở thượng lưu")
                 .Body("Đỉnh lũ trên sông Thao tại Yên Bái, sông Lô tại Tuyên "
                       "Quang đều dưới báo động 1.")
                 .Extract()
                 .provinces)
          .empty());
}

TEST_CASE("what menus and sidebars name proves nothing") {
  CHECK(Page()
            .Title("Thông báo lịch tiếp dân")
            .Chrome("Tin tỉnh Cà Mau\nTin tỉnh An Giang")
            .Extract()
            .provinces.empty());
}

TEST_CASE("removing the evidence removes the province") {
  Page page;
  page.Title("Hội nghị tập huấn").Body("Lớp do tỉnh Sơn La mở.");
  const Facets facets = page.Extract();
  REQUIRE(facets.provinces.size() == 1);
  for (const Evidence& evidence : facets.provinces[0].evidence) {
    REQUIRE(evidence.kind == EvidenceKind::kText);
    for (std::uint32_t i = evidence.begin; i < evidence.end; ++i) {
      page.article().text[i] = '.';
    }
  }
  CHECK(page.Extract().provinces.empty());
}

TEST_CASE("the province that chairs comes before the one that visits") {
  const Facets facets =
      Page()
          .Title("Thanh Hóa và Quảng Nam trao đổi kinh nghiệm")
          .Body(
              "Đoàn công tác Ban Chỉ đạo 35 tỉnh Thanh Hóa có cuộc làm việc "
              "tại Quảng Nam. Phó Trưởng ban Chỉ đạo 35 tỉnh Quảng Nam chủ "
              "trì cuộc làm việc.")
          .Extract();
  CHECK(Values(facets.provinces) == Names{"Quảng Nam", "Thanh Hóa"});
  CHECK(test::Principal(facets) == "Ban Chỉ đạo 35 tỉnh Quảng Nam");
}

TEST_CASE("a record's province outranks the text") {
  Page page;
  page.Title("Tỉnh ủy Lâm Đồng họp");
  page.article().stated.provinces = {"tinh Ninh Thuan"};
  const Facets facets = page.Extract();
  REQUIRE(Values(facets.provinces) == Names{"Ninh Thuận"});
  CHECK(facets.provinces[0].evidence[0].kind == EvidenceKind::kRecord);
}

}  // namespace
}  // namespace tracuu
