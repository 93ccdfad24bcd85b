// Which of several bodies the news is about, by what the sentences around them
// say.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;
using test::Principal;

using Names = std::vector<std::string>;

Names Units(const Facets& facets) {
  Names names;
  for (const UnitValue& unit : facets.units) names.push_back(unit.name);
  return names;
}

Names UnitsOf(const std::string& title, const std::string& body) {
  return Units(Page().Title(title).Body(body).Extract());
}

TEST_CASE("of two that hold an event together the first named is first") {
  CHECK(UnitsOf("Khai giảng lớp trung cấp tại huyện Mai Sơn",
                "Sáng 10/4/2019, Trường Chính trị tỉnh Sơn La phối hợp với "
                "Huyện ủy Mai Sơn tổ chức khai giảng lớp học.") ==
        Names{"Trường Chính trị tỉnh Sơn La", "Huyện ủy Mai Sơn"});
  CHECK(UnitsOf("Giao ban về môi trường",
                "Ngày 23/6, Thường trực Thành ủy - HĐND - UBND thành phố Hà "
                "Nội tổ chức hội nghị giao ban.") ==
        Names{"Thành ủy Hà Nội", "HĐND thành phố Hà Nội",
              "UBND thành phố Hà Nội"});
  CHECK(UnitsOf("Lễ ký cam kết",
                "Sáng 20/10, Ban Chỉ đạo 35 huyện Phú Lương (Thái Nguyên) cùng "
                "Huyện đoàn tổ chức lễ ký cam kết.") ==
        Names{"Ban Chỉ đạo 35 huyện Phú Lương", "Huyện đoàn Phú Lương"});
}

TEST_CASE("whose plan, place or member it is holds nothing") {
  CHECK(UnitsOf("Học nghị quyết ở xóm",
                "Thực hiện kế hoạch của Tỉnh ủy Cao Bằng, trong hai ngày 4 và "
                "5/10/2011, Huyện ủy Thạch An mở hội nghị học tập.") ==
        Names{"Huyện ủy Thạch An"});
  CHECK(Principal(Page()
                      .Title("Kỷ luật ở một trường")
                      .Body("Liên quan đến vi phạm tại Trường Đại học Mây Mưa, "
                            "Tỉnh ủy Lạng Sơn thi hành kỷ luật hai người.")
                      .Extract()) == "Tỉnh ủy Lạng Sơn");
  CHECK(
      Principal(Page()
                    .Title("Ban Bí thư cảnh cáo nguyên Bí thư Tỉnh ủy Lạng Sơn")
                    .Extract()) == "Ban Bí thư");
  CHECK(UnitsOf("Hai cách ghi biên bản",
                "Ngày 23/3/2024, Chi bộ Khoa Xây dựng Mây Mưa (Đảng bộ Trường "
                "Chính trị tỉnh Sơn La) có buổi sinh hoạt chung.")
            .front() == "Chi bộ Khoa Xây dựng Mây Mưa");
}

TEST_CASE("the news is what somebody issues, decides or has just done") {
  CHECK(
      Principal(Page()
                    .Title("Ban Bí thư ban hành Chỉ thị về phòng, chống dịch")
                    .Body("Chính phủ đang tập trung chỉ đạo các bộ. Chính phủ "
                          "yêu cầu các địa phương báo cáo.")
                    .Extract()) == "Ban Bí thư");
  CHECK(Principal(Page()
                      .Title("Cách chức một bí thư thị trấn Tiên Lãng")
                      .Add(BlockRole::kLead,
                           "Thành ủy Hải Phòng vừa thi hành kỷ luật một bí thư "
                           "thị trấn.")
                      .Body("Huyện ủy Tiên Lãng vừa tổ chức công bố quyết định "
                            "của Thành ủy Hải Phòng.")
                      .Extract()) == "Thành ủy Hải Phòng");
  CHECK(Principal(Page()
                      .Title("Bí thư Đảng ủy xã Mây Mưa đối thoại với dân")
                      .Body("Chiều 6/11, Bí thư Đảng ủy cùng UBND xã Mây Mưa "
                            "đối thoại với 80 hộ.")
                      .Extract()) == "Đảng ủy xã Mây Mưa");
  CHECK(Principal(Page()
                      .Title("Đại hội Đảng bộ xã Mây Mưa lần thứ I")
                      .Body("Đại hội bàn hai việc.")
                      .Extract()) == "Đảng bộ xã Mây Mưa");
}

TEST_CASE("whoever has it done to him does not act") {
  const std::string body =
      "Ngày 5/4, Ủy ban Kiểm tra Tỉnh ủy Lạng Sơn quyết định kỷ luật ông này.";
  for (const char* title :
       {"Kỷ luật Chủ tịch UBND huyện Tràng Định",
        "Chủ tịch UBND huyện Tràng Định bị kỷ luật",
        "Khiển trách Trưởng phòng Cục Hải quan tỉnh Lạng Sơn"}) {
    CAPTURE(std::string(title));
    CHECK(Principal(Page().Title(title).Body(body).Extract()) ==
          "Ủy ban Kiểm tra Tỉnh ủy Lạng Sơn");
  }
  CHECK(Principal(Page()
                      .Title("Đề nghị Ban Bí thư kỷ luật một bí thư")
                      .Body("Ủy ban Kiểm tra Trung ương đề nghị Ban Bí thư xem "
                            "xét kỷ luật ông này.")
                      .Extract()) == "Ủy ban Kiểm tra Trung ương");
  CHECK(Principal(Page()
                      .Title("Khai mạc Hội nghị Trung ương 8")
                      .Body("Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng "
                            "khóa XII khai mạc sáng 2/10.")
                      .Extract()) == "Ban Chấp hành Trung ương Đảng");
}

TEST_CASE("a body that will do something by what is said takes part") {
  const Names units =
      UnitsOf("Hội Nông dân huyện Phú Lương ra mắt tổ chè",
              "Ngày 5/7/2022, Hội Nông dân huyện Phú Lương ra mắt tổ chè. Buổi "
              "lễ ngắn gọn. Dân đến đông. Phó Bí thư Huyện ủy cho biết, Huyện "
              "ủy sẽ kiểm tra sau ba tháng.");
  CHECK(units == Names{"Hội Nông dân huyện Phú Lương", "Huyện ủy Phú Lương"});
}

TEST_CASE("what only sounds like a body is none") {
  for (const char* title : {"Nhân dân trong tỉnh đoàn kết vượt khó",
                            "Cả huyện đoàn kết một lòng"}) {
    CAPTURE(std::string(title));
    CHECK(Page().Title(title).Extract().units.empty());
  }
  CHECK(Principal(Page().Title("Thăm trụ sở Công an tỉnh Sơn La").Extract()) !=
        "Sở Công an tỉnh Sơn La");
  CHECK(
      Principal(
          Page().Title("Giám đốc sở Tư pháp tỉnh Sơn La trả lời").Extract()) ==
      "Sở Tư pháp tỉnh Sơn La");
}

TEST_CASE("names of firms, schools, hamlets and communes end where they end") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Chi bộ Công ty TNHH Bao bì Mây Mưa Hưng tổ chức lễ kết nạp",
       "Chi bộ Công ty TNHH Bao bì Mây Mưa Hưng"},
      {"Đảng ủy Tổng công ty Cao su Mây Mưa phát động thi đua",
       "Đảng ủy Tổng công ty Cao su Mây Mưa"},
      {"Đảng ủy Điện lực Mây Mưa tổ chức kiểm điểm",
       "Đảng ủy Điện lực Mây Mưa"},
      {"Đảng bộ Trường Đại học Kinh tế - Kỹ thuật Mây Mưa tổ chức sinh hoạt",
       "Đảng bộ Trường Đại học Kinh tế - Kỹ thuật Mây Mưa"},
      {"Chi bộ cụm dân cư số 3 họp", "Chi bộ cụm dân cư số 3"},
      {"Chi bộ Chi cục Hải quan cửa khẩu Mây Mưa họp",
       "Chi bộ Chi cục Hải quan cửa khẩu Mây Mưa"},
      {"Đoàn xã Mây Mưa tổ chức hội trại", "Đoàn xã Mây Mưa"},
      {"Chi bộ khối phố Mây Trắng họp", "Chi bộ khối phố Mây Trắng"},
      {"Đảng bộ và nhân dân xã Mây Mưa triển khai nghị quyết",
       "Đảng bộ xã Mây Mưa"},
      {"Đảng bộ, chính quyền và nhân dân huyện Phú Lương tổ chức đón bằng",
       "Đảng bộ huyện Phú Lương"},
      {"Đoàn Thanh niên Công an tỉnh Sơn La tổ chức khám bệnh",
       "Đoàn Thanh niên Công an tỉnh Sơn La"},
      {"UBND phường Ô Môn tổ chức hội nghị", "UBND phường Ô Môn"},
      {"Sở Giáo dục tỉnh Sơn La tổ chức tập huấn",
       "Sở Giáo dục và Đào tạo tỉnh Sơn La"},
      {"Sở Du lịch tỉnh Thừa Thiên Huế tổ chức tập huấn",
       "Sở Du lịch tỉnh Thừa Thiên Huế"},
      {"Trung ương Hội Luật gia Việt Nam tổ chức hội nghị",
       "Trung ương Hội Luật gia Việt Nam"},
  };
  for (const auto& [title, name] : cases) {
    CAPTURE(title);
    CHECK(Principal(Page().Title(title).Extract()) == name);
  }
  CHECK(
      UnitsOf("Đối thoại với hộ kinh doanh",
              "Chiều 6/11, Chủ tịch HĐND phường Mây Mưa Nguyễn Hữu Khoát cùng "
              "UBND phường đối thoại với 80 hộ.")
          .front() == "UBND phường Mây Mưa");
}

}  // namespace
}  // namespace tracuu
