#include "server/http/entity_json.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/domain/province_history.h"

namespace tracuu {
namespace {

Json DateOrNull(const Date& date) {
  return date.year == 0 ? Json(nullptr) : Json(FormatIso(date));
}

std::string FormatDay(std::int32_t day) {
  return FormatIso(FromDayNumber(day));
}

Json SnapshotLine(const Snapshot& snapshot) {
  return tracuu::SnapshotLine(snapshot.manifest().id, snapshot.documents());
}

// What a list says of a document.
Json FactsToJson(const DocumentFacts& facts) {
  return {{"id", facts.id},
          {"type", DocumentTypeName(facts.type)},
          {"symbol", TextOrNull(facts.symbol)},
          {"year", facts.year == 0 ? Json(nullptr) : Json(facts.year)},
          {"kind", TextOrNull(facts.kind)},
          {"kind_name", TextOrNull(facts.kind_name)},
          {"issuer", TextOrNull(facts.issuer)},
          {"term", TextOrNull(facts.term)},
          {"date", DateOrNull(facts.date)},
          {"title", TextOrNull(facts.title)},
          {"known", facts.known != nullptr},
          {"verified", facts.known != nullptr && facts.known->verified}};
}

Json ToJson(const std::vector<CountedDocument>& documents) {
  Json list = Json::array();
  for (const CountedDocument& one : documents) {
    Json json = FactsToJson(one.facts);
    json["articles"] = one.articles;
    list.push_back(std::move(json));
  }
  return list;
}

Json ToJson(const std::optional<ArticlePointer>& article) {
  if (!article) return nullptr;
  return {{"date", FormatDay(article->day)},
          {"id", article->id},
          {"title", article->title}};
}

// One row of a table: {"count", "years": {"2021": 3}, "no_year"}; years
// without an article are left out.
Json RowToJson(const CrossCounts& counts, const FacetTable& years,
               std::size_t row) {
  Json by_year = Json::object();
  for (std::size_t c = 0; c < counts.columns.size(); ++c) {
    const std::uint32_t count = counts.at(row, c);
    if (count > 0) by_year[years.value(counts.columns[c])] = count;
  }
  return {{"count", counts.row_totals[row]},
          {"years", std::move(by_year)},
          {"no_year", counts.at(row, counts.columns.size())}};
}

// Provinces × years.
Json TableToJson(const Snapshot& snapshot, std::string_view facet,
                 const CrossCounts& counts) {
  const FacetTable& provinces = *snapshot.FindFacet(facet);
  const FacetTable& years = *snapshot.FindFacet("year");
  Json columns = Json::array();
  for (std::size_t c = 0; c < counts.columns.size(); ++c) {
    columns.push_back({{"value", years.value(counts.columns[c])},
                       {"count", counts.column_totals[c]}});
  }
  Json rows = Json::array();
  for (std::size_t r = 0; r < counts.rows.size(); ++r) {
    Json row{{"value", provinces.value(counts.rows[r])}};
    row.update(RowToJson(counts, years, r));
    rows.push_back(std::move(row));
  }
  return {{"years", std::move(columns)},
          {"no_year", counts.column_totals.back()},
          {"rows", std::move(rows)},
          {"no_province", RowToJson(counts, years, counts.rows.size())}};
}

Json TablesToJson(const Snapshot& snapshot, const CrossCounts& by_province,
                  const CrossCounts& by_province_now) {
  return {
      {"province", TableToJson(snapshot, "province", by_province)},
      {"province_now", TableToJson(snapshot, "province_now", by_province_now)}};
}

Json SpellingsToJson(const SpellingsOfValue& spellings) {
  Json list = Json::array();
  for (const CitedSpelling& spelling : spellings.spellings) {
    list.push_back({{"text", spelling.text}, {"count", spelling.count}});
  }
  return list;
}

Json NamesOf(const DocumentFacts& facts) {
  if (facts.known == nullptr) return Json::array();
  Json names = facts.known->names;
  for (const std::string& alias : facts.known->aliases) names.push_back(alias);
  return names;
}

Json PlenumToJson(const CitedDocumentView& view) {
  if (view.facts.plenum == 0) return nullptr;
  return {{"number", view.facts.plenum},
          {"term", view.facts.term},
          {"documents", ToJson(view.plenum)}};
}

Json ToJson(const std::optional<DayRange>& days, const char* which) {
  if (!days) return nullptr;
  return FormatDay(std::string_view(which) == "first" ? days->first
                                                      : days->last);
}

// How many articles a filter by that name gives.
std::uint64_t ArticlesOf(const Snapshot& snapshot, std::string_view facet,
                         const std::string& name) {
  const FacetTable& table = *snapshot.FindFacet(facet);
  const auto ordinal = table.FindVerbatim(name);
  return ordinal ? table.total(*ordinal) : 0;
}

Json PeriodLine(const ProvincePeriod& period) {
  return {{"name", period.name},
          {"official_name", period.official_name},
          {"is_city", period.is_city},
          {"valid_from", period.first_day == kProvinceHistoryBegins
                             ? Json(nullptr)
                             : Json(FormatIso(period.first_day))},
          {"valid_until", DateOrNull(period.last_day)}};
}

Json PeriodLines(const std::vector<std::size_t>& places) {
  Json list = Json::array();
  for (const std::size_t place : places) {
    list.push_back(PeriodLine(ProvincePeriods()[place]));
  }
  return list;
}

}  // namespace

Json CitedListToJson(const Snapshot& snapshot, const CitedListRequest& request,
                     const std::vector<std::uint32_t>& found) {
  const FacetTable& table = *snapshot.FindFacet("resolution");
  const std::size_t begin =
      std::min(found.size(), (request.page - 1) * request.per_page);
  const std::size_t end = std::min(found.size(), begin + request.per_page);
  Json documents = Json::array();
  for (std::size_t i = begin; i < end; ++i) {
    Json one = FactsToJson(snapshot.cited().facts(found[i]));
    one["articles"] = table.total(found[i]);
    const auto ends = FindDatedEnds(snapshot, table.DocsWith(found[i]));
    const auto day = [&](std::uint32_t docid) -> Json {
      return FormatDay(snapshot.DayOf(docid).value_or(0));
    };
    one["first_citation"] = ends ? day(ends->earliest) : Json(nullptr);
    one["latest_citation"] = ends ? day(ends->latest) : Json(nullptr);
    documents.push_back(std::move(one));
  }
  return {{"total", found.size()},
          {"page", request.page},
          {"per_page", request.per_page},
          {"snapshot", SnapshotLine(snapshot)},
          {"resolutions", std::move(documents)}};
}

Json ToJson(const CitedDocumentView& view, const Snapshot& snapshot) {
  Json json = FactsToJson(view.facts);
  json["names"] = NamesOf(view.facts);
  json["articles"] = view.articles;
  json["undated"] = view.undated;
  json["first_citation"] = ToJson(view.first);
  json["latest_citation"] = ToJson(view.latest);
  json["spellings"] = SpellingsToJson(view.spellings);
  json["other_spellings"] = view.spellings.others;
  json["tables"] =
      TablesToJson(snapshot, view.by_province, view.by_province_now);
  json["cited_with"] = ToJson(view.cited_with);
  json["cited_with_distinct"] = view.cited_with_distinct;
  json["meanings"] = ToJson(view.meanings);
  json["plenum"] = PlenumToJson(view);
  json["snapshot"] = SnapshotLine(snapshot);
  return json;
}

Json ProvincesToJson(const Snapshot& snapshot, const Date& day) {
  Json provinces = Json::array();
  for (const ProvincePeriod* unit : ProvincesOn(day)) {
    Json one = PeriodLine(*unit);
    one["act"] = TextOrNull(unit->act);
    one["predecessors"] = PeriodLines(unit->predecessors);
    one["successors"] = PeriodLines(unit->successors);
    one["articles"] = {
        {"province", ArticlesOf(snapshot, "province", unit->name)},
        {"province_now", ArticlesOf(snapshot, "province_now", unit->name)}};
    provinces.push_back(std::move(one));
  }
  const std::size_t count = provinces.size();
  return {{"at", FormatIso(day)},
          {"count", count},
          {"snapshot", SnapshotLine(snapshot)},
          {"provinces", std::move(provinces)}};
}

Json ToJson(const SearchRequest& request, const Coverage& coverage,
            const Snapshot& snapshot) {
  Json hosts = Json::array();
  for (const HostCoverage& host : coverage.hosts) {
    hosts.push_back({{"value", host.host},
                     {"count", host.articles},
                     {"first_date", ToJson(host.days, "first")},
                     {"last_date", ToJson(host.days, "last")}});
  }
  Json json;
  json["query"] = {{"text", request.text}, {"notes", coverage.notes}};
  json["total"] = coverage.total;
  json["first_date"] = ToJson(coverage.days, "first");
  json["last_date"] = ToJson(coverage.days, "last");
  json["undated"] = coverage.undated;
  json["missing"] = coverage.missing;
  json["tables"] =
      TablesToJson(snapshot, coverage.by_province, coverage.by_province_now);
  json["hosts"] = {{"values", std::move(hosts)},
                   {"distinct", coverage.hosts_distinct},
                   {"missing", coverage.missing.at("host")}};
  json["snapshot"] = SnapshotLine(snapshot);
  return json;
}

}  // namespace tracuu
