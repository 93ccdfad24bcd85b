#include "common/domain/date_reader.h"

#include <array>
#include <string_view>

#include "common/domain/month_name.h"
#include "common/domain/time_of_day.h"

namespace tracuu {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2100;
// A year in which every day/month that exists at all is real.
constexpr int kAnyLeapYear = 2000;

bool IsYear(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits == 4 &&
         lexeme.number >= kFirstYear && lexeme.number <= kLastYear;
}

bool IsShortNumber(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits <= 2;
}

std::optional<Date> MakeDay(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year),
                  static_cast<std::int8_t>(month),
                  static_cast<std::int8_t>(day)};
  if (!IsRealDay(year == 0 ? Date{kAnyLeapYear, date.month, date.day} : date)) {
    return std::nullopt;
  }
  return date;
}

// Words right after which "24/8" is a day and no fraction.
bool IsDayWord(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "ngày", "sáng", "trưa", "chiều", "tối", "đêm",
      "nay",  "mai",  "mồng", "mùng",  "hôm", "rạng",
  };
  return IsOneOf(lexeme, kWords);
}

// True if the lexeme `at` announces a day. Of "tối qua 24/8" and "trải qua 2/3
// chặng đường", "sáng nay 24/8" and "đến nay 3/4 số xã" only the first do.
bool AnnouncesDay(const Lexemes& lexemes, int at) {
  const Lexeme& before = lexemes[at - 1];
  if (lexemes[at].is_word("qua")) {
    return IsDayWord(before) || before.is_word("tuần");
  }
  if (lexemes[at].is_word("nay") && before.is_word("đến")) {
    return lexemes[at + 1].is_sign('(');
  }
  return IsDayWord(lexemes[at]);
}

// "ngày 22, 23/10", "từ ngày 27/3 đến 9/4", "hôm nay (24/8)": steps back over
// the earlier days of a list to the word that opens it.
bool HasDayContext(const Lexemes& lexemes, int first) {
  int at = first - 1;
  for (int steps = 0; steps < 8; ++steps, --at) {
    const Lexeme& lexeme = lexemes[at];
    if (AnnouncesDay(lexemes, at)) return true;
    const bool is_joint = lexeme.is_sign('-') || lexeme.is_sign(',') ||
                          lexeme.is_sign('(') || lexeme.is_sign('/') ||
                          lexeme.is_word("và") || lexeme.is_word("đến");
    if (!is_joint && !IsShortNumber(lexeme)) break;
  }
  // "thứ Bảy 11/6", "chủ nhật (12/6)"
  if (lexemes[at].is_word("nhật")) return lexemes[at - 1].is_word("chủ");
  return lexemes[at - 1].is_word("thứ") && lexemes[at].is_word();
}

// Before a dotted date these words announce a version or a section number.
bool AnnouncesDottedNumber(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "bản", "version", "v", "mục", "điểm", "khoản", "điều", "phần", "ip",
  };
  return IsOneOf(lexeme, kWords);
}

// True if a numeric date may begin at `first`: no part of a longer number,
// a symbol or a word.
bool MayBeginAt(const Lexemes& lexemes, int first) {
  if (!lexemes.Touches(first)) return true;
  const Lexeme& before = lexemes[first - 1];
  if (before.is_word()) return IsDayWord(before) || before.key == "lúc";
  if (before.is_number()) return false;
  if (before.is_sign('/')) return false;
  if (before.is_sign('.')) return !lexemes[first - 2].is_number();
  return true;
}

// True if a date may end with the lexeme `last`. "12/11/2006/NQ-HĐND" and
// "10.1.2016.1" go on.
bool MayEndAt(const Lexemes& lexemes, int last) {
  const Lexeme& after = lexemes[last + 1];
  if (!lexemes.Touches(last + 1)) return true;
  if (after.is_number()) return false;
  const bool more_touches = lexemes.Touches(last + 2);
  const Lexeme& more = lexemes[last + 2];
  if (after.is_sign('/')) {
    return !more_touches || (!more.is_word() && !more.is_number());
  }
  if (after.is_sign('.')) return !more_touches || !more.is_number();
  return true;
}

// 26/11/2021, 29-11-2021, 1.1.2016, 22 / 10 / 2018
std::optional<DateReading> ReadNumericDay(const Lexemes& lexemes, int first) {
  const Lexeme& sign = lexemes[first + 1];
  const bool is_dotted = sign.is_sign('.');
  if (!IsShortNumber(lexemes[first]) || !IsShortNumber(lexemes[first + 2]) ||
      !IsYear(lexemes[first + 4])) {
    return std::nullopt;
  }
  if (!is_dotted && !sign.is_sign('/') && !sign.is_sign('-')) {
    return std::nullopt;
  }
  if (!lexemes[first + 3].is_sign(sign.sign)) return std::nullopt;
  for (int i = first + 1; i <= first + 4; ++i) {
    if (lexemes[i].line_before) return std::nullopt;
    if (is_dotted && !lexemes.Touches(i)) return std::nullopt;
  }
  if (is_dotted && AnnouncesDottedNumber(lexemes[first - 1])) {
    return std::nullopt;
  }
  const std::optional<Date> date =
      MakeDay(lexemes[first + 4].number, lexemes[first + 2].number,
              lexemes[first].number);
  if (!date || !MayBeginAt(lexemes, first) || !MayEndAt(lexemes, first + 4)) {
    return std::nullopt;
  }
  return DateReading{*date, DateForm::kNumeric, first, first + 4};
}

// 2021-11-29, 2021/11/29
std::optional<DateReading> ReadIsoDay(const Lexemes& lexemes, int first) {
  const Lexeme& sign = lexemes[first + 1];
  if (!IsYear(lexemes[first]) || lexemes[first + 2].digits != 2 ||
      lexemes[first + 4].digits != 2) {
    return std::nullopt;
  }
  if (!sign.is_sign('-') && !sign.is_sign('/')) return std::nullopt;
  if (!lexemes[first + 3].is_sign(sign.sign)) return std::nullopt;
  for (int i = first + 1; i <= first + 4; ++i) {
    if (!lexemes.Touches(i)) return std::nullopt;
  }
  const std::optional<Date> date =
      MakeDay(lexemes[first].number, lexemes[first + 2].number,
              lexemes[first + 4].number);
  if (!date || !MayBeginAt(lexemes, first) || !MayEndAt(lexemes, first + 4)) {
    return std::nullopt;
  }
  return DateReading{*date, DateForm::kIso, first, first + 4};
}

// The years that two digits mean: no page is older than the web, none will
// be read for long after these.
int YearOfTwoDigits(int number) {
  constexpr int kFirstOfLastCentury = 97;
  constexpr int kLastOfThis = 40;
  if (number >= kFirstOfLastCentury) return 1900 + number;
  return number <= kLastOfThis ? 2000 + number : 0;
}

// True if the lexemes [first, last] are a stamp by what stands around them: a
// weekday, a time or nothing at all.
bool StandsAsStamp(const Lexemes& lexemes, int first, int last) {
  const bool opens = lexemes[first].line_before;
  const bool ends = lexemes[last + 1].line_before;
  if (opens && ends) return true;
  const int before =
      lexemes[first - 1].is_word() || lexemes[first - 1].is_number()
          ? first
          : first - 1;
  if (!opens &&
      (ReadTimeBefore(lexemes, before) || ReadWeekdayBefore(lexemes, before))) {
    return true;
  }
  const bool parted =
      !lexemes[last + 1].is_word() && !lexemes[last + 1].is_number();
  return !ends && ReadTime(lexemes, parted ? last + 2 : last + 1).has_value();
}

// 26/11/21, 26-11-21 08:30: what so many signs may mean otherwise is a date
// only in a stamp, or with strokes behind "ngày".
std::optional<DateReading> ReadShortYearDay(const Lexemes& lexemes, int first) {
  const Lexeme& sign = lexemes[first + 1];
  const int last = first + 4;
  if (!IsShortNumber(lexemes[first]) || !IsShortNumber(lexemes[first + 2]) ||
      !lexemes[last].is_number() || lexemes[last].digits != 2 ||
      !lexemes[first + 3].is_sign(sign.sign)) {
    return std::nullopt;
  }
  if (!sign.is_sign('/') && !sign.is_sign('-') && !sign.is_sign('.')) {
    return std::nullopt;
  }
  for (int i = first + 1; i <= last; ++i) {
    if (!lexemes.Touches(i)) return std::nullopt;
  }
  const bool announced = sign.is_sign('/') && AnnouncesDay(lexemes, first - 1);
  const int year = YearOfTwoDigits(lexemes[last].number);
  if (year == 0 || (!announced && !StandsAsStamp(lexemes, first, last)) ||
      !MayBeginAt(lexemes, first) || !MayEndAt(lexemes, last)) {
    return std::nullopt;
  }
  const std::optional<Date> date =
      MakeDay(year, lexemes[first + 2].number, lexemes[first].number);
  if (!date) return std::nullopt;
  return DateReading{*date, DateForm::kNumeric, first, last};
}

// 24/8, 26-11, 7.1: only where the words before say that it is a day.
std::optional<DateReading> ReadDayMonth(const Lexemes& lexemes, int first) {
  const Lexeme& sign = lexemes[first + 1];
  if (!IsShortNumber(lexemes[first]) || !IsShortNumber(lexemes[first + 2]) ||
      !lexemes.Touches(first + 1) || !lexemes.Touches(first + 2)) {
    return std::nullopt;
  }
  if (sign.is_sign('.')) {
    if (!AnnouncesDay(lexemes, first - 1)) return std::nullopt;
  } else if (!sign.is_sign('/') && !sign.is_sign('-')) {
    return std::nullopt;
  }
  // "ngày 31/7 năm 2016"
  const bool says_year =
      lexemes[first + 3].is_word("năm") && IsYear(lexemes[first + 4]);
  const std::optional<Date> date =
      MakeDay(says_year ? lexemes[first + 4].number : 0,
              lexemes[first + 2].number, lexemes[first].number);
  if (!date || !HasDayContext(lexemes, first) || !MayBeginAt(lexemes, first) ||
      !MayEndAt(lexemes, first + 2)) {
    return std::nullopt;
  }
  // "5-7/10" is 5 to 7 October, "ngày 3-4%" a share.
  const Lexeme& after = lexemes[first + 3];
  const bool goes_on = lexemes.Touches(first + 3) &&
                       (after.is_sign('/') || after.sign == '?' ||
                        (after.is_sign('-') && lexemes[first + 4].is_number() &&
                         sign.is_sign('-')));
  if (goes_on) return std::nullopt;
  if (says_year) return DateReading{*date, DateForm::kWords, first, first + 4};
  return DateReading{*date, DateForm::kDayMonth, first, first + 2};
}

// ngày 22 tháng 10 năm 2018; ngày 26 tháng 11; 22 tháng 10 năm 2018;
// 22 Tháng Mười, 2018; 22 thg 10, 2018; 22 Oct 2018
std::optional<DateReading> ReadDayInWords(const Lexemes& lexemes, int first) {
  std::optional<MonthName> month = ReadMonthName(lexemes, first + 1);
  // "ngày 24, tháng 8"
  if (!month && lexemes[first + 1].is_sign(',') &&
      lexemes[first - 1].is_word("ngày")) {
    month = ReadMonthName(lexemes, first + 2);
  }
  if (!IsShortNumber(lexemes[first]) || !month) return std::nullopt;
  int last = month->last;
  int year = 0;
  int at = last + 1;
  if (lexemes[at].is_sign(',')) ++at;
  if (lexemes[at].is_word("năm") && IsYear(lexemes[at + 1])) {
    last = at + 1;
  } else if (IsYear(lexemes[at]) && !lexemes.Touches(at) &&
             !lexemes[at].line_before) {
    last = at;  // "18 Tháng 12 2014", "18 tháng 9, 2023": blog systems.
  } else if ((lexemes[last + 1].is_sign('/') ||
              lexemes[last + 1].is_sign('-')) &&
             IsYear(lexemes[last + 2])) {
    last += 2;
  }
  if (last != month->last) year = lexemes[last].number;
  // "trong 6 tháng 10 ngày": without a year, "ngày" must stand in front, maybe
  // across a list ("ngày 24 và 25 tháng 8").
  if (year == 0 && (!month->is_prose || !HasDayContext(lexemes, first))) {
    return std::nullopt;
  }
  const std::optional<Date> date =
      MakeDay(year, month->month, lexemes[first].number);
  if (!date) return std::nullopt;
  return DateReading{*date, year == 0 ? DateForm::kDayMonth : DateForm::kWords,
                     first, last};
}

// Tháng Mười 22, 2018; October 22, 2018: as blog systems turn it round.
std::optional<DateReading> ReadMonthThenDay(const Lexemes& lexemes, int first) {
  const std::optional<MonthName> month = ReadMonthName(lexemes, first);
  if (!month) return std::nullopt;
  const int day = month->last + 1;
  int last = day + 1;
  if (lexemes[last].is_sign(',')) ++last;
  if (!IsShortNumber(lexemes[day]) || lexemes.Touches(day) ||
      !IsYear(lexemes[last]) || lexemes.Touches(last) ||
      lexemes[last].line_before) {
    return std::nullopt;
  }
  const std::optional<Date> date =
      MakeDay(lexemes[last].number, month->month, lexemes[day].number);
  if (!date) return std::nullopt;
  return DateReading{*date, DateForm::kWords, first, last};
}

// tháng 8/2024, tháng 8 năm 2024; `first` is the word "tháng".
std::optional<DateReading> ReadMonthYear(const Lexemes& lexemes, int first) {
  const Lexeme& month = lexemes[first + 1];
  if (!IsShortNumber(month) || month.number < 1 || month.number > 12) {
    return std::nullopt;
  }
  int last = first + 2;
  const Lexeme& joint = lexemes[last];
  if (joint.is_sign(',') && lexemes[last + 1].is_word("năm")) ++last;
  const bool is_joint = lexemes[last].is_word("năm") || joint.is_sign('/') ||
                        joint.is_sign('-') || joint.is_sign('.');
  ++last;
  if (!is_joint || !IsYear(lexemes[last]) || !MayEndAt(lexemes, last)) {
    return std::nullopt;
  }
  const Date date{static_cast<std::int16_t>(lexemes[last].number),
                  static_cast<std::int8_t>(month.number), 0};
  return DateReading{date, DateForm::kMonthYear, first, last};
}

// "29 07 2019 15:16": without signs, only beside a weekday or a time.
std::optional<DateReading> ReadSpacedDay(const Lexemes& lexemes, int first) {
  if (lexemes[first].digits != 2 || lexemes[first + 1].digits != 2 ||
      !IsYear(lexemes[first + 2])) {
    return std::nullopt;
  }
  const bool weekday_before =
      lexemes[first - 1].is_sign(',') && ReadWeekdayBefore(lexemes, first - 1);
  if (!weekday_before && !ReadTime(lexemes, first + 3)) return std::nullopt;
  const std::optional<Date> date =
      MakeDay(lexemes[first + 2].number, lexemes[first + 1].number,
              lexemes[first].number);
  if (!date || !MayBeginAt(lexemes, first)) return std::nullopt;
  return DateReading{*date, DateForm::kNumeric, first, first + 2};
}

// "28 04/2022": a leaf of a calendar, alone on its line.
std::optional<DateReading> ReadCalendarLeaf(const Lexemes& lexemes, int first) {
  const int last = first + 3;
  if (!lexemes[first].line_before || !lexemes[last + 1].line_before ||
      lexemes[first].digits > 2 || !IsShortNumber(lexemes[first + 1]) ||
      lexemes.Touches(first + 1) || !lexemes[first + 2].is_sign('/') ||
      !IsYear(lexemes[last])) {
    return std::nullopt;
  }
  const std::optional<Date> date = MakeDay(
      lexemes[last].number, lexemes[first + 1].number, lexemes[first].number);
  if (!date) return std::nullopt;
  return DateReading{*date, DateForm::kNumeric, first, last};
}

}  // namespace

std::optional<DateReading> ReadDate(const Lexemes& lexemes, int first) {
  const Lexeme& lexeme = lexemes[first];
  if (lexeme.is_word()) {
    if (std::optional<DateReading> day = ReadMonthThenDay(lexemes, first)) {
      return day;
    }
    return lexeme.is_word("tháng") ? ReadMonthYear(lexemes, first)
                                   : std::nullopt;
  }
  if (!lexeme.is_number()) return std::nullopt;
  for (const auto reader :
       {ReadNumericDay, ReadIsoDay, ReadDayInWords, ReadSpacedDay,
        ReadCalendarLeaf, ReadShortYearDay, ReadDayMonth}) {
    if (std::optional<DateReading> reading = reader(lexemes, first)) {
      return reading;
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
