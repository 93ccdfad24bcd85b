#include "indexer/extract/dates.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/event_date.h"
#include "indexer/extract/publication.h"

namespace tracuu::extract {
namespace {

// Days from the event to the publication; large if there is no whole event.
std::int32_t AgeOfNews(const std::optional<DateValue>& event,
                       const DateValue& published) {
  constexpr std::int32_t kNever = 100'000;
  if (!event || !event->date.is_day()) return kNever;
  const std::int32_t days =
      ToDayNumber(published.date) - ToDayNumber(event->date);
  return days >= 0 ? days : kNever;
}

// Of two readings of an American stamp the one is right after which the news
// is fresh, where the other makes it old.
void PreferFreshNews(const ArticleView& view,
                     const std::vector<DateMention>& mentions,
                     ArticleDates& dates) {
  constexpr std::int32_t kFreshDays = 31;
  constexpr std::int32_t kOldDays = 60;
  const std::optional<DateValue> other = MonthFirstReading(view, mentions);
  if (!other) return;
  const std::optional<DateValue> event = FindEvent(view, mentions, other);
  if (AgeOfNews(event, *other) <= kFreshDays &&
      AgeOfNews(dates.event_date, *dates.published) > kOldDays) {
    dates.published = other;
    dates.event_date = event;
  }
}

FacetValue YearValue(const DateValue& from, std::string_view rule) {
  FacetValue year;
  year.value = std::to_string(from.date.year);
  Evidence evidence = from.evidence;
  evidence.rule = rule;
  year.evidence.push_back(evidence);
  return year;
}

DateValue StatedEvent(const Date& date) {
  DateValue event;
  event.date = date;
  event.evidence.kind = EvidenceKind::kRecord;
  event.evidence.rule = "event_date.record";
  event.evidence.detail = "event_date";
  return event;
}

}  // namespace

ArticleDates ExtractDates(const ArticleView& view) {
  const std::vector<DateMention> mentions =
      FindDates(view.article().text, view.analysis());
  ArticleDates dates;
  const StatedFields& stated = view.article().stated;
  if (!stated.no_publication) {
    dates.published = FindPublication(view, mentions);
  }
  if (stated.event_date) {
    dates.event_date = StatedEvent(*stated.event_date);
  } else if (!stated.no_event) {
    dates.event_date = FindEvent(view, mentions, dates.published);
    if (!dates.event_date && !dates.published) {
      dates.event_date = FindLaterEvent(view, mentions);
    }
    if (dates.published &&
        dates.published->evidence.rule.starts_with("published.stamp")) {
      PreferFreshNews(view, mentions, dates);
    }
  }

  if (stated.year) {
    FacetValue year;
    year.value = std::to_string(*stated.year);
    Evidence evidence;
    evidence.kind = EvidenceKind::kRecord;
    evidence.rule = "year.record";
    evidence.detail = "year";
    year.evidence.push_back(evidence);
    dates.year = year;
  } else if (dates.published) {
    dates.year = YearValue(*dates.published, "year.published");
  } else if (dates.event_date && dates.event_date->date.year != 0) {
    dates.year = YearValue(*dates.event_date, "year.event_date");
  }
  return dates;
}

Date ArticleDate(const ArticleDates& dates) {
  if (dates.published) return dates.published->date;
  if (dates.event_date && dates.event_date->date.year != 0) {
    return dates.event_date->date;
  }
  return {};
}

}  // namespace tracuu::extract
