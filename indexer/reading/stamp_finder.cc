#include "indexer/reading/stamp_finder.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/domain/date.h"
#include "common/text/analyze.h"
#include "indexer/reading/html_page.h"

namespace tracuu {
namespace {

// Lines above the title and behind the last paragraph that are looked at.
constexpr std::size_t kReachAbove = 3;
constexpr std::size_t kReachBelow = 6;
// Lines between the title and the text of an article without paragraphs.
constexpr std::size_t kReachOfBareTitle = 4;
constexpr std::size_t kOpeningBytes = 1500;
// News older than this on the day of a doubtful stamp was not stamped then.
constexpr std::int32_t kFreshDays = 45;
// What stands where clocks stand was published within this of its news.
constexpr std::int32_t kClockDays = 7;

class StampFinder {
 public:
  StampFinder(std::string_view text, const std::vector<Line>& lines,
              const ArticlePlace& place)
      : text_(text),
        lines_(lines),
        place_(place),
        title_(*place.title),
        body_(place.first_paragraph.value_or(
            std::min(title_ + kReachOfBareTitle, lines.size()))),
        last_(place.last_paragraph.value_or(body_)) {}

  std::optional<std::size_t> Find() const {
    const std::size_t begin = title_ - std::min(title_, kReachAbove);
    const std::size_t end = std::min(
        {lines_.size(), std::max(place_.end + 2, body_), last_ + kReachBelow});
    std::optional<std::size_t> best;
    double best_score = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (i == title_ || !MayBeStamp(i)) continue;
      const double place = PlaceScore(i);
      if (place <= 0) continue;
      const double score = place + ShapeScore(i);
      if (score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best ? best : ConfirmedClock();
  }

 private:
  // Old dumps show the day of publication where other portals show the
  // visitor's clock, in the banner. It is believed where it is the only such
  // day and the opening tells of news of that week: a clock of the day of
  // crawling agrees with that once in fifty pages.
  std::optional<std::size_t> ConfirmedClock() const {
    std::optional<std::size_t> clock;
    std::optional<Date> day;
    for (std::size_t i = 0; i < title_; ++i) {
      if (!HasStamp(lines_[i]) || lines_[i].is_list_item) continue;
      const std::optional<DateMention> shown = DayIn(lines_[i]);
      if (!shown || shown->weekday < 0) continue;
      if (day && !(*day == shown->date)) return std::nullopt;
      if (!shown->weekday_agrees) return std::nullopt;
      clock = i;
      day = shown->date;
    }
    if (!day) return std::nullopt;
    return HoldsNewsOf(lines_[*clock], *day, kClockDays) ? clock : std::nullopt;
  }

  bool MayBeStamp(std::size_t i) const {
    const Line& line = lines_[i];
    // Between title and text a button may show the day.
    const bool framed = i > title_ && i < body_ &&
                        (line.hints & kChromeHints & ~kHintControl) == 0;
    return HasStamp(line) && (framed || !HasChromeHint(line)) &&
           (line.phrase != Phrase::kWidget || IsStamp(line)) &&
           !(place_.first_paragraph && i == *place_.first_paragraph);
  }

  // What the line says of its date, or the line above of this one's.
  StampShape ShapeOf(std::size_t i) const {
    const StampShape shape = lines_[i].stamp.shape;
    if (shape != StampShape::kBare || i == 0) return shape;
    return std::max(shape, StampLabelOf(lines_[i - 1].key));
  }

  bool IsLabelled(std::size_t i) const {
    return ShapeOf(i) >= StampShape::kUpdated;
  }

  double ShapeScore(std::size_t i) const {
    double score = 0;
    switch (ShapeOf(i)) {
      case StampShape::kNone:
        break;
      case StampShape::kInWords:
        score = 1;
        break;
      case StampShape::kBare:
        score = 2.5;
        break;
      case StampShape::kUpdated:
        score = 3;
        break;
      case StampShape::kPublished:
        score = 4;
        break;
    }
    const Line& line = lines_[i];
    if ((line.hints & kHintDate) != 0) score += 1;
    if (i < title_ && !IsLabelled(i)) {
      if (line.stamp.like_clock) score -= 2;
      if ((line.hints & kHintHeader) != 0) score -= 3;
    }
    return score;
  }

  double PlaceScore(std::size_t i) const {
    if (i > title_ && i < body_) {
      return 6 - 0.5 * static_cast<double>(i - title_ - 1);
    }
    if (i < title_) return ScoreAbove(i);
    if (i > last_) return ScoreBelow(i);
    return ScoreAmong(i);
  }

  // Right above the title, or across a subtitle or a heading; across a menu it
  // is the visitor's clock.
  double ScoreAbove(std::size_t i) const {
    const std::size_t distance = title_ - i;
    if (lines_[i].stamp.like_clock && !IsLabelled(i) && IsStale(lines_[i])) {
      return 0;
    }
    if (distance == 1) return 5;
    const bool across_menu =
        std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    lines_.begin() + static_cast<std::ptrdiff_t>(title_),
                    [](const Line& line) {
                      return line.phrase != Phrase::kNone || line.is_technical;
                    });
    if (across_menu || (distance > 2 && !IsLabelled(i))) return 0;
    return IsStamp(lines_[i]) ? 3 : 0;
  }

  // Behind the lead; further down only what says that it is a stamp.
  double ScoreAmong(std::size_t i) const {
    if (!place_.first_paragraph || !IsStamp(lines_[i])) return 0;
    const auto begin = lines_.begin();
    const auto between = std::count_if(
        begin + static_cast<std::ptrdiff_t>(body_),
        begin + static_cast<std::ptrdiff_t>(i),
        [](const Line& line) { return IsParagraph(line, false); });
    if (between <= 1) return 3;
    return IsLabelled(i) ? 1 : 0;
  }

  // At the end, where lists of other articles with their days follow too.
  double ScoreBelow(std::size_t i) const {
    if (!IsStamp(lines_[i])) return 0;
    if (IsLabelled(i)) return 3;
    if (i > place_.end + 1 || lines_[i].stamp.like_clock || BeginsList(i) ||
        IsStale(lines_[i])) {
      return 0;
    }
    return 1.5;
  }

  // True if titles or other days follow the day in line `i`.
  bool BeginsList(std::size_t i) const {
    constexpr std::size_t kNear = 5;
    constexpr std::uint32_t kFewestTitleWords = 5;
    if (i + 1 < lines_.size()) {
      const Line& next = lines_[i + 1];
      if (next.phrase == Phrase::kNone && next.words >= kFewestTitleWords &&
          !next.ends_sentence) {
        return true;
      }
    }
    const std::size_t end = std::min(lines_.size(), i + kNear);
    for (std::size_t j = i + 1; j < end; ++j) {
      if (lines_[j].phrase == Phrase::kListHeading ||
          lines_[j].phrase == Phrase::kWidget) {
        return false;
      }
      if (HasStamp(lines_[j]) || lines_[j].is_list_item) return true;
    }
    return false;
  }

  // True if the article's opening tells of days, and none was news on the day
  // of the stamp.
  bool IsStale(const Line& stamp) const {
    const std::optional<DateMention> day = DayIn(stamp);
    if (!day || DaysOfOpening(stamp).empty()) return false;
    return !HoldsNewsOf(stamp, day->date, kFreshDays);
  }

  // True if the opening tells of a day at most `days` before `day`.
  bool HoldsNewsOf(const Line& stamp, const Date& day,
                   std::int32_t days) const {
    const std::vector<Date> told = DaysOfOpening(stamp);
    return std::any_of(told.begin(), told.end(), [&](const Date& date) {
      return IsFresh(date, day, days);
    });
  }

  // The days, with or without their year, that the opening tells of.
  std::vector<Date> DaysOfOpening(const Line& stamp) const {
    const std::size_t begin = lines_[title_].begin;
    const std::string_view opening = text_.substr(begin, kOpeningBytes);
    std::vector<Date> days;
    for (const DateMention& mention : FindDates(opening, Analyze(opening))) {
      const bool is_day = mention.date.day != 0 && mention.date.month != 0;
      const bool is_stamp = begin + mention.begin >= stamp.begin &&
                            begin + mention.end <= stamp.end;
      if (is_day && !is_stamp) days.push_back(mention.date);
    }
    return days;
  }

  std::optional<DateMention> DayIn(const Line& stamp) const {
    const std::string_view line =
        text_.substr(stamp.begin, stamp.end - stamp.begin);
    for (const DateMention& mention : FindDates(line, Analyze(line))) {
      if (mention.date.is_day()) return mention;
    }
    return std::nullopt;
  }

  // True if `event`, with or without its year, lies at most `days` before
  // `day`, or a day behind it.
  static bool IsFresh(Date event, const Date& day, std::int32_t days) {
    const auto fits = [&day, days](const Date& date) {
      if (!IsRealDay(date)) return false;
      const std::int32_t age = ToDayNumber(day) - ToDayNumber(date);
      return age >= -1 && age <= days;
    };
    if (event.year != 0) return fits(event);
    for (const int years_ago : {0, 1}) {
      event.year = static_cast<std::int16_t>(day.year - years_ago);
      if (fits(event)) return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const ArticlePlace& place_;
  const std::size_t title_;
  const std::size_t body_;  // The first paragraph.
  const std::size_t last_;  // The last paragraph.
};

}  // namespace

std::optional<std::size_t> FindStamp(std::string_view text,
                                     const std::vector<Line>& lines,
                                     const ArticlePlace& place) {
  if (!place.title) return std::nullopt;
  // A page of chrome has the site's name for a title, and only clocks.
  const bool is_article =
      place.first_paragraph || lines[*place.title].phrase != Phrase::kIdentity;
  if (!is_article) return std::nullopt;
  return StampFinder(text, lines, place).Find();
}

}  // namespace tracuu
