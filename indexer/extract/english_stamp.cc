#include "indexer/extract/english_stamp.h"

#include <algorithm>
#include <cstddef>

namespace tracuu::extract {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Takes signs and numbers off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // A number of one to `most` digits that ends there; -1 if there is none.
  int Number(std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < text_.size() && digits <= most && IsDigit(text_[digits])) {
      value = value * 10 + (text_[digits++] - '0');
    }
    if (digits == 0 || digits > most) return -1;
    text_.remove_prefix(digits);
    return value;
  }

  bool Take(char sign) {
    if (!text_.starts_with(sign)) return false;
    text_.remove_prefix(1);
    return true;
  }

  void SkipSpaces() {
    while (Take(' ')) {
    }
  }

  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

// The numbers of "12/28/2021 2:05 PM", in the order they stand in.
struct Numbers {
  int first = 0;
  int second = 0;
  int year = 0;
  int minute_of_day = 0;
  std::size_t size = 0;  // Bytes
  bool english_time = false;
};

// Takes "2:05 PM" or "2:05:30 PM" off; false if no such time stands there.
bool TakeEnglishTime(Scanner& scanner, Numbers& numbers) {
  scanner.Take(',');
  scanner.SkipSpaces();
  int hour = scanner.Number(2);
  if (hour < 1 || hour > 12 || !scanner.Take(':')) return false;
  const int minute = scanner.Number(2);
  if (minute < 0 || minute > 59) return false;
  if (scanner.Take(':') && scanner.Number(2) < 0) return false;
  scanner.SkipSpaces();
  const bool is_pm =
      scanner.rest().starts_with("PM") || scanner.rest().starts_with("pm");
  const bool is_am =
      scanner.rest().starts_with("AM") || scanner.rest().starts_with("am");
  if (!is_pm && !is_am) return false;
  hour = hour % 12 + (is_pm ? 12 : 0);
  numbers.minute_of_day = hour * 60 + minute;
  return true;
}

std::optional<Numbers> ReadAt(std::string_view text) {
  Scanner scanner(text);
  Numbers numbers;
  numbers.first = scanner.Number(2);
  if (numbers.first < 0 || !scanner.Take('/')) return std::nullopt;
  numbers.second = scanner.Number(2);
  if (numbers.second < 0 || !scanner.Take('/')) return std::nullopt;
  numbers.year = scanner.Number(4);
  if (numbers.year < 1900) return std::nullopt;
  numbers.size = text.size() - scanner.rest().size();
  if (TakeEnglishTime(scanner, numbers)) {
    numbers.english_time = true;
    numbers.size = text.size() - scanner.rest().size() + 2;
  }
  return numbers;
}

// The next such stamp at or after `at`; moves `at` to its begin.
std::optional<Numbers> Next(std::string_view text, std::size_t* at) {
  for (; *at < text.size(); ++*at) {
    if (!IsDigit(text[*at])) continue;
    if (*at > 0 && (IsDigit(text[*at - 1]) || text[*at - 1] == '/')) continue;
    if (std::optional<Numbers> numbers = ReadAt(text.substr(*at))) {
      return numbers;
    }
  }
  return std::nullopt;
}

enum class Order { kUnknown, kDayFirst, kMonthFirst };

// What the stamps of the page together show of their order.
Order OrderOf(std::string_view text) {
  bool month_first = false;
  std::size_t at = 0;
  while (const std::optional<Numbers> numbers = Next(text, &at)) {
    at += numbers->size;
    if (!numbers->english_time) continue;
    if (numbers->first > 12) return Order::kDayFirst;
    month_first = month_first || numbers->second > 12;
  }
  return month_first ? Order::kMonthFirst : Order::kUnknown;
}

}  // namespace

std::optional<EnglishStamp> FindEnglishStamp(std::string_view text,
                                             std::uint32_t begin,
                                             std::uint32_t end) {
  std::size_t at = begin;
  const std::optional<Numbers> numbers = Next(text.substr(0, end), &at);
  if (!numbers || numbers->first < 1 || numbers->first > 12) {
    return std::nullopt;
  }
  EnglishStamp stamp;
  stamp.date = {static_cast<std::int16_t>(numbers->year),
                static_cast<std::int8_t>(numbers->first),
                static_cast<std::int8_t>(numbers->second)};
  stamp.proven = numbers->second > 12;
  if (!IsRealDay(stamp.date)) return std::nullopt;
  stamp.english_time = numbers->english_time;
  stamp.begin = static_cast<std::uint32_t>(at);
  stamp.end = static_cast<std::uint32_t>(at + numbers->size);
  stamp.minute_of_day = static_cast<std::int16_t>(
      numbers->english_time ? numbers->minute_of_day : -1);
  if (!numbers->english_time) {
    stamp.ordered = stamp.proven;
    return stamp;
  }
  const Order order = OrderOf(text);
  if (!stamp.proven && order == Order::kDayFirst) return std::nullopt;
  stamp.ordered = stamp.proven || order == Order::kMonthFirst;
  return stamp;
}

}  // namespace tracuu::extract
