#include "common/index/article_json.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// Writes what refers to one article's text.
class Writer {
 public:
  Writer(const Article& article, const CodePoints& code_points)
      : article_(article), code_points_(code_points) {}

  void AddRange(std::uint32_t begin, std::uint32_t end, Json* json) const {
    (*json)["start"] = code_points_.Before(begin);
    (*json)["end"] = code_points_.Before(end);
  }

  void AddPassage(std::uint32_t begin, std::uint32_t end, Json* json) const {
    AddRange(begin, end, json);
    (*json)["text"] = article_.text.substr(begin, end - begin);
  }

  Json ToJson(const DateValue& value) const {
    Json json = {{"value", FormatIso(value.date)}};
    if (value.minute_of_day >= 0) json["minute_of_day"] = value.minute_of_day;
    json["evidence"] = Json::array({ToJson(value.evidence)});
    return json;
  }

  Json ToJson(const FacetValue& value) const {
    Json json = {{"value", value.value}};
    if (!value.role.empty()) json["role"] = value.role;
    json["evidence"] = ToJson(value.evidence);
    return json;
  }

  Json ToJson(const UnitValue& unit) const {
    Json json = {
        {"value", unit.name}, {"level", unit.level}, {"kind", unit.kind}};
    if (!unit.role.empty()) json["role"] = unit.role;
    json["evidence"] = ToJson(unit.evidence);
    return json;
  }

  template <typename T>
  Json ToJson(const std::vector<T>& values) const {
    Json array = Json::array();
    for (const T& value : values) array.push_back(ToJson(value));
    return array;
  }

  // As a list of none or one, so that every facet is walked in the same way.
  template <typename T>
  Json ToJson(const std::optional<T>& value) const {
    return value ? Json::array({ToJson(*value)}) : Json::array();
  }

 private:
  Json ToJson(const Evidence& evidence) const {
    Json json = {{"kind", EvidenceKindName(evidence.kind)}};
    if (evidence.kind == EvidenceKind::kText) {
      AddPassage(evidence.begin, evidence.end, &json);
    }
    json["rule"] = evidence.rule;
    json["certainty"] = CertaintyName(evidence.certainty);
    if (!evidence.detail.empty()) json["detail"] = evidence.detail;
    return json;
  }

  const Article& article_;
  const CodePoints& code_points_;
};

Json DateOrNull(const std::optional<DateValue>& value) {
  return value ? Json(FormatIso(value->date)) : Json(nullptr);
}

Json YearOrNull(const std::optional<FacetValue>& year) {
  if (!year) return nullptr;
  const std::string& text = year->value;
  int number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? Json(number)
                                                                  : Json(text);
}

Json Values(const std::vector<FacetValue>& values) {
  Json array = Json::array();
  for (const FacetValue& value : values) array.push_back(value.value);
  return array;
}

}  // namespace

void AddFacetFields(const Article& article, Json* json) {
  const Facets& facets = article.facets;
  Json units = Json::array();
  for (const UnitValue& unit : facets.units) units.push_back(unit.name);
  (*json)["published"] = DateOrNull(facets.published);
  (*json)["event_date"] = DateOrNull(facets.event_date);
  (*json)["year"] = YearOrNull(facets.year);
  (*json)["provinces"] = Values(facets.provinces);
  (*json)["provinces_now"] = Values(facets.provinces_now);
  (*json)["units"] = std::move(units);
  (*json)["unit_level"] =
      facets.units.empty() ? Json(nullptr) : Json(facets.units.front().level);
  (*json)["resolutions"] = Values(facets.resolutions);
  (*json)["host"] = facets.host ? Json(facets.host->value) : Json(nullptr);
}

Json EvidenceToJson(const Article& article, const CodePoints& code_points) {
  const Facets& facets = article.facets;
  const Writer writer(article, code_points);
  return {{"published", writer.ToJson(facets.published)},
          {"event_date", writer.ToJson(facets.event_date)},
          {"year", writer.ToJson(facets.year)},
          {"province", writer.ToJson(facets.provinces)},
          {"province_now", writer.ToJson(facets.provinces_now)},
          {"unit", writer.ToJson(facets.units)},
          {"resolution", writer.ToJson(facets.resolutions)},
          {"host", writer.ToJson(facets.host)}};
}

Json BlocksToJson(const Article& article, const CodePoints& code_points) {
  const Writer writer(article, code_points);
  Json blocks = Json::array();
  for (const Block& block : article.blocks) {
    Json json = {{"role", RoleName(block.role)}};
    writer.AddRange(block.begin, block.end, &json);
    blocks.push_back(std::move(json));
  }
  return blocks;
}

Json RefusedToJson(const Article& article, const CodePoints& code_points) {
  const Writer writer(article, code_points);
  Json refused = Json::array();
  for (const Refusal& refusal : article.facets.refused) {
    Json json = {{"facet", refusal.facet}};
    writer.AddPassage(refusal.begin, refusal.end, &json);
    json["reason"] = refusal.reason;
    refused.push_back(std::move(json));
  }
  return refused;
}

}  // namespace tracuu
