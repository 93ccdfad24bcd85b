#include "server/http/json.h"

#include <cmath>

#include "common/index/article_json.h"
#include "common/text/code_points.h"

namespace tracuu {
namespace {

Json Segments(const std::vector<Segment>& segments) {
  Json json = Json::array();
  for (const Segment& segment : segments) {
    Json one{{"text", segment.text}};
    if (segment.match) one["match"] = true;
    json.push_back(std::move(one));
  }
  return json;
}

Json Counts(const FacetCounts& counts) {
  Json values = Json::array();
  for (const FacetCount& value : counts.values) {
    values.push_back({{"value", value.value},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return {{"values", std::move(values)},
          {"distinct", counts.distinct},
          {"missing", counts.missing}};
}

Json ToMilliseconds(double ms) { return std::round(ms * 100) / 100; }

Json ReadAsToJson(const std::vector<ReadAs>& readings) {
  Json json = Json::array();
  for (const ReadAs& reading : readings) {
    json.push_back(
        {{"typed", reading.typed}, {"as", reading.as}, {"via", reading.via}});
  }
  return json;
}

Json SuggestedToJson(const std::optional<Suggested>& suggested) {
  if (!suggested) return nullptr;
  return {{"text", suggested->query},
          {"segments", Segments(suggested->segments)}};
}

Json ClusterToJson(const std::optional<ClusterOfHit>& cluster) {
  if (!cluster) return nullptr;
  return {{"id", cluster->name}, {"size", cluster->size}};
}

Json HitToJson(const Hit& hit) {
  Json json;
  json["id"] = hit.article.id;
  json["source"] = hit.article.source;
  json["url"] = TextOrNull(hit.article.url);
  json["score"] = std::round(hit.score * 1000) / 1000;
  json["title"] = Segments(hit.title);
  json["snippet"] = Segments(hit.snippet);
  AddFacetFields(hit.article, &json);
  json["cluster"] = ClusterToJson(hit.cluster);
  json["missing"] = hit.missing;
  return json;
}

Json ExplainedToJson(const ExplainedArticle& article) {
  Json parts = Json::array();
  for (const ExplainedPart& part : article.parts) {
    parts.push_back({{"query", part.query}, {"score", part.score}});
  }
  Json features = Json::array();
  for (const ExplainedFeature& feature : article.features) {
    features.push_back({{"feature", feature.name},
                        {"has", feature.has},
                        {"share", feature.share},
                        {"score", feature.score}});
  }
  return {{"id", article.id},           {"matches", article.matches},
          {"missing", article.missing}, {"near_share", article.near_share},
          {"score", article.score},     {"terms_score", article.terms_score},
          {"parts", std::move(parts)},  {"features", std::move(features)}};
}

}  // namespace

Json SnapshotLine(const std::string& id, std::uint64_t documents) {
  return {{"id", id}, {"documents", documents}};
}

Json TextOrNull(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json ToJson(const SearchRequest& request, const SearchResponse& response,
            double took_ms) {
  Json json;
  json["query"] = {{"text", request.text},
                   {"read_as", ReadAsToJson(response.read_as)},
                   {"notes", response.notes}};
  json["total"] = response.total;
  json["page"] = request.page;
  json["per_page"] = request.per_page;
  json["took_ms"] = ToMilliseconds(took_ms);
  json["snapshot"] =
      SnapshotLine(response.snapshot_id, response.snapshot_documents);
  json["hits"] = Json::array();
  for (const Hit& hit : response.hits) json["hits"].push_back(HitToJson(hit));
  json["facets"] = Json::object();
  for (const std::string& name : request.facets) {
    json["facets"][name] = Counts(response.facets.at(name));
  }
  json["did_you_mean"] = SuggestedToJson(response.did_you_mean);
  return json;
}

Json ToJson(const FacetPageRequest& request, const FacetPage& page) {
  Json json;
  json["facet"] = request.facet;
  json["page"] = request.page;
  json["per_page"] = request.per_page;
  json["matching"] = page.matching;
  json.update(Counts(page.counts));
  json["notes"] = page.notes;
  json["snapshot"] = SnapshotLine(page.snapshot_id, page.snapshot_documents);
  return json;
}

Json ToJson(const ArticleView& view, const Snapshot& snapshot) {
  const Article& article = view.article;
  const CodePoints code_points(article.text);
  Json matches = Json::array();
  for (const auto& [begin, end] : view.matches) {
    matches.push_back({{"start", code_points.Before(begin)},
                       {"end", code_points.Before(end)}});
  }
  Json json;
  json["id"] = article.id;
  json["source"] = article.source;
  json["url"] = TextOrNull(article.url);
  json["title"] = article.title;
  json["text"] = article.text;
  AddFacetFields(article, &json);
  json["cluster"] = ClusterToJson(view.cluster);
  json["blocks"] = BlocksToJson(article, code_points);
  json["evidence"] = EvidenceToJson(article, code_points);
  json["refused"] = RefusedToJson(article, code_points);
  json["matches"] = std::move(matches);
  json["snapshot"] = SnapshotLine(snapshot.manifest().id, snapshot.documents());
  return json;
}

Json ToJson(const ViewRequest& request, const Explanation& explanation) {
  Json nodes = Json::array();
  for (const ExplainedNode& node : explanation.nodes) {
    nodes.push_back({{"tree", node.tree}, {"articles", node.articles}});
  }
  Json json;
  json["query"] = {{"text", request.text},
                   {"asked", explanation.asked},
                   {"read_as", ReadAsToJson(explanation.read_as)},
                   {"notes", explanation.notes}};
  json["lexemes"] = explanation.lexemes;
  json["tree"] = explanation.tree;
  json["nodes"] = std::move(nodes);
  json["ranking"] = TextOrNull(explanation.ranking);
  json["total"] = explanation.total;
  json["did_you_mean"] = SuggestedToJson(explanation.did_you_mean);
  json["article"] = nullptr;
  if (explanation.article)
    json["article"] = ExplainedToJson(*explanation.article);
  json["snapshot"] = {{"id", explanation.snapshot_id}};
  return json;
}

Json SimilarToJson(std::string_view id, const std::vector<Hit>& similar,
                   const Snapshot& snapshot) {
  Json json;
  json["id"] = id;
  json["similar"] = Json::array();
  for (const Hit& hit : similar) json["similar"].push_back(HitToJson(hit));
  json["snapshot"] = SnapshotLine(snapshot.manifest().id, snapshot.documents());
  return json;
}

Json ToJson(std::string_view id, const ClusterView& view,
            const Snapshot& snapshot) {
  Json json;
  json["id"] = id;
  json["cluster"] = ClusterToJson(view.cluster);
  json["documents"] = Json::array();
  for (const Hit& hit : view.documents) {
    json["documents"].push_back(HitToJson(hit));
  }
  json["snapshot"] = SnapshotLine(snapshot.manifest().id, snapshot.documents());
  return json;
}

Json ToJson(const std::vector<Suggestion>& suggestions) {
  const auto name = [](SuggestionKind kind) {
    switch (kind) {
      case SuggestionKind::kProvince:
        return "province";
      case SuggestionKind::kUnit:
        return "unit";
      case SuggestionKind::kResolution:
        return "resolution";
      case SuggestionKind::kPhrase:
        return "phrase";
      case SuggestionKind::kTitle:
        break;
    }
    return "title";
  };
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    Json one{{"type", name(suggestion.kind)},
             {"value", suggestion.value},
             {"label", suggestion.label}};
    one["count"] = suggestion.kind == SuggestionKind::kPhrase
                       ? Json(nullptr)
                       : Json(suggestion.count);
    if (!suggestion.article_id.empty()) one["id"] = suggestion.article_id;
    list.push_back(std::move(one));
  }
  return {{"suggestions", std::move(list)}};
}

Json SnapshotToJson(const Snapshot& snapshot) {
  const Manifest& manifest = snapshot.manifest();
  Json facets = Json::object();
  for (const FacetTable& table : snapshot.facets()) {
    facets[std::string(table.name())] = {{"distinct", table.size()},
                                         {"missing", table.total_missing()}};
  }
  Json json;
  json["id"] = manifest.id;
  json["created"] = manifest.created;
  json["documents"] = manifest.documents;
  json["dated"] = snapshot.dated();
  json["clusters"] = {{"count", snapshot.clusters().size()},
                      {"documents", snapshot.clusters().articles()}};
  json["content_digest"] = manifest.content_digest;
  json["schema"] = manifest.schema;
  json["analyzer"] = manifest.analyzer;
  json["program"] = manifest.program;
  json["overrides"] = TextOrNull(manifest.overrides);
  json["rejected"] = manifest.rejected;
  json["facets"] = std::move(facets);
  Json report = Json::parse(snapshot.report(), nullptr, false);
  json["report"] = report.is_object() ? std::move(report) : Json();
  return json;
}

}  // namespace tracuu
