// Bodies beside the principal one: who takes part, by what its sentence says.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/indexer/extract/support/page.h"

namespace tracuu {
namespace {

using test::Page;
using test::Principal;
using test::Values;

std::vector<std::string> Names(const Facets& facets) {
  std::vector<std::string> names;
  for (const UnitValue& unit : facets.units) names.push_back(unit.name);
  return names;
}

Facets FacetsOf(const std::string& sentence) {
  return Page()
      .Title("Huyện ủy Phú Lương tổ chức hội nghị về chè sạch")
      .Body(
          "Ngày 5/7/2022, Huyện ủy Phú Lương, tỉnh Thái Nguyên tổ chức hội "
          "nghị về chè sạch. Hội nghị nghe hai báo cáo. Nhiều ý kiến được nêu "
          "ra. Buổi chiều có phần thăm vườn. " +
          sentence)
      .Extract();
}

bool Has(const Facets& facets, const std::string& name) {
  const std::vector<std::string> names = Names(facets);
  return std::find(names.begin(), names.end(), name) != names.end();
}

TEST_CASE("a body that does, says or is asked something takes part") {
  struct Case {
    std::string sentence;
    std::string unit;
    std::string rule;
  };
  const std::vector<Case> cases = {
      {"Hội Nông dân huyện vận hành hai tổ thu mua.",
       "Hội Nông dân huyện Phú Lương", "unit.subject"},
      {"Trong tháng 9, Ban Dân vận Huyện ủy sẽ mở hai lớp.",
       "Ban Dân vận Huyện ủy Phú Lương", "unit.holds"},
      {"Nhân dịp này UBND huyện khen sáu hộ.", "UBND huyện Phú Lương",
       "unit.subject"},
      {"Tài liệu do Ban Tuyên giáo Huyện ủy soạn từ đầu năm.",
       "Ban Tuyên giáo Huyện ủy Phú Lương", "unit.agent"},
      {"Theo Ban Tổ chức Huyện ủy, sáu chi bộ đã làm xong.",
       "Ban Tổ chức Huyện ủy Phú Lương", "unit.source"},
      {"Theo đánh giá của Hội Nông dân huyện, giá chè đã tăng.",
       "Hội Nông dân huyện Phú Lương", "unit.source"},
      {"Đại diện Hội Nông dân huyện đề nghị lập thêm tổ.",
       "Hội Nông dân huyện Phú Lương", "unit.spokesman"},
      {"Hội nghị giao UBND huyện rà soát vùng trồng.", "UBND huyện Phú Lương",
       "unit.asked"},
      {"Dự hội nghị có lãnh đạo UBND huyện và Hội Nông dân huyện.",
       "Hội Nông dân huyện Phú Lương", "unit.attends"},
      {"Lớp học được phối hợp với Huyện đoàn Phú Lương lo chỗ ăn ở.",
       "Huyện đoàn Phú Lương", "unit.partner"},
      {"Đảng ủy xã Mây Mưa nhận việc làm điểm.", "Đảng ủy xã Mây Mưa",
       "unit.subject"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.sentence);
    const Facets facets = FacetsOf(c.sentence);
    CHECK(Principal(facets) == "Huyện ủy Phú Lương");
    CHECK(Has(facets, c.unit));
    for (const UnitValue& unit : facets.units) {
      if (unit.name == c.unit) CHECK(unit.evidence[0].rule == c.rule);
    }
  }
}

TEST_CASE("a body in passing, a neighbour or a superior does not") {
  const std::vector<std::string> sentences = {
      "Chị từng làm ở Hội Nông dân huyện.",
      "Huyện ủy Định Hóa đã làm việc này từ năm ngoái.",
      "Xã được Tỉnh ủy Thái Nguyên tặng bằng khen.",
      "Dự hội nghị có đại diện Tỉnh ủy Thái Nguyên.",
      "Ông là Tỉnh ủy viên, hay về xã.",
      "Dự án do dân góp, Hội Nông dân huyện là nơi giữ sổ.",
      "Bộ Y tế cho biết chè sạch tốt cho sức khỏe.",
      "Đảng bộ huyện Phú Lương đông nhất tỉnh.",
  };
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    CHECK(Names(FacetsOf(sentence)) ==
          std::vector<std::string>{"Huyện ủy Phú Lương"});
  }
}

TEST_CASE("bodies of a list of places are each one") {
  const Facets facets =
      Page()
          .Title("Mặt trận năm tỉnh giao ban")
          .Body(
              "Ngày 5/7/2019, Ủy ban MTTQ Việt Nam tỉnh Gia Lai chủ trì hội "
              "nghị giao ban. Dự hội nghị có lãnh đạo Ủy ban MTTQ các tỉnh Kon "
              "Tum, Đăk Lăk và Lâm Đồng.")
          .Extract();
  CHECK(Names(facets) ==
        std::vector<std::string>{"Ủy ban MTTQ Việt Nam tỉnh Gia Lai",
                                 "Ủy ban MTTQ Việt Nam tỉnh Kon Tum",
                                 "Ủy ban MTTQ Việt Nam tỉnh Đắk Lắk",
                                 "Ủy ban MTTQ Việt Nam tỉnh Lâm Đồng"});
  CHECK(Values(facets.provinces) ==
        std::vector<std::string>{"Gia Lai", "Kon Tum", "Đắk Lắk", "Lâm Đồng"});
}

TEST_CASE("a committee of an institution takes the name the article gives") {
  const auto principal = [](const std::string& body) {
    return Principal(
        Page().Title("Buổi học giữa vườn cây").Body(body).Extract());
  };
  CHECK(principal("Chiều 5/7, công nhân Công ty Cao su Mây Mưa ra vườn. Đảng "
                  "ủy Công ty tổ chức học nghị quyết ngay tại đó.") ==
        "Đảng ủy Công ty Cao su Mây Mưa");
  CHECK(principal("Chiều 5/7, sân Trường THPT Mây Mưa đông vui. Chi bộ nhà "
                  "trường kết nạp hai đảng viên.") ==
        "Chi bộ Trường THPT Mây Mưa");
  CHECK(principal("Đảng ủy Công ty tổ chức học nghị quyết.") == "");
}

TEST_CASE("cities are called as on the article's day") {
  const auto named = [](const std::string& day) {
    return Principal(
        Page().Title("Sở Y tế Đồng Nai tổ chức tập huấn").Stamp(day).Extract());
  };
  CHECK(named("12/03/2026 08:00") == "Sở Y tế tỉnh Đồng Nai");
  CHECK(named("12/06/2026 08:00") == "Sở Y tế thành phố Đồng Nai");
}

TEST_CASE("another state's bodies are none of ours") {
  for (const char* title :
       {"Quốc hội Mỹ họp phiên bất thường", "Chính phủ Thái Lan họp",
        "Bộ Quốc phòng Hàn Quốc tổ chức tập trận"}) {
    CAPTURE(title);
    CHECK(Page().Title(title).Extract().units.empty());
  }
  CHECK(Principal(Page().Title("Quốc hội họp phiên bế mạc").Extract()) ==
        "Quốc hội");
}

TEST_CASE("beside a stated unit stands what takes part in the text") {
  Page page;
  page.Title("Huyện ủy Phú Lương tổ chức hội nghị");
  page.Body("Theo Ban Tổ chức Huyện ủy, sáu chi bộ đã làm xong.");
  page.article().stated.units = {"Huyện ủy Phú Lương"};
  CHECK(Names(page.Extract()) ==
        std::vector<std::string>{"Huyện ủy Phú Lương",
                                 "Ban Tổ chức Huyện ủy Phú Lương"});
  page.article().stated.units = {"Ban CHQS huyện Phú Lương"};
  CHECK(Principal(page.Extract()) == "Ban Chỉ huy Quân sự huyện Phú Lương");
}

TEST_CASE("whoever chairs in two offices chairs for the committee") {
  const Facets facets =
      Page()
          .Title("Lâm Đồng rà soát hạ tầng")
          .Body(
              "Sáng 28/6, đồng chí Trưởng Đoàn đại biểu Quốc hội tỉnh Lâm "
              "Đồng, Bí thư Tỉnh ủy chủ trì cuộc làm việc.")
          .Extract();
  CHECK(Names(facets) == std::vector<std::string>{"Tỉnh ủy Lâm Đồng"});
}

}  // namespace
}  // namespace tracuu
