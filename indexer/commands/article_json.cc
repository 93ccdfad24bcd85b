#include "indexer/commands/article_json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "common/base/log.h"
#include "indexer/commands/code_points.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// Writes what refers to one article's text.
class Writer {
 public:
  explicit Writer(const Article& article)
      : article_(article), code_points_(article.text) {}

  Json Blocks() const {
    Json blocks = Json::array();
    for (const Block& block : article_.blocks) {
      blocks.push_back({{"role", RoleName(block.role)},
                        {"start", code_points_.Before(block.begin)},
                        {"end", code_points_.Before(block.end)}});
    }
    return blocks;
  }

  Json Units() const {
    Json units = Json::array();
    for (const UnitValue& unit : article_.facets.units) {
      Json json = {
          {"name", unit.name}, {"level", unit.level}, {"kind", unit.kind}};
      AddRole(unit.role, &json);
      json["evidence"] = ToJson(unit.evidence);
      units.push_back(std::move(json));
    }
    return units;
  }

  Json EvidenceOfAll() const {
    const Facets& facets = article_.facets;
    return {{"published", ToJson(facets.published)},
            {"event_date", ToJson(facets.event_date)},
            {"year", ToJson(facets.year)},
            {"province", ToJson(facets.provinces)},
            {"province_now", ToJson(facets.provinces_now)},
            {"unit", Units()},
            {"resolution", ToJson(facets.resolutions)},
            {"host", ToJson(facets.host)}};
  }

  Json Refused() const {
    Json refused = Json::array();
    for (const Refusal& refusal : article_.facets.refused) {
      Json json = {{"facet", refusal.facet}};
      AddRange(refusal.begin, refusal.end, &json);
      json["reason"] = refusal.reason;
      refused.push_back(std::move(json));
    }
    return refused;
  }

 private:
  void AddRange(std::uint32_t begin, std::uint32_t end, Json* json) const {
    (*json)["start"] = code_points_.Before(begin);
    (*json)["end"] = code_points_.Before(end);
    (*json)["text"] = article_.text.substr(begin, end - begin);
  }

  static void AddRole(const std::string& role, Json* json) {
    if (!role.empty()) (*json)["role"] = role;
  }

  Json ToJson(const Evidence& evidence) const {
    Json json = {{"kind", EvidenceKindName(evidence.kind)}};
    if (evidence.kind == EvidenceKind::kText) {
      AddRange(evidence.begin, evidence.end, &json);
    }
    json["rule"] = evidence.rule;
    json["certainty"] = CertaintyName(evidence.certainty);
    if (!evidence.detail.empty()) json["detail"] = evidence.detail;
    return json;
  }

  Json ToJson(const DateValue& value) const {
    Json json = {{"value", FormatIso(value.date)}};
    if (value.minute_of_day >= 0) json["minute_of_day"] = value.minute_of_day;
    json["evidence"] = Json::array({ToJson(value.evidence)});
    return json;
  }

  Json ToJson(const FacetValue& value) const {
    Json json = {{"value", value.value}};
    AddRole(value.role, &json);
    json["evidence"] = ToJson(value.evidence);
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

  const Article& article_;
  const CodePoints code_points_;
};

Json TextOrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json DateOrNull(const std::optional<DateValue>& value) {
  return value ? Json(FormatIso(value->date)) : Json(nullptr);
}

Json YearOrNull(const std::optional<FacetValue>& year) {
  if (!year) return nullptr;
  const bool digits =
      !year->value.empty() && year->value.size() < 5 &&
      year->value.find_first_not_of("0123456789") == std::string::npos;
  return digits ? Json(std::stoi(year->value)) : Json(year->value);
}

Json Values(const std::vector<FacetValue>& values) {
  Json array = Json::array();
  for (const FacetValue& value : values) array.push_back(value.value);
  return array;
}

Json UnitNames(const std::vector<UnitValue>& units) {
  Json array = Json::array();
  for (const UnitValue& unit : units) array.push_back(unit.name);
  return array;
}

Json LevelOrNull(const std::vector<UnitValue>& units) {
  return units.empty() ? Json(nullptr) : TextOrNull(units.front().level);
}

// One value with its proofs, for people.
std::string Line(const char* facet, const Json& value) {
  const std::string name = value.contains("name")
                               ? value["name"].get<std::string>()
                               : value["value"].get<std::string>();
  std::string text = std::string("  ") + facet + ": " + Printable(name);
  if (value.contains("role"))
    text += " (" + value["role"].get<std::string>() + ")";
  text += "\n";
  for (const Json& evidence : value["evidence"]) {
    text += "      " + evidence["certainty"].get<std::string>() + " " +
            evidence["rule"].get<std::string>();
    if (evidence.contains("text")) {
      text += " \"" + Printable(evidence["text"].get<std::string>()) +
              "\" at " + std::to_string(evidence["start"].get<std::uint32_t>());
    }
    if (evidence.contains("detail")) {
      text += " [" + Printable(evidence["detail"].get<std::string>()) + "]";
    }
    text += "\n";
  }
  return text;
}

}  // namespace

Json ArticleToJson(const Article& article) {
  const Facets& facets = article.facets;
  const Writer writer(article);
  return {{"source", article.source},
          {"id", article.id},
          {"url", TextOrNull(article.url)},
          {"host", facets.host ? Json(facets.host->value) : Json(nullptr)},
          {"title", article.title},
          {"published", DateOrNull(facets.published)},
          {"event_date", DateOrNull(facets.event_date)},
          {"year", YearOrNull(facets.year)},
          {"provinces", Values(facets.provinces)},
          {"provinces_now", Values(facets.provinces_now)},
          {"units", UnitNames(facets.units)},
          {"unit_level", LevelOrNull(facets.units)},
          {"resolutions", Values(facets.resolutions)},
          {"evidence", writer.EvidenceOfAll()},
          {"refused", writer.Refused()},
          {"blocks", writer.Blocks()},
          {"text", article.text}};
}

std::string ArticleToText(const Article& article) {
  const Writer writer(article);
  std::string text = Printable(article.source) +
                     "\n  id: " + Printable(article.id) +
                     "\n  title: " + Printable(article.title) + "\n";
  if (!article.url.empty()) text += "  url: " + Printable(article.url) + "\n";
  const Json evidence = writer.EvidenceOfAll();
  for (const auto& [facet, values] : evidence.items()) {
    for (const Json& value : values) text += Line(facet.c_str(), value);
  }
  for (const Json& refusal : writer.Refused()) {
    text += "  refused " + refusal["facet"].get<std::string>() + ": \"" +
            Printable(refusal["text"].get<std::string>()) + "\", " +
            Printable(refusal["reason"].get<std::string>()) + "\n";
  }
  return text;
}

}  // namespace tracuu
