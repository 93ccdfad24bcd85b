#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;
using test::Principal;

TEST_CASE("the body that holds the event is named in full") {
  struct Case {
    std::string title;
    std::string unit;
    std::string level;
    std::string kind;
  };
  const std::vector<Case> cases = {
      {"Huyện ủy Phú Lương tổ chức hội nghị", "Huyện ủy Phú Lương", "huyen",
       "cap-uy"},
      {"HUYỆN UỶ ĐĂK R’LẤP TỔ CHỨC HỘI NGHỊ", "Huyện ủy Đắk R'Lấp", "huyen",
       "cap-uy"},
      {"Ban Thường vụ Tỉnh uỷ Hà Giang họp", "Tỉnh ủy Hà Giang", "tinh",
       "cap-uy"},
      {"Ban Chấp hành Đảng bộ tỉnh Lạng Sơn họp", "Tỉnh ủy Lạng Sơn", "tinh",
       "cap-uy"},
      {"Thành ủy Đà Nẵng ban hành kế hoạch", "Thành ủy Đà Nẵng", "tinh",
       "cap-uy"},
      {"Thành ủy Đông Hà tổ chức hội nghị", "Thành ủy Đông Hà", "huyen",
       "cap-uy"},
      {"Đảng ủy xã Tân Lập khai mạc lớp học", "Đảng ủy xã Tân Lập", "xa",
       "cap-uy"},
      {"BCĐ 35 tỉnh Cà Mau tổng kết năm", "Ban Chỉ đạo 35 tỉnh Cà Mau", "tinh",
       "ban-chi-dao"},
      {"BCĐ về bảo vệ nền tảng tư tưởng của Đảng (BCĐ 35) của Tỉnh ủy tổ chức "
       "hội nghị",
       "Ban Chỉ đạo 35 Tỉnh ủy", "tinh", "ban-chi-dao"},
      {"Ban Chỉ đạo 35 Đảng uỷ Khối các cơ quan tỉnh tổ chức hội nghị",
       "Ban Chỉ đạo 35 Đảng ủy Khối các cơ quan tỉnh", "tinh", "ban-chi-dao"},
      {"Ban Tuyên giáo Tỉnh ủy Sơn La tổ chức tập huấn",
       "Ban Tuyên giáo Tỉnh ủy Sơn La", "tinh", "ban-dang"},
      {"Ban Tuyên giáo Trung ương tổ chức hội nghị",
       "Ban Tuyên giáo Trung ương", "trung-uong", "ban-dang"},
      {"Sở Tư pháp tỉnh Nghệ An tổ chức tập huấn", "Sở Tư pháp tỉnh Nghệ An",
       "tinh", "so-nganh"},
      {"Chi bộ cơ quan Sở Ngoại vụ tỉnh Lào Cai tổ chức sinh hoạt",
       "Chi bộ cơ quan Sở Ngoại vụ tỉnh Lào Cai", "co-so", "chi-bo"},
      {"Ủy ban nhân dân huyện Phú Lương họp", "UBND huyện Phú Lương", "huyen",
       "chinh-quyen"},
      {"Hội LHPN tỉnh Bến Tre ra quân", "Hội Liên hiệp Phụ nữ tỉnh Bến Tre",
       "tinh", "doan-the"},
      {"Công an tỉnh Long An phát động thi đua", "Công an tỉnh Long An", "tinh",
       "luc-luong-vu-trang"},
      {"Chi bộ Trung tâm Khuyến nông tỉnh Cà Mau bàn chuyện giống lúa",
       "Chi bộ Trung tâm Khuyến nông tỉnh Cà Mau", "co-so", "chi-bo"},
      {"Chi bộ Đội Quản lý thị trường liên huyện họp",
       "Chi bộ Đội Quản lý thị trường liên huyện", "co-so", "chi-bo"},
      {"Đảng ủy Bệnh viện Đa khoa khu vực Ba Vàm ra mắt tổ mới",
       "Đảng ủy Bệnh viện Đa khoa khu vực Ba Vàm", "co-so", "cap-uy"},
      {"Ban Chỉ đạo 35 huyện Phú Lương cùng Huyện đoàn Phú Lương tổ chức lớp",
       "Ban Chỉ đạo 35 huyện Phú Lương", "huyen", "ban-chi-dao"},
      {"Chính phủ ban hành chương trình", "Chính phủ", "trung-uong",
       "chinh-quyen"},
      {"Huyện ủy Mù Cang Chải (Yên Bái) vừa tổ chức hội nghị",
       "Huyện ủy Mù Cang Chải", "huyen", "cap-uy"},
      {"Chi bộ Phòng Phổ biến pháp luật sinh hoạt chuyên đề",
       "Chi bộ Phòng Phổ biến pháp luật", "co-so", "chi-bo"},
      {"Chi bộ Phòng thí nghiệm Sinh thái biển họp",
       "Chi bộ Phòng thí nghiệm Sinh thái biển", "co-so", "chi-bo"},
      {"Chi bộ tổ dân phố số 7 tổ chức sinh hoạt", "Chi bộ tổ dân phố số 7",
       "co-so", "chi-bo"},
      {"Chi bộ tiểu khu 70 tổ chức sinh hoạt", "Chi bộ tiểu khu 70", "co-so",
       "chi-bo"},
      {"Trường Chính trị Hoàng Đình Giong tỉnh Cao Bằng tổ chức lễ khai giảng",
       "Trường Chính trị Hoàng Đình Giong tỉnh Cao Bằng", "tinh",
       "truong-chinh-tri"},
      {"Đảng ủy Ban Chỉ huy Phòng thủ khu vực 2 tổ chức hội nghị",
       "Đảng ủy Ban Chỉ huy Phòng thủ khu vực 2", "co-so", "cap-uy"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    const Facets facets = Page().Title(c.title).Extract();
    REQUIRE_FALSE(facets.units.empty());
    CHECK(Principal(facets) == c.unit);
    CHECK(facets.units[0].level == c.level);
    CHECK(facets.units[0].kind == c.kind);
  }
}

TEST_CASE("abbreviated bodies are written out") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"BTG Tỉnh ủy Sơn La", "Ban Tuyên giáo Tỉnh ủy Sơn La"},
      {"BTGDV Tỉnh ủy Sơn La", "Ban Tuyên giáo và Dân vận Tỉnh ủy Sơn La"},
      {"BTC Tỉnh ủy Sơn La", "Ban Tổ chức Tỉnh ủy Sơn La"},
      {"BDV Huyện ủy Phú Lương", "Ban Dân vận Huyện ủy Phú Lương"},
      {"UBKT Huyện ủy Phú Lương", "Ủy ban Kiểm tra Huyện ủy Phú Lương"},
      {"BCH Đảng bộ huyện Phú Lương", "Huyện ủy Phú Lương"},
      {"BTV Tỉnh ủy Sơn La", "Tỉnh ủy Sơn La"},
      {"UBMTTQVN tỉnh Sơn La", "Ủy ban MTTQ Việt Nam tỉnh Sơn La"},
      {"MTTQ tỉnh Sơn La", "Ủy ban MTTQ Việt Nam tỉnh Sơn La"},
      {"Mặt trận Tổ quốc huyện Phú Lương",
       "Ủy ban MTTQ Việt Nam huyện Phú Lương"},
      {"Hội CCB tỉnh Sơn La", "Hội Cựu chiến binh tỉnh Sơn La"},
      {"Đoàn TNCS Hồ Chí Minh huyện Phú Lương", "Huyện đoàn Phú Lương"},
      {"Đoàn Thanh niên xã Mây Mưa", "Đoàn Thanh niên xã Mây Mưa"},
      {"LĐLĐ tỉnh Sơn La", "Liên đoàn Lao động tỉnh Sơn La"},
      {"Sở GD-ĐT tỉnh Sơn La", "Sở Giáo dục và Đào tạo tỉnh Sơn La"},
      {"Sở GD&ĐT Sơn La", "Sở Giáo dục và Đào tạo tỉnh Sơn La"},
      {"Sở VH-TT&DL tỉnh Sơn La",
       "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La"},
      {"Sở NN-PTNT tỉnh Sơn La",
       "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sơn La"},
      {"Phòng LĐ-TB&XH huyện Phú Lương",
       "Phòng Lao động - Thương binh và Xã hội huyện Phú Lương"},
      {"Bộ CHQS tỉnh Sơn La", "Bộ Chỉ huy Quân sự tỉnh Sơn La"},
      {"Ban CHQS huyện Phú Lương", "Ban Chỉ huy Quân sự huyện Phú Lương"},
      {"BĐBP tỉnh Sơn La", "Bộ đội Biên phòng tỉnh Sơn La"},
      {"VKSND tỉnh Sơn La", "Viện Kiểm sát nhân dân tỉnh Sơn La"},
      {"TAND khu vực 3", "Tòa án nhân dân khu vực 3"},
      {"Văn phòng HĐND - UBND huyện Phú Lương",
       "Văn phòng HĐND và UBND huyện Phú Lương"},
      {"Ban Pháp chế HĐND tỉnh Sơn La", "Ban Pháp chế HĐND tỉnh Sơn La"},
  };
  for (const auto& [written, name] : cases) {
    CAPTURE(written);
    CHECK(Principal(Page().Title(written + " tổ chức hội nghị").Extract()) ==
          name);
  }
}

TEST_CASE("a school's name goes on to where its words end") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Trường Đại học Kinh tế Quốc dân tổ chức hội thảo",
       "Trường Đại học Kinh tế Quốc dân"},
      {"Trường Đại học Khoa học Xã hội và Nhân văn tổ chức hội thảo",
       "Trường Đại học Khoa học Xã hội và Nhân văn"},
      {"Học viện Báo chí và Tuyên truyền tổ chức hội thảo",
       "Học viện Báo chí và Tuyên truyền"},
      {"Trường Đại học Vinh và Sở Y tế tổ chức hội thảo",
       "Trường Đại học Vinh"},
      {"Trường THPT Trần Phú và Trường THPT Lê Lợi tổ chức hội thi",
       "Trường THPT Trần Phú"},
      {"Học viện Cán bộ Mây Mưa tổ chức hội thảo", "Học viện Cán bộ Mây Mưa"},
      {"Trường THPT Nguyễn Ngày Mai tổ chức hội thi",
       "Trường THPT Nguyễn Ngày Mai"},
  };
  for (const auto& [title, name] : cases) {
    CAPTURE(title);
    CHECK(Principal(Page().Title(title).Extract()) == name);
  }
}

TEST_CASE("a person's name behind an office is no place") {
  const Facets facets =
      Page().Title("Chủ tịch UBND xã Trần Văn An thăm hộ nghèo").Extract();
  CHECK(facets.units.empty());
  CHECK(Principal(Page()
                      .Title("Chủ tịch LĐLĐ thành phố Lê Thị Hoa chủ trì")
                      .Extract()) == "");
  CHECK(Principal(Page().Title("Chi bộ ấp 6 Đảng bộ xã họp").Extract()) ==
        "Chi bộ ấp 6");
}

TEST_CASE("generic mentions and ordinary words are no bodies") {
  const std::vector<std::string> titles = {
      "Các huyện ủy tổ chức học tập",        "HĐND các cấp họp",
      "Ban tổ chức hội thi công bố kết quả", "12 huyện ủy hoàn thành kế hoạch",
      "Mở rộng phòng đọc và bộ sưu tập",     "Nhiều tỉnh ủy, thành ủy tham gia",
  };
  for (const std::string& title : titles) {
    CAPTURE(title);
    CHECK(Page().Title(title).Extract().units.empty());
  }
}

TEST_CASE("a bloc of schools, a plenum's name and an owner hold nothing") {
  for (const std::string text :
       {"Đảng ủy khối giáo dục bàn chuyện dạy thêm ở Thành phố Hồ Chí Minh.",
        "Báo cáo viên nêu kết quả Hội nghị lần thứ tư Ban Chấp hành Trung ương "
        "khóa XIII.",
        "Bệnh nể nang không có trong danh mục của Bộ Y tế, nhưng ai đã họp "
        "đều biết."}) {
    CAPTURE(text);
    CHECK(Page().Title("Nói thẳng").Body(text).Extract().units.empty());
  }
}

TEST_CASE("of an institution's organisation its committee is the unit") {
  const Facets facets =
      Page()
          .Title("Đảng bộ Công ty Than Suối Đen sơ kết giữa nhiệm kỳ")
          .Body("Đảng ủy Công ty Than Suối Đen họp sơ kết với 19 chi bộ.")
          .Extract();
  CHECK(Principal(facets) == "Đảng ủy Công ty Than Suối Đen");
  CHECK(facets.units.size() == 1);
}

TEST_CASE("where a name of an institution ends is told elsewhere") {
  const Facets facets =
      Page()
          .Title("Đảng ủy Bệnh viện Phổi bỏ lời chào dài")
          .Body("Đảng ủy Bệnh viện Phổi tỉnh Hưng Yên thống nhất bỏ kính thưa.")
          .Extract();
  CHECK(Principal(facets) == "Đảng ủy Bệnh viện Phổi tỉnh Hưng Yên");
}

TEST_CASE("a district that sends guests owns no committee here") {
  const Facets facets =
      Page()
          .Title("Hạ Hòa nói không với phó ban")
          .Body(
              "Huyện ủy Hạ Hòa công bố phương án. Phương án do Ban Tổ chức "
              "Huyện ủy xây dựng.")
          .Body("Đoàn của huyện Trấn Yên, Yên Bái xuống học.")
          .Extract();
  REQUIRE(facets.units.size() == 2);
  CHECK(facets.units[1].name == "Ban Tổ chức Huyện ủy Hạ Hòa");
}

TEST_CASE("whoever leads a visit does not hold what it comes to") {
  CHECK(Principal(Page()
                      .Title("Hai địa phương trao đổi kinh nghiệm")
                      .Body("Phó Trưởng ban Chỉ đạo 35 tỉnh Quảng Nam tiếp "
                            "đoàn công tác Ban Chỉ đạo 35 tỉnh Nghệ An do bà "
                            "Phó Trưởng ban Chỉ đạo 35 tỉnh dẫn đầu.")
                      .Extract()) == "Ban Chỉ đạo 35 tỉnh Quảng Nam");
}

TEST_CASE("a number or a name behind a cell may not be part of it") {
  CHECK(Page()
            .Title("Chuyện ở một công ty")
            .Body("Ở đây, chi bộ 14 đảng viên sinh hoạt vào chủ nhật.")
            .Extract()
            .units.empty());
  CHECK(Page()
            .Title("Chuyện ở một công ty")
            .Body("Bí thư Chi bộ Vũ Thị Mây Mưa phát biểu.")
            .Extract()
            .units.empty());
}

TEST_CASE("an elliptical name takes the place of the article") {
  const Facets near =
      Page()
          .Title("Lớp bồi dưỡng lý luận")
          .Body(
              "Ban Tuyên giáo Tỉnh ủy tổ chức lớp học. Đảng bộ tỉnh Gia Lai "
              "có nhiều đổi mới.")
          .Extract();
  CHECK(Principal(near) == "Ban Tuyên giáo Tỉnh ủy Gia Lai");
  const Facets publisher =
      Page()
          .Title("UBND huyện họp giao ban")
          .Identity("UBND huyện Phú Lương, tỉnh Thái Nguyên")
          .Extract();
  CHECK(Principal(publisher) == "UBND huyện Phú Lương");
  CHECK(Principal(Page().Title("Tỉnh ủy họp").Extract()) == "Tỉnh ủy");
}

TEST_CASE("the issuer of a cited document does not hold the event") {
  const Facets facets =
      Page()
          .Title("Tỉnh ủy Phú Yên quán triệt Nghị quyết 35 của Bộ Chính trị")
          .Extract();
  REQUIRE(facets.units.size() == 1);
  CHECK(Principal(facets) == "Tỉnh ủy Phú Yên");
}

TEST_CASE("spellings of one body are one value") {
  const Facets facets = Page()
                            .Title("Huyện uỷ Phú Lương tổ chức hội nghị")
                            .Body("HUYỆN ỦY PHÚ LƯƠNG tổ chức hội nghị.")
                            .Extract();
  CHECK(facets.units.size() == 1);
}

TEST_CASE("a record's units outrank the text") {
  Page page;
  page.Title("Tỉnh ủy Lâm Đồng họp");
  page.article().stated.units = {" Huyện ủy Phú Lương "};
  const Facets facets = page.Extract();
  REQUIRE(facets.units.size() == 1);
  CHECK(facets.units[0].name == "Huyện ủy Phú Lương");
  CHECK(facets.units[0].level == "huyen");
  CHECK(facets.units[0].evidence[0].kind == EvidenceKind::kRecord);
}

}  // namespace
}  // namespace tracuu
