#include "server/http/article_json.h"

#include <charconv>
#include <utility>

#include "common/domain/date.h"

namespace tracuu {
namespace {

template <typename T>
Json Names(const std::vector<T>& values) {
  Json json = Json::array();
  for (const T& value : values) {
    if constexpr (requires { value.name; }) {
      json.push_back(value.name);
    } else {
      json.push_back(value.value);
    }
  }
  return json;
}

Json Year(const std::optional<FacetValue>& year) {
  if (!year) return nullptr;
  int number = 0;
  const std::string& text = year->value;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? Json(number) : Json(text);
}

class EvidenceWriter {
 public:
  explicit EvidenceWriter(const std::vector<std::uint32_t>& chars_at)
      : chars_at_(chars_at) {}

  Json List(const std::vector<Evidence>& list) const {
    Json json = Json::array();
    for (const Evidence& evidence : list) json.push_back(One(evidence));
    return json;
  }

  Json Value(const FacetValue& value) const {
    Json json{{"value", value.value}};
    if (!value.role.empty()) json["role"] = value.role;
    json["evidence"] = List(value.evidence);
    return json;
  }

  Json Unit(const UnitValue& unit) const {
    Json json{{"value", unit.name}, {"level", unit.level}, {"kind", unit.kind}};
    if (!unit.role.empty()) json["role"] = unit.role;
    json["evidence"] = List(unit.evidence);
    return json;
  }

  Json Dated(const DateValue& value) const {
    return {{"value", FormatIso(value.date)},
            {"evidence", Json::array({One(value.evidence)})}};
  }

 private:
  Json One(const Evidence& evidence) const {
    Json json{{"kind", EvidenceKindName(evidence.kind)},
              {"rule", evidence.rule},
              {"certainty", CertaintyName(evidence.certainty)}};
    if (evidence.kind == EvidenceKind::kText) {
      json["begin"] = chars_at_[evidence.begin];
      json["end"] = chars_at_[evidence.end];
    }
    if (!evidence.detail.empty()) json["detail"] = evidence.detail;
    return json;
  }

  const std::vector<std::uint32_t>& chars_at_;
};

}  // namespace

Json DateToJson(const std::optional<DateValue>& date) {
  if (!date) return nullptr;
  return FormatIso(date->date);
}

void AddArticle(const Article& article, Json* json) {
  const Facets& facets = article.facets;
  (*json)["published"] = DateToJson(facets.published);
  (*json)["event_date"] = DateToJson(facets.event_date);
  (*json)["year"] = Year(facets.year);
  (*json)["provinces"] = Names(facets.provinces);
  (*json)["provinces_now"] = Names(facets.provinces_now);
  (*json)["units"] = Names(facets.units);
  (*json)["unit_level"] =
      facets.units.empty() ? Json(nullptr) : Json(facets.units.front().level);
  (*json)["resolutions"] = Names(facets.resolutions);
  (*json)["host"] = article.host.empty() ? Json(nullptr) : Json(article.host);
  (*json)["cluster"] = nullptr;
}

Json EvidenceToJson(const Article& article,
                    const std::vector<std::uint32_t>& chars_at) {
  const EvidenceWriter writer(chars_at);
  const Facets& facets = article.facets;
  const auto one = [&](const std::optional<FacetValue>& value) {
    return value ? Json::array({writer.Value(*value)}) : Json::array();
  };
  const auto all = [&](const std::vector<FacetValue>& values) {
    Json json = Json::array();
    for (const FacetValue& value : values) json.push_back(writer.Value(value));
    return json;
  };
  const auto dated = [&](const std::optional<DateValue>& value) {
    return value ? Json::array({writer.Dated(*value)}) : Json::array();
  };
  Json units = Json::array();
  for (const UnitValue& unit : facets.units) units.push_back(writer.Unit(unit));
  return {{"published", dated(facets.published)},
          {"event_date", dated(facets.event_date)},
          {"year", one(facets.year)},
          {"province", all(facets.provinces)},
          {"province_now", all(facets.provinces_now)},
          {"unit", std::move(units)},
          {"resolution", all(facets.resolutions)},
          {"host", one(facets.host)}};
}

}  // namespace tracuu
