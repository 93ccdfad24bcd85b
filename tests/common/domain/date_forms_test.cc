// Every form of date that pages print, multiplied out over days: day first,
// whatever stands between the numbers and around them.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

TEST_SUITE_BEGIN("common/domain/date");

constexpr std::array<Date, 5> kDays = {{{2021, 11, 26},
                                        {2018, 10, 22},
                                        {2016, 1, 1},
                                        {2024, 2, 29},
                                        {2025, 7, 12}}};

std::string Two(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

void CheckReads(const std::string& text, const Date& day, int minute = -1) {
  CAPTURE(text);
  const std::vector<DateMention> found = FindDates(text, Analyze(text));
  REQUIRE(found.size() == 1);
  CHECK(found[0].date == day);
  CHECK(found[0].weekday_agrees);
  CHECK(found[0].minute_of_day == minute);
}

// "26/11/2021", "26-11-2021", "1.1.2016", "26 / 11 / 2021" …
std::vector<std::string> Written(const Date& day) {
  std::vector<std::string> written;
  const std::string year = std::to_string(day.year);
  for (const bool padded : {false, true}) {
    const std::string d = padded ? Two(day.day) : std::to_string(day.day);
    const std::string m = padded ? Two(day.month) : std::to_string(day.month);
    for (const char* sign : {"/", "-", ".", " / ", " - ", "–"}) {
      written.push_back(d + sign + m + sign + year);
    }
    for (const std::string& words :
         {" tháng " + m + " năm " + year, " tháng " + m + ", năm " + year,
          " tháng " + m + "/" + year, " tháng " + m + " " + year}) {
      written.push_back(d + words);
    }
  }
  return written;
}

TEST_CASE("a day is read in every form, behind every word") {
  for (const Date& day : kDays) {
    for (const std::string& written : Written(day)) {
      for (const char* before : {"ngày ", "Ngày ", "Sáng ngày ", "chiều ",
                                 "vào ngày ", "Hà Nội, ngày ", "(ngày "}) {
        CheckReads(before + written, day);
        CheckReads(before + written + ", Huyện ủy họp", day);
      }
    }
  }
}

TEST_CASE("a stamp is read with weekday and time on either side") {
  const std::array<const char*, 7> weekdays = {"Chủ nhật", "Thứ hai", "Thứ Ba",
                                               "Thứ 4",    "thứ năm", "Thứ Sáu",
                                               "Thứ bảy"};
  for (const Date& day : kDays) {
    const std::string weekday =
        weekdays[static_cast<std::size_t>(WeekdayOf(day))];
    for (const char* sign : {"/", "-", "."}) {
      const std::string written = Two(day.day) + sign + Two(day.month) + sign +
                                  std::to_string(day.year);
      CheckReads(weekday + ", " + written, day);
      CheckReads(weekday + ", ngày " + written, day);
      CheckReads(weekday + " - " + written, day);
      CheckReads(written + " (" + weekday + ")", day);
      for (const char* time : {"14:05", "14:05:59", "14h05", "14h05'",
                               "14 giờ 05 phút", "2:05 PM", "02:05 CH"}) {
        const int minute = 14 * 60 + 5;
        CheckReads(written + " " + time, day, minute);
        CheckReads(written + ", " + time, day, minute);
        CheckReads(written + " - " + time, day, minute);
        CheckReads(written + " | " + time, day, minute);
        CheckReads(weekday + ", " + written + " " + time, day, minute);
        CheckReads(std::string(time) + " " + written, day, minute);
        CheckReads(
            std::string(time) + ", " + weekday + ", " + written + " (GMT+7)",
            day, minute);
        CheckReads(std::string("Cập nhật lúc ") + time + ", ngày " + written,
                   day, minute);
      }
    }
  }
}

TEST_CASE("a day without its year needs a word or a list in front") {
  const Date day{0, 8, 24};
  for (const char* text :
       {"Sáng nay 24/8, xã họp", "sáng 24/8", "Chiều 24-8", "Tối 24.8",
        "ngày 24/8", "ngày 24/08", "ngày 24 tháng 8", "ngày 24, tháng 8",
        "Hôm nay (24/8)", "thứ Bảy 24/8", "Chủ nhật, 24/8", "rạng sáng 24/8",
        "Trưa nay, ngày 24/8", "Ngày 23 và 24 tháng 8",
        "trong hai ngày 23 và 24/8", "Từ ngày 23 đến 24 tháng 8",
        "ngày 23, 24/8"}) {
    CheckReads(text, day);
  }
  for (const char* text :
       {"đạt 24/28 tiêu chí", "tỷ lệ 2/3", "quý I/2023", "năm 2021",
        "nhiệm kỳ 2020 - 2025", "6 tháng đầu năm 2023", "trong 6 tháng 10 xã",
        "8 tháng năm 2021", "phòng 24.8"}) {
    CAPTURE(std::string(text));
    CHECK(FindDates(text, Analyze(text)).empty());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
