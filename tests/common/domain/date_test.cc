#include "common/domain/date.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/date");

std::vector<DateMention> DatesIn(const std::string& text) {
  return FindDates(text, Analyze(text));
}

struct Case {
  const char* text;
  const char* iso;
  DateForm form;
  int minute_of_day = -1;
  int weekday = -1;
};

TEST_CASE("each form of date is read") {
  const Case kCases[] = {
      {"Họp 26/11/2021 tại huyện", "2021-11-26", DateForm::kNumeric},
      {"Đăng 29-11-2021 11:02", "2021-11-29", DateForm::kNumeric, 662},
      {"từ 1.1.2016 trở đi", "2016-01-01", DateForm::kNumeric},
      {"14:05, Thứ Ba, 28/12/2021 (GMT+7)", "2021-12-28", DateForm::kNumeric,
       845, 2},
      {"Thứ bảy, 11/06/2022", "2022-06-11", DateForm::kNumeric, -1, 6},
      {"Chủ nhật, ngày 12/6/2022", "2022-06-12", DateForm::kNumeric, -1, 0},
      {"ngày 22 tháng 10 năm 2018", "2018-10-22", DateForm::kWords},
      {"Ngày 22 tháng 10, năm 2018", "2018-10-22", DateForm::kWords},
      {"ngày 22-10-2018", "2018-10-22", DateForm::kNumeric},
      {"Sáng nay 24/8, huyện họp", "--08-24", DateForm::kDayMonth},
      {"Hôm nay (24/8) huyện họp", "--08-24", DateForm::kDayMonth},
      {"Sáng 24-6, xã họp", "--06-24", DateForm::kDayMonth},
      {"Tối qua (8/3), xã họp", "--03-08", DateForm::kDayMonth},
      {"đến ngày 30/9 năm 2020 thì xong", "2020-09-30", DateForm::kWords},
      {"Ngày 7.1, xã họp", "--01-07", DateForm::kDayMonth},
      {"thứ Bảy 11/6", "--06-11", DateForm::kDayMonth, -1, 6},
      {"ngày 26 tháng 11", "--11-26", DateForm::kDayMonth},
      {"trong tháng 8/2024", "2024-08", DateForm::kMonthYear},
      {"trong tháng 8 năm 2024", "2024-08", DateForm::kMonthYear},
      {"08:51 25/06/2019", "2019-06-25", DateForm::kNumeric, 531},
      {"lúc 14h05 ngày 25/06/2019", "2019-06-25", DateForm::kNumeric, 845},
      {"25/06/2019, lúc 14 giờ 05 phút", "2019-06-25", DateForm::kNumeric, 845},
      {"9/4/2019-9:04 PM", "2019-04-09", DateForm::kNumeric, 1264},
      {"Thứ hai, 29 07 2019 15:16", "2019-07-29", DateForm::kNumeric, 916, 1},
      {"bản ghi 2021-11-29", "2021-11-29", DateForm::kIso},
      {"2021-11-29T11:02:00+07:00", "2021-11-29", DateForm::kIso, 662},
      {"ngày 29/2/2024", "2024-02-29", DateForm::kNumeric},
      // As content systems print them.
      {"T6, 06/11/2020 - 09:40", "2020-11-06", DateForm::kNumeric, 580, 5},
      {"CN, 12/06/2022", "2022-06-12", DateForm::kNumeric, -1, 0},
      {"29 Tháng Mười Một, 2021", "2021-11-29", DateForm::kWords},
      {"Tháng Mười Hai 9, 2021", "2021-12-09", DateForm::kWords},
      {"29 Tháng Năm, 2021", "2021-05-29", DateForm::kWords},
      {"ngày 19 tháng năm năm 2019", "2019-05-19", DateForm::kWords},
      {"29 thg 11, 2021", "2021-11-29", DateForm::kWords},
      {"29 Th11 2021", "2021-11-29", DateForm::kWords},
      {"Nov 29, 2021", "2021-11-29", DateForm::kWords},
      {"Mon, 29 November 2021 11:02", "2021-11-29", DateForm::kWords, 662, 1},
      {"29/11/21", "2021-11-29", DateForm::kNumeric},
      {"Thứ hai, 29.11.21, 08g15", "2021-11-29", DateForm::kNumeric, 495, 1},
      {"29-11-98 08:15", "1998-11-29", DateForm::kNumeric, 495},
      {"Họp ngày 29/11/21 tại huyện", "2021-11-29", DateForm::kNumeric},
      {"28 04/2022", "2022-04-28", DateForm::kNumeric},
      {"ngày 3/2/1930", "1930-02-03", DateForm::kNumeric},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.text);
    const std::vector<DateMention> found = DatesIn(c.text);
    REQUIRE(found.size() == 1);
    CHECK(FormatIso(found[0].date) == c.iso);
    CHECK(found[0].form == c.form);
    CHECK(found[0].minute_of_day == c.minute_of_day);
    CHECK(found[0].weekday == c.weekday);
    CHECK(found[0].weekday_agrees);
  }
}

TEST_CASE("what only looks like a date is none") {
  for (const char* text : {
           "ngày 31/02/2023",
           "đã đi qua 2/3 chặng đường",
           "đến nay 3/4 số thôn có nhà văn hóa",
           "ngày 29/2/2023",
           "Nghị quyết 202/2025/QH15",
           "số 12/11/2006/NQ-HĐND",
           "khoảng 2/3 số đảng viên",
           "10/12 xã đạt chuẩn",
           "điện thoại 0260.3862.123",
           "điện thoại 024.8.2021.55",
           "số báo 35/2018",
           "nhiệm kỳ 2020 - 2025",
           "giai đoạn 2021-2030",
           "phiên bản 1.1.2016",
           "địa chỉ 10.1.2016.1",
           "phục vụ 24/24",
           "phục vụ 24/7",
           "45/13/2020",
           "trong 6 tháng 10 xã",
           "35-NQ/TW",
           "tháng 13/2020",
           "kết quả 6 tháng năm 2023",
           "KẾT QUẢ 6 THÁNG NĂM 2023",
           "mục 1.2.12 của đề án",
           "mẫu 3/5/12 được dùng",
           "số 28 04/2022 ra",
           "12 may 2021",
           "tỷ lệ 3,5%",
       }) {
    CAPTURE(text);
    CHECK(DatesIn(text).empty());
  }
}

TEST_CASE("several dates of a sentence are found in order") {
  const std::string text =
      "Từ ngày 27/3 đến 9/4, và ngày 22, 23/10; đợt hai 15-20/10/2018.";
  std::vector<std::string> found;
  for (const DateMention& mention : DatesIn(text)) {
    found.push_back(FormatIso(mention.date));
  }
  CHECK(found == std::vector<std::string>{"--03-27", "--04-09", "--10-23",
                                          "2018-10-20"});
}

TEST_CASE("the range covers weekday and time") {
  const std::string text = "Tin: 14:05, Thứ Ba, 28/12/2021 | Chi bộ";
  const std::vector<DateMention> found = DatesIn(text);
  REQUIRE(found.size() == 1);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) ==
        "14:05, Thứ Ba, 28/12/2021");
}

TEST_CASE("a weekday that is not the day's is told") {
  const std::vector<DateMention> found = DatesIn("Thứ Tư, 28/12/2021");
  REQUIRE(found.size() == 1);
  CHECK(found[0].weekday == 3);
  CHECK_FALSE(found[0].weekday_agrees);
}

TEST_CASE("days and day numbers agree") {
  CHECK(ToDayNumber({1970, 1, 1}) == 0);
  CHECK(ToDayNumber({2000, 3, 1}) == 11017);
  CHECK(WeekdayOf({2021, 12, 28}) == 2);
  CHECK(WeekdayOf({1930, 2, 3}) == 1);
  for (std::int32_t day = -200000; day < 200000; day += 37) {
    const Date date = FromDayNumber(day);
    CHECK(IsRealDay(date));
    CHECK(ToDayNumber(date) == day);
  }
}

TEST_CASE("ISO dates are read and written") {
  for (const char* iso : {"2021", "2021-11", "2021-11-29"}) {
    const auto date = ParseIso(iso);
    REQUIRE(date);
    CHECK(FormatIso(*date) == iso);
  }
  CHECK(ParseIso("2021-11-29T11:02:00+07:00") == Date{2021, 11, 29});
  for (const char* bad : {"", "21", "2021-", "2021-13", "2021-02-30",
                          "2021-11-29x", "2021/11/29", "0000-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(ParseIso(bad));
  }
}

TEST_CASE("any bytes give ranges inside the text, in order") {
  std::mt19937 random(7);
  const std::string alphabet = "0123456789/-. :,()ngàythángnămthứhT\xff\n";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto i = random() % 60; i > 0; --i) {
      text += alphabet[random() % alphabet.size()];
    }
    CAPTURE(text);
    std::uint32_t end = 0;
    for (const DateMention& mention : DatesIn(text)) {
      CHECK(mention.begin >= end);
      CHECK(mention.begin < mention.end);
      CHECK(mention.end <= text.size());
      end = mention.end;
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
