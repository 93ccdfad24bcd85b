// FindDates(): every date of a text, with the weekday and the time of day that
// stand beside it.

#include <optional>
#include <string_view>
#include <vector>

#include "common/domain/date.h"
#include "common/domain/date_reader.h"
#include "common/domain/lexed_dates.h"
#include "common/domain/lexer.h"
#include "common/domain/time_of_day.h"

namespace tracuu {
namespace {

// A date with what belongs to it on both sides.
struct Stamp {
  DateReading reading;
  int minute_of_day = -1;
  int weekday = -1;
};

bool IsStampSign(const Lexeme& lexeme) {
  return lexeme.is_sign(',') || lexeme.is_sign('-') || lexeme.is_sign('(') ||
         lexeme.is_sign(')') || lexeme.sign == '?';
}

// "14:05, Thứ Ba, |28/12/2021": takes in what stands before the date, not
// beyond `floor`, the end of the date before.
void ExtendBackwards(const Lexemes& lexemes, int floor, Stamp* stamp) {
  DateReading& reading = stamp->reading;
  if (lexemes[reading.first - 1].is_word("ngày")) --reading.first;
  for (int part = 0; part < 2; ++part) {
    int end = reading.first;
    if (lexemes[end].line_before) return;
    if (IsStampSign(lexemes[end - 1])) --end;
    if (lexemes[end].line_before || end <= floor) return;
    const std::optional<Weekday> weekday =
        stamp->weekday < 0 ? ReadWeekdayBefore(lexemes, end) : std::nullopt;
    if (weekday) {
      stamp->weekday = weekday->day;
      reading.first = weekday->last;
      continue;
    }
    if (stamp->minute_of_day >= 0) return;
    const auto time = ReadTimeBefore(lexemes, end);
    if (!time || time->second < floor) return;
    stamp->minute_of_day = time->first.minute_of_day;
    reading.first = time->second;
  }
}

// "28/12/2021|, lúc 14h05 (Thứ Ba)"; a T in front of an ISO time.
void ExtendForwards(const Lexemes& lexemes, Stamp* stamp) {
  DateReading& reading = stamp->reading;
  for (int part = 0; part < 2; ++part) {
    int at = reading.last + 1;
    if (IsStampSign(lexemes[at])) ++at;
    if (lexemes[at].is_word("lúc") || lexemes[at].is_word("hồi") ||
        (reading.form == DateForm::kIso && lexemes[at].is_word("t"))) {
      ++at;
    }
    if (lexemes[at].line_before) return;
    const std::optional<Weekday> weekday =
        stamp->weekday < 0 ? ReadWeekday(lexemes, at) : std::nullopt;
    if (weekday) {
      stamp->weekday = weekday->day;
      reading.last = weekday->last;
      continue;
    }
    if (stamp->minute_of_day >= 0) return;
    const std::optional<Time> time = ReadTime(lexemes, at);
    if (!time) return;
    stamp->minute_of_day = time->minute_of_day;
    reading.last = time->last;
  }
}

DateMention MentionOf(const Lexemes& lexemes, const Stamp& stamp) {
  DateMention mention;
  mention.date = stamp.reading.date;
  mention.form = stamp.reading.form;
  mention.begin = lexemes[stamp.reading.first].begin;
  mention.end = lexemes[stamp.reading.last].end;
  mention.minute_of_day = static_cast<std::int16_t>(stamp.minute_of_day);
  mention.weekday = static_cast<std::int8_t>(stamp.weekday);
  if (stamp.weekday >= 0 && mention.date.is_day()) {
    mention.weekday_agrees = WeekdayOf(mention.date) == stamp.weekday;
  }
  return mention;
}

}  // namespace

std::vector<DateMention> FindDates(std::string_view text,
                                   const Analysis& analysis) {
  return FindDates(Lexemes(text, analysis));
}

std::vector<DateMention> FindDates(const Lexemes& lexemes) {
  std::vector<DateMention> mentions;
  int floor = 0;
  for (int i = 0; i < lexemes.size();) {
    const std::optional<DateReading> reading = ReadDate(lexemes, i);
    if (!reading) {
      ++i;
      continue;
    }
    Stamp stamp{*reading};
    if (reading->form != DateForm::kMonthYear) {
      ExtendBackwards(lexemes, floor, &stamp);
      ExtendForwards(lexemes, &stamp);
    }
    mentions.push_back(MentionOf(lexemes, stamp));
    floor = stamp.reading.last + 1;
    i = floor;
  }
  return mentions;
}

}  // namespace tracuu
