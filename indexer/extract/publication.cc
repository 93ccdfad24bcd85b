#include "indexer/extract/publication.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>

#include "indexer/extract/english_stamp.h"
#include "indexer/extract/publisher.h"

namespace tracuu::extract {
namespace {

// Sites put no article on the web before this year.
constexpr int kFirstYear = 1997;
constexpr int kLastYear = 2099;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<Date> DayOf(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year),
                  static_cast<std::int8_t>(month),
                  static_cast<std::int8_t>(day)};
  if (!IsRealDay(date)) return std::nullopt;
  return date;
}

bool IsTimeOfDay(std::string_view hhmmss) {
  return Number(hhmmss.substr(0, 2)) < 24 && Number(hhmmss.substr(2, 2)) < 60 &&
         Number(hhmmss.substr(4, 2)) < 60;
}

// "20251230120111664", "185250821110931286": a number that is a moment.
std::optional<Date> DayOfArticleNumber(std::string_view digits) {
  constexpr std::size_t kMoment = 17;   // yyyyMMddHHmmssfff
  constexpr std::size_t kChannel = 18;  // channel, yyMMddHHmmssfff
  if (digits.size() == kMoment && IsTimeOfDay(digits.substr(8, 6))) {
    return DayOf(Number(digits.substr(0, 4)), Number(digits.substr(4, 2)),
                 Number(digits.substr(6, 2)));
  }
  if (digits.size() == kChannel && IsTimeOfDay(digits.substr(9, 6))) {
    return DayOf(2000 + Number(digits.substr(3, 2)),
                 Number(digits.substr(5, 2)), Number(digits.substr(7, 2)));
  }
  return std::nullopt;
}

// The runs of digits in a path, with what stands around them.
struct DigitRun {
  std::size_t begin = 0;
  std::string_view digits;
};

std::vector<DigitRun> DigitRuns(std::string_view path) {
  std::vector<DigitRun> runs;
  std::size_t i = 0;
  while (i < path.size()) {
    if (!IsDigit(path[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < path.size() && IsDigit(path[i])) ++i;
    runs.push_back({begin, path.substr(begin, i - begin)});
  }
  return runs;
}

// "/2021/11/29/": three whole folders.
std::optional<DateValue> DayOfFolders(std::string_view path,
                                      const std::vector<DigitRun>& runs) {
  for (std::size_t i = 0; i + 2 < runs.size(); ++i) {
    const DigitRun& year = runs[i];
    const DigitRun& month = runs[i + 1];
    const DigitRun& day = runs[i + 2];
    if (year.digits.size() != 4 || month.digits.size() > 2 ||
        day.digits.size() > 2) {
      continue;
    }
    const std::size_t end = day.begin + day.digits.size();
    const bool folders = year.begin > 0 && path[year.begin - 1] == '/' &&
                         month.begin == year.begin + 5 &&
                         day.begin == month.begin + month.digits.size() + 1 &&
                         path[month.begin - 1] == '/' &&
                         path[day.begin - 1] == '/' &&
                         (end == path.size() || path[end] == '/');
    if (!folders) continue;
    if (const auto date = DayOf(Number(year.digits), Number(month.digits),
                                Number(day.digits))) {
      DateValue value;
      value.date = *date;
      value.evidence.kind = EvidenceKind::kUrl;
      value.evidence.rule = "published.url-path";
      value.evidence.detail = path.substr(year.begin, end - year.begin);
      return value;
    }
  }
  return std::nullopt;
}

DateValue ValueOf(const EnglishStamp& stamp) {
  DateValue value;
  value.date = stamp.date;
  value.minute_of_day = stamp.minute_of_day;
  value.evidence.begin = stamp.begin;
  value.evidence.end = stamp.end;
  value.evidence.rule = "published.stamp-english";
  if (!stamp.proven) value.evidence.certainty = Certainty::kMedium;
  return value;
}

bool StandsInStamp(const ArticleView& view, const DateMention& mention) {
  return std::any_of(view.article().blocks.begin(), view.article().blocks.end(),
                     [&mention](const Block& block) {
                       return block.role == BlockRole::kStamp &&
                              block.begin <= mention.begin &&
                              mention.end <= block.end;
                     });
}

// "12/28/2021 2:05 PM" in the stamp, see english_stamp.h. A weekday that the
// day-first reading contradicts may show the order.
std::optional<EnglishStamp> EnglishStampOf(
    const ArticleView& view, const std::vector<DateMention>& mentions) {
  for (const Block& block : view.article().blocks) {
    if (block.role != BlockRole::kStamp) continue;
    std::optional<EnglishStamp> stamp =
        FindEnglishStamp(view.article().text, block.begin, block.end);
    if (!stamp || stamp->ordered) return stamp;
    for (const DateMention& mention : mentions) {
      const bool same =
          mention.begin <= stamp->begin && stamp->begin < mention.end;
      if (same && mention.weekday >= 0 && !mention.weekday_agrees &&
          WeekdayOf(stamp->date) == mention.weekday) {
        stamp->proven = true;
        stamp->ordered = true;
      }
    }
    return stamp->ordered || stamp->english_time ? stamp : std::nullopt;
  }
  return std::nullopt;
}

// "Đăng ngày 17/05/2022", "Ngày tạo: …": the words before a day of the stamp
// say that it is the day of publication, where another may be that of a change.
bool IsCalledPublished(const ArticleView& view, const DateMention& mention) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "đăng",      "gửi", "tạo",  "viết", "posted",
      "published", "bản", "hành", "đưa"};
  constexpr std::size_t kReach = 4;
  const auto& tokens = view.analysis().tokens;
  const auto token = std::lower_bound(
      tokens.begin(), tokens.end(), mention.begin,
      [](const Token& t, std::uint32_t at) { return t.begin < at; });
  auto at = static_cast<std::size_t>(token - tokens.begin());
  for (std::size_t steps = 0; steps < kReach && at > 0; ++steps) {
    --at;
    if (view.role(at) != BlockRole::kStamp || view.exact(at) == "nhật") break;
    if (std::find(kWords.begin(), kWords.end(), view.exact(at)) !=
        kWords.end()) {
      return true;
    }
  }
  return false;
}

// Across a heading or a menu above the title, where clocks stand too.
bool StandsApart(const ArticleView& view, const DateMention& mention) {
  const std::vector<Block>& blocks = view.article().blocks;
  const auto title = std::find_if(
      blocks.begin(), blocks.end(),
      [](const Block& block) { return block.role == BlockRole::kTitle; });
  return title != blocks.end() &&
         std::any_of(blocks.begin(), title, [&mention](const Block& block) {
           return block.role == BlockRole::kChrome &&
                  block.begin >= mention.end;
         });
}

std::optional<DateValue> StampDate(const ArticleView& view,
                                   const std::vector<DateMention>& mentions) {
  const DateMention* best = nullptr;
  bool called = false;
  for (const DateMention& mention : mentions) {
    if (!mention.date.is_day() || !StandsInStamp(view, mention)) continue;
    const bool is_called = IsCalledPublished(view, mention);
    if (best != nullptr && (called || !is_called)) continue;
    best = &mention;
    called = is_called;
  }
  if (best == nullptr) return std::nullopt;
  DateValue value;
  value.date = best->date;
  value.minute_of_day = best->minute_of_day;
  value.evidence.begin = best->begin;
  value.evidence.end = best->end;
  const bool apart = !called && StandsApart(view, *best);
  value.evidence.rule = called  ? "published.label"
                        : apart ? "published.stamp-above"
                                : "published.stamp";
  if (!best->weekday_agrees || apart) {
    value.evidence.certainty = Certainty::kMedium;
  }
  return value;
}

}  // namespace

std::optional<DateValue> DateOfUrl(std::string_view url) {
  const std::string_view path = PathOf(url);
  const std::vector<DigitRun> runs = DigitRuns(path);
  if (std::optional<DateValue> value = DayOfFolders(path, runs)) return value;
  if (runs.empty()) return std::nullopt;
  const DigitRun& last = runs.back();
  const std::size_t end = last.begin + last.digits.size();
  const bool closes = end == path.size() || path[end] == '.' ||
                      path[end] == '?' || path[end] == '#';
  if (!closes) return std::nullopt;
  const std::optional<Date> date = DayOfArticleNumber(last.digits);
  if (!date) return std::nullopt;
  DateValue value;
  value.date = *date;
  value.evidence.kind = EvidenceKind::kUrl;
  value.evidence.rule = "published.url-number";
  value.evidence.detail = last.digits;
  value.evidence.certainty = Certainty::kMedium;
  return value;
}

std::optional<DateValue> MonthFirstReading(
    const ArticleView& view, const std::vector<DateMention>& mentions) {
  const std::optional<EnglishStamp> english = EnglishStampOf(view, mentions);
  if (!english || english->ordered) return std::nullopt;
  return ValueOf(*english);
}

std::optional<DateValue> FindPublication(
    const ArticleView& view, const std::vector<DateMention>& mentions) {
  const StatedFields& stated = view.article().stated;
  if (stated.published) {
    DateValue value;
    value.date = *stated.published;
    value.minute_of_day = stated.published_minute;
    value.evidence.kind = EvidenceKind::kRecord;
    value.evidence.rule = "published.record";
    value.evidence.detail = "published";
    return value;
  }
  const std::optional<EnglishStamp> english = EnglishStampOf(view, mentions);
  if (english && english->ordered) return ValueOf(*english);
  if (std::optional<DateValue> value = StampDate(view, mentions)) return value;
  return DateOfUrl(view.article().url);
}

}  // namespace tracuu::extract
