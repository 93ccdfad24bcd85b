#include "common/domain/time_of_day.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace tracuu {
namespace {

bool IsShortNumber(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits <= 2;
}

// Hours after noon in a clock of twelve: "9:04 PM", "9:04 CH".
Time WithHalfOfDay(const Lexemes& lexemes, Time time) {
  const Lexeme& half = lexemes[time.last + 1];
  const bool before_noon = half.is_word("am") || half.is_word("sa");
  const bool after_noon = half.is_word("pm") || half.is_word("ch");
  if (!before_noon && !after_noon) return time;
  ++time.last;
  const int hour = time.minute_of_day / 60;
  if (after_noon && hour < 12) time.minute_of_day += 12 * 60;
  if (before_noon && hour == 12) time.minute_of_day -= 12 * 60;
  return time;
}

// 11:02, 11:02:35, 9:04 PM; one digit of minutes only with AM or PM.
std::optional<Time> ReadClock(const Lexemes& lexemes, int first) {
  const Lexeme& minute = lexemes[first + 2];
  if (!lexemes[first + 1].is_sign(':') || !lexemes.Touches(first + 1) ||
      !lexemes.Touches(first + 2) || !IsShortNumber(minute) ||
      minute.number > 59) {
    return std::nullopt;
  }
  Time time{lexemes[first].number * 60 + minute.number, first + 2};
  if (lexemes[first + 3].is_sign(':') && lexemes.Touches(first + 3) &&
      IsShortNumber(lexemes[first + 4])) {
    time.last = first + 4;
  }
  const Time whole = WithHalfOfDay(lexemes, time);
  if (minute.digits != 2 && whole.last == time.last) return std::nullopt;
  return whole;
}

// 14h05, 14h, 14 giờ 05 phút, 14 giờ
std::optional<Time> ReadHourWord(const Lexemes& lexemes, int first) {
  const Lexeme& word = lexemes[first + 1];
  if (!word.is_word("h") && !word.is_word("giờ") && !word.is_word("g")) {
    return std::nullopt;
  }
  Time time{lexemes[first].number * 60, first + 1};
  const Lexeme& minute = lexemes[first + 2];
  const bool has_minutes = IsShortNumber(minute) && minute.number <= 59 &&
                           (lexemes.Touches(first + 2) || word.key == "giờ" ||
                            lexemes[first + 3].is_word("phút"));
  if (!has_minutes) return time;
  time.minute_of_day += minute.number;
  time.last = first + 2;
  const Lexeme& unit = lexemes[first + 3];
  const bool is_mark = unit.is_sign('"') && lexemes.Touches(first + 3);
  if (unit.is_word("phút") || unit.is_word("ph") || unit.is_word("p") ||
      is_mark) {
    time.last = first + 3;  // "14h05'" too.
  }
  return time;
}

// 0 = Sunday, or -1: "Mon", "Monday", capitalised as English writes them.
int EnglishWeekday(const Lexeme& word) {
  static constexpr std::array<std::string_view, 7> kDays = {
      "sunday",   "monday", "tuesday", "wednesday",
      "thursday", "friday", "saturday"};
  constexpr std::size_t kShort = 3;
  if (!word.is_word() || word.key.size() < kShort ||
      (word.letter_case != LetterCase::kCapital &&
       word.letter_case != LetterCase::kUpper)) {
    return -1;
  }
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (word.key == kDays[i] || word.key == kDays[i].substr(0, kShort)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

}  // namespace

std::optional<Time> ReadTime(const Lexemes& lexemes, int first) {
  const Lexeme& hour = lexemes[first];
  if (!IsShortNumber(hour) || hour.number > 23) return std::nullopt;
  // "1:30:15": a time does not begin inside another.
  if (lexemes.Touches(first) &&
      (lexemes[first - 1].is_sign(':') || lexemes[first - 1].is_number())) {
    return std::nullopt;
  }
  if (const std::optional<Time> clock = ReadClock(lexemes, first)) {
    return clock;
  }
  return ReadHourWord(lexemes, first);
}

// The index after a time that ends exactly before `end`, reading backwards.
std::optional<std::pair<Time, int>> ReadTimeBefore(const Lexemes& lexemes,
                                                   int end) {
  constexpr int kLongestTime = 6;  // 11 : 02 : 35 AM
  for (int first = end - 2; first >= end - kLongestTime && first >= 0;
       --first) {
    const std::optional<Time> time = ReadTime(lexemes, first);
    if (time && time->last + 1 == end) return std::pair(*time, first);
  }
  return std::nullopt;
}

std::optional<Weekday> ReadWeekday(const Lexemes& lexemes, int first) {
  const Lexeme& word = lexemes[first];
  const Lexeme& day = lexemes[first + 1];
  if (word.is_word("chủ") && day.is_word("nhật")) {
    return Weekday{0, first + 1};
  }
  if (word.is_word("cn") && word.letter_case == LetterCase::kUpper) {
    return Weekday{0, first};
  }
  const bool is_short = word.is_word("t") && lexemes.Touches(first + 1);
  if (!is_short && !word.is_word("thứ")) {
    const int english = EnglishWeekday(word);
    if (english < 0) return std::nullopt;
    return Weekday{english, first};
  }
  if (day.is_number()) {
    if (day.number < 2 || day.number > 7) return std::nullopt;
    return Weekday{day.number - 1, first + 1};
  }
  static constexpr std::array<std::string_view, 6> kDays = {
      "hai", "ba", "tư", "năm", "sáu", "bảy"};
  for (std::size_t i = 0; i < kDays.size() && !is_short; ++i) {
    if (day.is_word(kDays[i])) {
      return Weekday{static_cast<int>(i) + 1, first + 1};
    }
  }
  return std::nullopt;
}

std::optional<Weekday> ReadWeekdayBefore(const Lexemes& lexemes, int end) {
  constexpr int kLongest = 2;
  for (int first = end - kLongest; first < end; ++first) {
    if (first < 0) continue;
    const std::optional<Weekday> weekday = ReadWeekday(lexemes, first);
    if (weekday && weekday->last + 1 == end) {
      return Weekday{weekday->day, first};
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
