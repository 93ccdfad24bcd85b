#include "indexer/extract/event_date.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/extract/unit_lexicon.h"

namespace tracuu::extract {
namespace {

// News is told in the opening; what later sentences date is background.
constexpr std::uint32_t kOpeningSentences = 3;
// A stated event this much older than its publication is history.
constexpr std::int32_t kOldestNewsDays = 400;
// Sites put no news on the web before this year: an older day is history.
constexpr int kFirstNewsYear = 1997;

template <std::size_t kSize>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsTimeWord(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "nay", "hôm", "qua"};
  return IsOneOf(word, kWords);
}

// Words before "ngày" after which the day is a limit, a birth, a memory.
bool IsOtherDay(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kWords = {
      "đăng", "từ",  "đến",  "trước", "sau", "sinh", "niệm", "nhân", "hết",
      "tính", "lập", "hình", "qua",   "kể",  "lực",  "và",   "hạn"};
  return IsOneOf(word, kWords);
}

bool IsDocumentWord(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kWords = {
      "quyết", "thị", "luận", "hoạch", "văn", "định", "luật", "dẫn", "số"};
  return IsOneOf(word, kWords);
}

// The first token at or after byte `begin`.
std::size_t TokenAt(const ArticleView& view, std::uint32_t begin) {
  const auto& tokens = view.analysis().tokens;
  const auto found = std::lower_bound(
      tokens.begin(), tokens.end(), begin,
      [](const Token& token, std::uint32_t at) { return token.begin < at; });
  return static_cast<std::size_t>(found - tokens.begin());
}

// "Nghị quyết số 35-NQ/TW ngày 22/10/2018": a document's date.
bool IsDocumentDate(const ArticleView& view, std::size_t first) {
  constexpr std::size_t kReach = 7;
  for (std::size_t i = first; i > 0 && first - i < kReach; --i) {
    const Gap gap = view.gap(i);
    if (gap == Gap::kComma || gap == Gap::kStop || gap == Gap::kColon) {
      return false;
    }
    if (IsDocumentWord(view.exact(i - 1))) return true;
  }
  return false;
}

// "Ngày 18/11/2016, Chính phủ ban hành …": the date of a central document, not
// of this article's news.
bool IsPromulgation(const ArticleView& view, std::size_t next) {
  if (next >= view.size()) return false;
  const HeadMatch head = HeadAt(view, next);
  if (head.head == nullptr || head.head->level != "trung-uong") return false;
  constexpr std::size_t kReach = 4;
  for (std::size_t i = next + head.length;
       i < view.size() && i < next + head.length + kReach; ++i) {
    if (view.exact(i) == "ban" && view.next_is(i + 1, "hành")) return true;
    if (view.exact(i) == "ký") return true;
  }
  return false;
}

// "Hôm nay, Thứ năm, 09/05/2024" on a line of its own is the visitor's clock.
bool StandsAlone(const ArticleView& view, std::size_t first, std::size_t next) {
  const std::uint32_t line = view.context(first).paragraph;
  for (std::size_t i = first; i > 0; --i) {
    if (view.context(i - 1).paragraph != line) break;
    if (!IsTimeWord(view.exact(i - 1))) return false;
  }
  return next >= view.size() || view.context(next).paragraph != line;
}

// "từ ngày 24/11| đến 28/11", "từ 24/11| đến ngày 28/11": days of a meeting.
bool BeginsRange(const ArticleView& view, std::size_t next) {
  if (!view.next_is(next, "đến")) return false;
  const std::size_t end = view.next_is(next + 1, "ngày") ? next + 2 : next + 1;
  return view.joined(end) && view.token(end).numeric;
}

// True if the day at tokens [first, next) is told as the day of the news.
bool IsToldAsEvent(const ArticleView& view, std::size_t first,
                   std::size_t next) {
  if (!view.opening(first, kOpeningSentences)) return false;
  std::size_t start = first;
  while (start > 0 && first - start < 4 && IsTimeWord(view.exact(start - 1)) &&
         view.gap(start) <= Gap::kOpen) {
    --start;
  }
  const bool time_word =
      start < first || (first < next && IsTimeWord(view.exact(first)));
  if (!time_word || StandsAlone(view, first, next)) return false;
  if (start > 0 && view.gap(start) != Gap::kStop &&
      IsOtherDay(view.exact(start - 1)) &&
      !(view.exact(start - 1) == "từ" && BeginsRange(view, next))) {
    return false;
  }
  return !IsDocumentDate(view, start);
}

// "3 tháng đầu năm 2019", reviewed in April, May or June, is of that year.
// Returns the year if the months [i, …) say so for a day in `month`.
std::int16_t YearOfReview(const ArticleView& view, std::size_t i, int month) {
  constexpr int kReviewMonths = 2;
  const bool reads = view.token(i).numeric && view.next_is(i + 1, "tháng") &&
                     view.next_is(i + 2, "đầu") && view.next_is(i + 3, "năm") &&
                     view.joined(i + 4) && view.token(i + 4).numeric;
  if (!reads || view.exact(i).size() != 1 || view.exact(i + 4).size() != 4) {
    return 0;
  }
  const int months = view.exact(i).front() - '0';
  if (month < months || month > months + kReviewMonths) return 0;
  int year = 0;
  for (const char c : view.exact(i + 4)) {
    if (c < '0' || c > '9') return 0;
    year = year * 10 + (c - '0');
  }
  return static_cast<std::int16_t>(year);
}

// The year of a review of the months before the event, in the opening.
std::int16_t YearOfReviewed(const ArticleView& view, int month) {
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!view.opening(i, kOpeningSentences)) continue;
    if (const std::int16_t year = YearOfReview(view, i, month)) return year;
  }
  return 0;
}

// "(1/8/1930 - 1/8/2014)": the year of an anniversary that is kept these days.
std::int16_t YearOfAnniversary(const std::vector<DateMention>& mentions,
                               const DateMention& day) {
  constexpr std::int32_t kDaysAround = 45;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Date& born = mentions[i].date;
    const Date& kept = mentions[i + 1].date;
    if (!born.is_day() || !kept.is_day() || born.day != kept.day ||
        born.month != kept.month || born.year >= kept.year) {
      continue;
    }
    Date event = day.date;
    event.year = kept.year;
    if (IsRealDay(event) &&
        std::abs(ToDayNumber(event) - ToDayNumber(kept)) <= kDaysAround) {
      return kept.year;
    }
  }
  return 0;
}

// A decision is told of within days: the year of the latest whole date in the
// text, if the event follows it that closely.
std::int16_t YearOfDecision(const ArticleView& view,
                            const std::vector<DateMention>& mentions,
                            const DateMention& day) {
  constexpr std::int32_t kDaysToNews = 10;
  Date latest;
  for (const DateMention& other : mentions) {
    const std::size_t at = TokenAt(view, other.begin);
    if (at < view.size() && view.searched(at) && other.date.is_day()) {
      latest = std::max(latest, other.date);
    }
  }
  if (!latest.is_day()) return 0;
  Date event = day.date;
  event.year = latest.year;
  if (!IsRealDay(event)) return 0;
  const std::int32_t days = ToDayNumber(event) - ToDayNumber(latest);
  return days >= 0 && days <= kDaysToNews ? latest.year : std::int16_t{0};
}

// A month and year in the sentence or title that name the same month.
std::int16_t YearOfSameMonth(const ArticleView& view,
                             const std::vector<DateMention>& mentions,
                             const DateMention& day, std::size_t token) {
  for (const DateMention& other : mentions) {
    if (other.form != DateForm::kMonthYear ||
        other.date.month != day.date.month) {
      continue;
    }
    const std::size_t at = TokenAt(view, other.begin);
    if (at >= view.size()) continue;
    const bool same_sentence =
        view.context(at).sentence == view.context(token).sentence;
    if (same_sentence || view.role(at) == BlockRole::kTitle) {
      return other.date.year;
    }
  }
  return 0;
}

// The latest such day that is not after `published`.
Date CompleteYear(const Date& day, const Date& published) {
  Date date = day;
  date.year = published.year;
  if (date > published) date.year = static_cast<std::int16_t>(date.year - 1);
  return IsRealDay(date) ? date : day;
}

// "Lớp học kết thúc vào ngày 3/7", published on 1 July: an appointment, not the
// third of July a year ago.
bool LiesAhead(Date day, const Date& published) {
  constexpr std::int32_t kSoon = 45;  // Days
  if (day.year != 0 || !published.is_day()) return false;
  for (const int years_on : {0, 1}) {
    day.year = static_cast<std::int16_t>(published.year + years_on);
    if (!IsRealDay(day)) continue;
    const std::int32_t days = ToDayNumber(day) - ToDayNumber(published);
    if (days > 0 && days <= kSoon) return true;
  }
  return false;
}

bool FitsPublication(const Date& event, const Date& published) {
  const std::int32_t days = ToDayNumber(published) - ToDayNumber(event);
  return days >= -1 && days <= kOldestNewsDays;
}

// Without a publication day only the text can tell the year, and only where
// it says so almost beside the day.
void CompleteFromText(const ArticleView& view,
                      const std::vector<DateMention>& mentions,
                      const DateMention& mention, std::size_t first,
                      DateValue& event) {
  event.evidence.certainty = Certainty::kMedium;
  event.date.year = YearOfSameMonth(view, mentions, mention, first);
  event.evidence.rule = "event_date.month-year";
  if (event.date.year == 0) {
    event.date.year = YearOfReviewed(view, event.date.month);
    event.evidence.rule = "event_date.reviewed-months";
  }
  if (event.date.year == 0) {
    event.date.year = YearOfDecision(view, mentions, mention);
    event.evidence.rule = "event_date.decision";
  }
  if (event.date.year == 0) {
    event.date.year = YearOfAnniversary(mentions, mention);
    event.evidence.rule = "event_date.anniversary";
  }
  if (event.date.year == 0) event.evidence.rule = "event_date.opening";
}

// "sẽ trình vào ngày 22/6": an appointment.
bool IsPlanned(const ArticleView& view, std::size_t first) {
  for (std::size_t i = first; i > 0; --i) {
    if (view.context(i - 1).sentence != view.context(first).sentence) break;
    if (view.exact(i - 1) == "sẽ") return true;
  }
  return false;
}

// "Trong hai ngày 22 và 23/6", "ngày 13 - 14/4", "ngày 22, 23/6": the event
// begins on the first day. Moves `mention` and its first token there.
void BeginRange(const ArticleView& view, DateMention& mention,
                std::size_t& first) {
  if (first < 2) return;
  std::size_t day = first - 1;
  if (view.joined(first) &&
      (view.exact(day) == "và" || view.exact(day) == "đến")) {
    --day;
    if (!view.joined(first - 1)) return;
  } else if (view.gap(first) == Gap::kComma) {
    if (day == 0 || !IsTimeWord(view.exact(day - 1))) return;
  } else if (view.gap(first) != Gap::kDash) {
    return;
  }
  const std::string_view number = view.exact(day);
  if (!view.token(day).numeric || number.size() > 2) return;
  int value = 0;
  for (const char c : number) {
    if (c < '0' || c > '9') return;
    value = value * 10 + (c - '0');
  }
  if (value < 1 || value >= mention.date.day) return;
  mention.date.day = static_cast<std::int8_t>(value);
  mention.begin = view.token(day).begin;
  first = day;
}

}  // namespace

namespace {

std::optional<DateValue> FindToldEvent(
    const ArticleView& view, const std::vector<DateMention>& mentions,
    const std::optional<DateValue>& published, bool planned) {
  for (DateMention mention : mentions) {
    if (mention.form == DateForm::kMonthYear || mention.date.day == 0) continue;
    std::size_t first = TokenAt(view, mention.begin);
    const std::size_t next = TokenAt(view, mention.end);
    if (first < view.size()) BeginRange(view, mention, first);
    if (first >= view.size() || !IsToldAsEvent(view, first, next)) continue;
    if (IsPlanned(view, first) != planned) continue;
    if (!published && IsPromulgation(view, next)) continue;
    if (mention.date.year != 0 && mention.date.year < kFirstNewsYear) continue;
    if (published && LiesAhead(mention.date, published->date)) continue;
    DateValue event;
    event.date = mention.date;
    event.evidence.begin = mention.begin;
    event.evidence.end = mention.end;
    event.evidence.rule = "event_date.opening";
    if (event.date.year == 0 && published && published->date.is_day()) {
      event.date = CompleteYear(event.date, published->date);
      event.evidence.rule = "event_date.completed";
      event.evidence.detail = FormatIso(published->date);
    } else if (event.date.year == 0) {
      CompleteFromText(view, mentions, mention, first, event);
    }
    if (published && event.date.is_day() && published->date.is_day() &&
        !FitsPublication(event.date, published->date)) {
      continue;
    }
    return event;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateValue> FindEvent(const ArticleView& view,
                                   const std::vector<DateMention>& mentions,
                                   const std::optional<DateValue>& published) {
  std::optional<DateValue> event =
      FindToldEvent(view, mentions, published, false);
  return event ? event : FindToldEvent(view, mentions, published, true);
}

std::optional<DateValue> FindLaterEvent(
    const ArticleView& view, const std::vector<DateMention>& mentions) {
  std::optional<DateValue> found;
  for (const DateMention& mention : mentions) {
    const std::size_t first = TokenAt(view, mention.begin);
    const std::size_t next = TokenAt(view, mention.end);
    if (!mention.date.is_day() || mention.date.year < kFirstNewsYear ||
        first >= view.size() || view.role(first) != BlockRole::kBody) {
      continue;
    }
    std::size_t start = first;
    while (start > 0 && IsTimeWord(view.exact(start - 1)) &&
           view.context(start - 1).paragraph == view.context(first).paragraph) {
      --start;
    }
    if (IsDocumentDate(view, start)) continue;
    if (found) {
      if (found->date.year != mention.date.year) return std::nullopt;
      continue;
    }
    const bool opens = start == 0 || view.context(start - 1).paragraph !=
                                         view.context(start).paragraph;
    const bool timed = start < first || IsTimeWord(view.exact(first));
    if (!opens || !timed || next >= view.size() ||
        StandsAlone(view, first, next) || IsPromulgation(view, next)) {
      return std::nullopt;
    }
    found.emplace();
    found->date = mention.date;
    found->evidence.begin = mention.begin;
    found->evidence.end = mention.end;
    found->evidence.rule = "event_date.paragraph";
    found->evidence.certainty = Certainty::kMedium;
  }
  return found;
}

}  // namespace tracuu::extract
