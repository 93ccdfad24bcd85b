#include "indexer/commands/article_json.h"

#include <nlohmann/json.hpp>

#include "common/base/log.h"
#include "common/index/article_json.h"
#include "common/text/code_points.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// One value with its proofs, for people.
std::string Line(const char* facet, const Json& value) {
  std::string text = std::string("  ") + facet + ": " +
                     Printable(value["value"].get<std::string>());
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
  const CodePoints code_points(article.text);
  Json json = {{"source", article.source},
               {"id", article.id},
               {"url", article.url.empty() ? Json(nullptr) : Json(article.url)},
               {"title", article.title}};
  AddFacetFields(article, &json);
  json["repairs"] = article.repairs;
  json["evidence"] = EvidenceToJson(article, code_points);
  json["refused"] = RefusedToJson(article, code_points);
  json["blocks"] = BlocksToJson(article, code_points);
  json["text"] = article.text;
  return json;
}

std::string ArticleToText(const Article& article) {
  const CodePoints code_points(article.text);
  std::string text = Printable(article.source) +
                     "\n  id: " + Printable(article.id) +
                     "\n  title: " + Printable(article.title) + "\n";
  if (!article.url.empty()) text += "  url: " + Printable(article.url) + "\n";
  for (const std::string& repair : article.repairs) {
    text += "  repaired: " + Printable(repair) + "\n";
  }
  const Json evidence = EvidenceToJson(article, code_points);
  for (const auto& [facet, values] : evidence.items()) {
    for (const Json& value : values) text += Line(facet.c_str(), value);
  }
  for (const Json& refusal : RefusedToJson(article, code_points)) {
    text += "  refused " + refusal["facet"].get<std::string>() + ": \"" +
            Printable(refusal["text"].get<std::string>()) + "\", " +
            Printable(refusal["reason"].get<std::string>()) + "\n";
  }
  return text;
}

}  // namespace tracuu
