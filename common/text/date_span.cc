#include "common/text/date_span.h"

#include <array>
#include <string>
#include <utility>

namespace tracuu {
namespace {

// The Gregorian calendar holds, and later years are numbers of other things.
constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2199;

bool IsRealDay(int year, int month, int day) {
  constexpr std::array<int, 13> kDays{0,  31, 29, 31, 30, 31, 30,
                                      31, 31, 30, 31, 30, 31};
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) {
    return false;
  }
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const bool is_missing = month == 2 && day == 29 && !is_leap;
  return day >= 1 && day <= kDays[static_cast<std::size_t>(month)] &&
         !is_missing;
}

std::optional<Span> MakeDate(const TokenCursor& tokens, std::size_t first,
                             std::size_t count, std::array<int, 3> ymd) {
  if (!IsRealDay(ymd[0], ymd[1], ymd[2])) return std::nullopt;
  std::string iso = std::to_string(ymd[0]);
  for (const int part : {ymd[1], ymd[2]}) {
    iso += part < 10 ? "-0" : "-";
    iso += std::to_string(part);
  }
  return tokens.MakeSpan(SpanKind::kDate, first, count, std::move(iso));
}

// True if the run of numbers goes on beyond tokens [first, first + 3) with the
// same separator, as in a telephone or version number.
bool IsPartOfLongerRun(const TokenCursor& tokens, std::size_t first,
                       char separator) {
  const std::size_t next = first + 3;
  return (first > 0 && tokens[first - 1].numeric &&
          tokens.GapBefore(first).IsTight(separator)) ||
         (next < tokens.size() && tokens[next].numeric &&
          tokens.GapBefore(next).IsTight(separator));
}

// 26/11/2021  29-11-2021  1.1.2016  26 / 11 / 2021  2021-11-29
std::optional<Span> FindNumericDate(const TokenCursor& tokens, std::size_t i) {
  const Gap gap = tokens.GapAfter(i);
  const Gap next_gap = tokens.GapAfter(i + 1);
  const char mark = gap.mark;
  if ((mark != '/' && mark != '-' && mark != '.') || next_gap.mark != mark ||
      gap.spaced != next_gap.spaced || gap.new_line || next_gap.new_line ||
      (mark == '.' && gap.spaced) || IsPartOfLongerRun(tokens, i, mark)) {
    return std::nullopt;
  }
  const auto first = tokens.NumberAt(i, 4);
  const auto month = tokens.NumberAt(i + 1, 2);
  const auto last = tokens.NumberAt(i + 2, 4);
  if (!first || !month || !last) return std::nullopt;

  const std::size_t first_digits = tokens[i].exact.size();
  const std::size_t last_digits = tokens[i + 2].exact.size();
  if (first_digits <= 2 && last_digits == 4) {
    return MakeDate(tokens, i, 3, {*last, *month, *first});
  }
  const bool is_iso = mark == '-' && !gap.spaced && first_digits == 4 &&
                      tokens[i + 1].exact.size() == 2 && last_digits == 2;
  if (is_iso) return MakeDate(tokens, i, 3, {*first, *month, *last});
  return std::nullopt;
}

// [ngày] 22 tháng 10 năm 2018
std::optional<Span> FindDateInWords(const TokenCursor& tokens, std::size_t i) {
  if (!tokens.IsWord(i + 1, "tháng", "thang") ||
      !tokens.IsWord(i + 3, "năm", "nam")) {
    return std::nullopt;
  }
  const auto day = tokens.NumberAt(i, 2);
  const auto month = tokens.NumberAt(i + 2, 2);
  const auto year = tokens.NumberAt(i + 4, 4);
  if (!day || !month || !year) return std::nullopt;
  for (std::size_t k = i; k < i + 4; ++k) {
    const char mark = tokens.GapAfter(k).mark;
    if (mark != ' ' && mark != ',') return std::nullopt;
  }
  const bool has_day_word = i > 0 && tokens.IsWord(i - 1, "ngày", "ngay") &&
                            tokens.GapBefore(i).mark == ' ';
  const std::size_t first = has_day_word ? i - 1 : i;
  return MakeDate(tokens, first, i + 5 - first, {*year, *month, *day});
}

}  // namespace

std::optional<Span> FindDateAt(const TokenCursor& tokens, std::size_t i) {
  if (i + 2 >= tokens.size()) return std::nullopt;
  if (auto span = FindNumericDate(tokens, i)) return span;
  return FindDateInWords(tokens, i);
}

}  // namespace tracuu
