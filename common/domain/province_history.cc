#include "common/domain/province_history.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/domain/table.h"
#include "common/text/analyze.h"

namespace tracuu {
namespace {

// National Assembly Resolution of 12 June 2025.
constexpr const char* kReformAct = "202/2025/QH15";

Date DayBefore(const Date& day) { return FromDayNumber(ToDayNumber(day) - 1); }

// Builds the periods list by list.
class History {
 public:
  History() {
    for (const Province& province : ProvincesBefore2025()) {
      Add(province).last_day = DayBefore(kProvinceReform);
    }
    for (const Province& province : ProvincesFrom2025()) AddNew(province);
    const Table& events = EmbeddedTable("province_events.tsv");
    for (std::size_t i = 0; i < events.size(); ++i) Split(events.row(i));
  }

  std::vector<ProvincePeriod> Finish() && {
    const auto key = [&](std::size_t i) {
      const ProvincePeriod& period = periods_[i];
      return std::tuple(FoldedKey(period.name), ExactKey(period.name),
                        period.first_day);
    };
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return Renumbered();
  }

 private:
  ProvincePeriod& Add(const Province& province) {
    ProvincePeriod period;
    period.name = province.name;
    period.official_name = province.official_name;
    period.is_city = province.is_city;
    const bool old = province.era == ProvinceEra::kBefore2025;
    (old ? period.in_old_list : period.in_new_list) = true;
    period.first_day = old ? kProvinceHistoryBegins : kProvinceReform;
    order_.push_back(periods_.size());
    periods_.push_back(std::move(period));
    return periods_.back();
  }

  // A unit of the new list: its own period, unless the reform left it as it
  // was.
  void AddNew(const Province& province) {
    if (province.parts.size() == 1 && province.parts.front() == province.name) {
      ProvincePeriod& same = periods_[LastOf(province.name)];
      same.in_new_list = true;
      same.last_day = {};
      return;
    }
    const std::size_t added = periods_.size();
    Add(province).act = kReformAct;
    for (const std::string& part : province.parts) {
      Link(LastOf(part), added);
    }
  }

  // The latest period of `name` in the old list.
  std::size_t LastOf(std::string_view name) const {
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      if (periods_[i].name == name && periods_[i].in_old_list) return i;
    }
    return periods_.size();
  }

  void Link(std::size_t from, std::size_t to) {
    periods_[from].successors.push_back(to);
    periods_[to].predecessors.push_back(from);
  }

  // Divides the period of a unit at the day of an event.
  void Split(const Table::Row& row) {
    const Date day = ParseIso(row["day"]).value_or(Date{});
    const std::size_t after = CoveringAt(row["name"], day);
    const std::size_t before = periods_.size();
    ProvincePeriod older = periods_[after];
    older.official_name = row["official_name_before"];
    older.is_city = row["is_city_before"] == "yes";
    older.last_day = DayBefore(day);
    older.successors.clear();
    for (const std::size_t from : older.predecessors) {
      std::replace(periods_[from].successors.begin(),
                   periods_[from].successors.end(), after, before);
    }
    // Changed before the reform, it was of the old list only.
    if (day < kProvinceReform) older.in_new_list = false;
    order_.push_back(before);
    periods_.push_back(std::move(older));

    ProvincePeriod& newer = periods_[after];
    newer.official_name = row["official_name"];
    newer.first_day = day;
    newer.act = row["act"];
    newer.predecessors.clear();
    Link(before, after);
    for (const std::string& absorbed : row.List("absorbed")) {
      Absorb(absorbed, after);
    }
  }

  // "Hà Tây=Tỉnh Hà Tây": ended on the day before `into` began.
  void Absorb(const std::string& names, std::size_t into) {
    const std::size_t equals = names.find('=');
    ProvincePeriod ended;
    ended.name = names.substr(0, equals);
    ended.official_name = names.substr(equals + 1);
    ended.first_day = kProvinceHistoryBegins;
    ended.last_day = DayBefore(periods_[into].first_day);
    const std::size_t added = periods_.size();
    order_.push_back(added);
    periods_.push_back(std::move(ended));
    Link(added, into);
  }

  std::size_t CoveringAt(std::string_view name, const Date& day) const {
    for (std::size_t i = 0; i < periods_.size(); ++i) {
      const ProvincePeriod& period = periods_[i];
      const bool ends = period.last_day.year != 0 && period.last_day < day;
      if (period.name == name && period.first_day <= day && !ends) return i;
    }
    return periods_.size();
  }

  // The periods in the order of `order_`, their links with them.
  std::vector<ProvincePeriod> Renumbered() {
    std::vector<std::size_t> place(periods_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) place[order_[i]] = i;
    std::vector<ProvincePeriod> ordered;
    for (const std::size_t old_place : order_) {
      ProvincePeriod period = std::move(periods_[old_place]);
      for (std::size_t& link : period.predecessors) link = place[link];
      for (std::size_t& link : period.successors) link = place[link];
      ordered.push_back(std::move(period));
    }
    return ordered;
  }

  std::vector<ProvincePeriod> periods_;
  std::vector<std::size_t> order_;
};

}  // namespace

std::span<const ProvincePeriod> ProvincePeriods() {
  static const auto* const kPeriods =
      new std::vector<ProvincePeriod>(History().Finish());
  return *kPeriods;
}

std::vector<const ProvincePeriod*> ProvincesOn(const Date& day) {
  std::vector<const ProvincePeriod*> units;
  for (const ProvincePeriod& period : ProvincePeriods()) {
    const bool ended = period.last_day.year != 0 && period.last_day < day;
    if (period.first_day <= day && !ended) units.push_back(&period);
  }
  return units;
}

}  // namespace tracuu
