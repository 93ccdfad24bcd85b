#include "indexer/extract/refusals.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu::extract {
namespace {

constexpr std::size_t kMostOfASort = 3;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

// The value of a token of one to four digits; -1 for any other.
int NumberAt(const ArticleView& view, std::size_t i) {
  constexpr std::size_t kMostDigits = 4;
  if (i >= view.size()) return -1;
  const std::string_view digits = view.exact(i);
  if (digits.empty() || digits.size() > kMostDigits) return -1;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool IsYear(int number) { return number >= kFirstYear && number <= kLastYear; }

// "31/02/2023" as numbers, wherever a date could be read.
struct WrittenDay {
  int day = 0;
  int month = 0;
  int year = 0;
  std::size_t first = 0;  // Tokens
  std::size_t last = 0;
};

// The text between two tokens is this one sign.
bool IsSign(const ArticleView& view, std::size_t i, char sign) {
  const Token& before = view.token(i - 1);
  const Token& here = view.token(i);
  return here.begin == before.end + 1 &&
         view.article().text[before.end] == sign;
}

// Three numbers with the same sign between ("31/02/2023"), or in words ("31
// tháng 02 năm 2023").
bool ReadWrittenDay(const ArticleView& view, std::size_t i, WrittenDay* day) {
  *day = {NumberAt(view, i), 0, 0, i, i + 2};
  if (day->day < 1 || i + 2 >= view.size()) return false;
  for (const char sign : {'/', '-', '.'}) {
    if (!IsSign(view, i + 1, sign) || !IsSign(view, i + 2, sign)) continue;
    day->month = NumberAt(view, i + 1);
    day->year = NumberAt(view, i + 2);
    return day->month >= 1 && IsYear(day->year);
  }
  if (!view.next_is(i + 1, "tháng") || !view.joined(i + 2) ||
      !view.next_is(i + 3, "năm") || !view.joined(i + 4)) {
    return false;
  }
  day->month = NumberAt(view, i + 2);
  day->year = NumberAt(view, i + 4);
  day->last = i + 4;
  return day->month >= 1 && IsYear(day->year) && view.before_is(i, "ngày");
}

bool Exists(const WrittenDay& day) {
  if (day.month > 12 || day.day > 31) return false;
  return IsRealDay({static_cast<std::int16_t>(day.year),
                    static_cast<std::int8_t>(day.month),
                    static_cast<std::int8_t>(day.day)});
}

void Add(const ArticleView& view, std::string_view facet, std::size_t first,
         std::size_t last, std::string reason, std::vector<Refusal>& refused) {
  refused.push_back({std::string(facet), view.token(first).begin,
                     view.token(last).end, std::move(reason)});
}

// True if the day was read, month first as some content systems print it.
bool WasRead(const ArticleView& view, const WrittenDay& day,
             const ArticleDates& dates) {
  if (!dates.published) return false;
  const Evidence& evidence = dates.published->evidence;
  return evidence.kind == EvidenceKind::kText &&
         evidence.begin <= view.token(day.first).begin &&
         view.token(day.last).end <= evidence.end;
}

void RefuseImpossibleDays(const ArticleView& view, const ArticleDates& dates,
                          std::vector<Refusal>& refused) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < view.size() && count < kMostOfASort; ++i) {
    WrittenDay day;
    const bool own = view.searched(i) || view.role(i) == BlockRole::kStamp;
    if (!own || !ReadWrittenDay(view, i, &day) || Exists(day) ||
        WasRead(view, day, dates)) {
      continue;
    }
    Add(view, "year", day.first, day.last, "no such day", refused);
    ++count;
    i = day.last;
  }
}

// "© 2013", "Copyright 2015 - 2020", "Bản quyền © 2018 …"
void RefuseCopyrightYears(const ArticleView& view,
                          std::vector<Refusal>& refused) {
  constexpr std::uint32_t kReach = 40;  // Bytes from the sign to the year.
  const std::string_view text = view.article().text;
  std::size_t count = 0;
  for (std::size_t i = 0; i < view.size() && count < kMostOfASort; ++i) {
    if (view.exact(i).size() != 4 || !IsYear(NumberAt(view, i))) continue;
    const std::uint32_t begin = view.token(i).begin;
    const std::uint32_t from = begin - std::min(begin, kReach);
    std::string_view before = text.substr(from, begin - from);
    if (const std::size_t line = before.rfind('\n');
        line != std::string_view::npos) {
      before.remove_prefix(line + 1);
    }
    const bool copyright = before.find("©") != std::string_view::npos ||
                           before.find("opyright") != std::string_view::npos ||
                           before.find("ản quyền") != std::string_view::npos;
    if (!copyright) continue;
    Add(view, "year", i, i, "a copyright year", refused);
    ++count;
  }
}

// A weekday and a day on a line of the page's chrome: today's date as the
// visitor sees it.
void RefuseClocks(const ArticleView& view, std::vector<Refusal>& refused) {
  std::size_t count = 0;
  std::uint32_t weekday_line = 0;
  for (std::size_t i = 0; i + 1 < view.size() && count < kMostOfASort; ++i) {
    if (view.role(i) != BlockRole::kChrome) continue;
    const bool clock_word =
        (view.exact(i) == "hôm" && view.next_is(i + 1, "nay")) ||
        view.exact(i) == "thứ" ||
        (view.exact(i) == "chủ" && view.next_is(i + 1, "nhật"));
    if (clock_word) weekday_line = view.context(i).paragraph;
    WrittenDay day;
    if (weekday_line == 0 || view.context(i).paragraph != weekday_line ||
        !ReadWrittenDay(view, i, &day)) {
      continue;
    }
    Add(view, "published", day.first, day.last, "the visitor's clock", refused);
    ++count;
    weekday_line = 0;
    i = day.last;
  }
}

// Shares of the searched tokens, in per cent.
struct Script {
  std::size_t tokens = 0;
  std::size_t marked = 0;   // Letters that only Vietnamese has together.
  std::size_t strange = 0;  // Signs of other encodings inside words.
};

bool HasVietnameseMark(std::string_view exact) {
  for (std::size_t i = 0; i + 1 < exact.size(); ++i) {
    const auto lead = static_cast<unsigned char>(exact[i]);
    const auto next = static_cast<unsigned char>(exact[i + 1]);
    // U+1EA0-1EF9, ă, đ, ơ, ư.
    if (lead == 0xE1 && next >= 0xBA && next <= 0xBB) return true;
    if (lead == 0xC4 && (next == 0x83 || next == 0x91)) return true;
    if (lead == 0xC6 && (next == 0xA1 || next == 0xB0)) return true;
  }
  return false;
}

// What TCVN3 and VNI look like when read as Western text: "§¶ng bé tØnh".
bool HasStrangeSign(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kSigns = {
      "§", "¶", "µ", "¸", "¹", "®", "¬", "­", "ª", "¦"};
  return std::any_of(kSigns.begin(), kSigns.end(), [text](auto sign) {
    return text.find(sign) != std::string_view::npos;
  });
}

Script ScriptOf(const ArticleView& view) {
  Script script;
  const std::string_view text = view.article().text;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!view.searched(i)) continue;
    ++script.tokens;
    script.marked += HasVietnameseMark(view.exact(i)) ? 1 : 0;
    const std::uint32_t end =
        i + 1 < view.size() ? view.token(i + 1).begin : view.token(i).end;
    const std::uint32_t begin = view.token(i).begin;
    script.strange += HasStrangeSign(text.substr(begin, end - begin)) ? 1 : 0;
  }
  return script;
}

// The page is told by its first line.
std::uint32_t EndOfFirstLine(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return 0;
  return static_cast<std::uint32_t>(
      std::min(text.find('\n', begin), text.size()));
}

// A paragraph in the chrome: another article's text.
void RefuseOtherTexts(const ArticleView& view, std::vector<Refusal>& refused) {
  constexpr std::uint32_t kShortestText = 400;  // Bytes
  const std::string_view text = view.article().text;
  std::size_t count = 0;
  for (const Block& block : view.article().blocks) {
    if (block.role != BlockRole::kChrome) continue;
    std::size_t at = block.begin;
    while (at < block.end && count < kMostOfASort) {
      const std::size_t end =
          std::min<std::size_t>(text.find('\n', at), block.end);
      if (end - at >= kShortestText) {
        refused.push_back({"page", static_cast<std::uint32_t>(at),
                           static_cast<std::uint32_t>(end),
                           "a text beside the article"});
        ++count;
      }
      at = end + 1;
    }
  }
}

}  // namespace

void RefuseDates(const ArticleView& view, const ArticleDates& dates,
                 std::vector<Refusal>& refused) {
  RefuseImpossibleDays(view, dates, refused);
  RefuseCopyrightYears(view, refused);
  RefuseClocks(view, refused);
  if (!dates.year && dates.event_date) {
    const Evidence& evidence = dates.event_date->evidence;
    refused.push_back({"year", evidence.begin, evidence.end,
                       "a day without a year, and no day of publication"});
  }
}

void RefusePage(const ArticleView& view, std::vector<Refusal>& refused) {
  constexpr std::size_t kFewestTokens = 30;
  constexpr std::size_t kPerCent = 100;
  constexpr std::size_t kLeastMarked = 15;
  constexpr std::size_t kMostStrange = 10;
  const std::uint32_t size = EndOfFirstLine(view.article().text);
  const Script script = ScriptOf(view);
  if (script.tokens == 0) {
    refused.push_back({"page", 0, size, "no article: only menus and lists"});
  } else if (script.tokens >= kFewestTokens) {
    if (script.strange * kPerCent >= script.tokens * kMostStrange) {
      refused.push_back({"page", 0, size,
                         "letters of another encoding (TCVN3, VNI): convert "
                         "the page to UTF-8"});
    } else if (script.marked * kPerCent < script.tokens * kLeastMarked) {
      refused.push_back({"page", 0, size, "the text is not Vietnamese"});
    }
  }
  RefuseOtherTexts(view, refused);
}

}  // namespace tracuu::extract
