#include "indexer/readers/capture_time.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "common/domain/date.h"

namespace tracuu {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
// 1970-01-01T00:00 in milliseconds grows past this in January 1973, in seconds
// in the year 5138.
constexpr std::int64_t kLeastMilliseconds = 100'000'000'000;
constexpr std::int64_t kLatestMilliseconds = 253'402'300'799'000;  // Of 9999.

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Takes two digits off the front of `text`; -1 if there are none, or if they
// are above `max`.
int TakeTwoDigits(std::string_view* text, int max) {
  if (text->size() < 2 || !IsDigit((*text)[0]) || !IsDigit((*text)[1])) {
    return -1;
  }
  const int value = ((*text)[0] - '0') * 10 + ((*text)[1] - '0');
  text->remove_prefix(2);
  return value <= max ? value : -1;
}

void SkipFraction(std::string_view* text) {
  if (!text->starts_with('.') && !text->starts_with(',')) return;
  text->remove_prefix(1);
  while (!text->empty() && IsDigit(text->front())) text->remove_prefix(1);
}

std::optional<std::int64_t> FromNumber(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  SkipFraction(&text);
  if (!text.empty() || number > kLatestMilliseconds) return std::nullopt;
  return number >= kLeastMilliseconds ? number / 1000 : number;
}

// Seconds to take off a time whose zone is "Z", "+07:00", "+0700" or "+07".
std::optional<std::int64_t> ZoneSeconds(std::string_view zone) {
  if (zone.empty() || zone == "Z" || zone == "z") return 0;
  const bool is_west = zone.front() == '-';
  if (!is_west && zone.front() != '+') return std::nullopt;
  zone.remove_prefix(1);
  const int hours = TakeTwoDigits(&zone, 23);
  if (zone.starts_with(':')) zone.remove_prefix(1);
  const int minutes = zone.empty() ? 0 : TakeTwoDigits(&zone, 59);
  if (hours < 0 || minutes < 0 || !zone.empty()) return std::nullopt;
  const std::int64_t seconds = (hours * 60 + minutes) * 60;
  return is_west ? -seconds : seconds;
}

}  // namespace

std::optional<std::int64_t> CaptureSeconds(std::string_view text) {
  if (text.size() > 4 && std::all_of(text.begin(), text.begin() + 5, IsDigit)) {
    return FromNumber(text);
  }
  const std::optional<Date> date = ParseIso(text.substr(0, 10));
  if (!date || !date->is_day()) return std::nullopt;
  const std::int64_t midnight = ToDayNumber(*date) * kSecondsOfDay;
  text.remove_prefix(std::min<std::size_t>(text.size(), 10));
  if (text.empty()) return midnight;
  if (text.front() != 'T' && text.front() != 't' && text.front() != ' ') {
    return std::nullopt;
  }
  text.remove_prefix(1);
  const int hour = TakeTwoDigits(&text, 23);
  if (hour < 0 || !text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  const int minute = TakeTwoDigits(&text, 59);
  int second = 0;
  if (minute >= 0 && text.starts_with(':')) {
    text.remove_prefix(1);
    second = TakeTwoDigits(&text, 60);  // A leap second.
  }
  if (minute < 0 || second < 0) return std::nullopt;
  SkipFraction(&text);
  const std::optional<std::int64_t> zone = ZoneSeconds(text);
  if (!zone) return std::nullopt;
  return midnight + (hour * 60 + minute) * 60 + second - *zone;
}

std::string FormatCapture(std::int64_t seconds) {
  const auto days = static_cast<std::int32_t>(seconds / kSecondsOfDay);
  const auto rest = static_cast<int>(seconds % kSecondsOfDay);
  char time[16];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", rest / 3600,
                rest / 60 % 60, rest % 60);
  return FormatIso(FromDayNumber(days)) + time;
}

}  // namespace tracuu
