#include "server/http/api_description.h"

#include <utility>

#include "common/index/schema.h"

namespace tracuu {
namespace {

using Parameters = std::vector<ApiParameter>;
constexpr auto kNumber = ApiParameter::Type::kNumber;

Parameters Join(Parameters one, const Parameters& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

ApiParameter Text(std::string name, std::string description) {
  return {std::move(name), std::move(description)};
}

ApiParameter Number(std::string name, std::string description) {
  return {std::move(name), std::move(description), kNumber};
}

ApiParameter OneOf(std::string name, std::string description,
                   std::vector<std::string> values) {
  return {std::move(name), std::move(description), ApiParameter::Type::kText,
          false, std::move(values)};
}

ApiParameter Accents() {
  return OneOf("accents", "How syllables typed without marks are read.",
               {"auto", "exact", "ignore"});
}

ApiParameter Reading() {
  return OneOf("reading",
               "Whether keystrokes, other names and likely errors are read "
               "into the query.",
               {"auto", "literal"});
}

ApiParameter Collapse() {
  return OneOf("collapse", "Fold near-duplicates into one hit.",
               {"true", "false"});
}

// What narrows a search.
Parameters SearchParameters() {
  Parameters all = {
      Text("q", "The query; empty: every article."),
      Accents(),
      Reading(),
      Text("from", "First day: 2021, 2021-11 or 2021-11-29."),
      Text("to", "Last day, as from."),
  };
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kFacet) continue;
    const std::string name(field.name);
    ApiParameter filter = Text(name,
                               "Articles with one of these values; none: "
                               "without a value.");
    filter.repeated = true;
    ApiParameter exclusion =
        Text("not." + name, "Articles with none of these values.");
    exclusion.repeated = true;
    all.push_back(std::move(filter));
    all.push_back(std::move(exclusion));
  }
  return all;
}

Parameters Paging() {
  return {Number("page", "From 1."), Number("per_page", "Entries on a page.")};
}

std::vector<ApiOperation> MakeOperations() {
  const Parameters articles = SearchParameters();
  const Parameters search = Join(articles, {Collapse()});
  return {
      {"/api/v1/search", "Ranked hits, exact total, exact facet counts",
       Join(
           Join(search, Paging()),
           {OneOf("sort", "Order of the hits.", {"relevance", "-date", "date"}),
            OneOf("near", "Fill the first page with near matches.",
                  {"true", "false"}),
            Text("facets", "Facets to count, separated by commas."),
            Number("facet_limit", "Values of each facet.")})},
      {"/api/v1/facets/{name}", "All values of one facet under a search",
       Join(Join(search, Paging()),
            {Text("contains", "Each syllable begins a syllable of the value."),
             OneOf("sort", "Order of the values.", {"count", "alpha"})})},
      {"/api/v1/documents/{id}",
       "One article with its evidence",
       {Text("q", "What to mark in the text."), Accents(), Reading()}},
      {"/api/v1/documents/{id}/cluster", "An article and its near-duplicates",
       Paging()},
      {"/api/v1/documents/{id}/similar",
       "Articles about the same matter",
       {Number("limit", "Articles to give.")}},
      {"/api/v1/explain",
       "How a query is read, and how one article scored",
       {Text("q", "The query."), Accents(), Reading(),
        Text("id", "The article.")}},
      {"/api/v1/suggest",
       "Completions while typing",
       {Text("q", "What was typed so far."), Collapse()}},
      {"/api/v1/resolutions", "The documents that the articles cite",
       Join(Paging(),
            {Text("q", "Syllables of number, title, names, kind or issuer."),
             Text("kind", "Letters or name of the kind: NQ, Nghị quyết."),
             Text("issuer", "Syllables of the issuer's name."),
             Text("term", "Congress term: XII."),
             OneOf("sort", "Order of the documents.",
                   {"citations", "-date", "date"}),
             Text("id", "One document alone, as with its id in the path.")})},
      {"/api/v1/resolutions/{id}", "One cited document and who cites it", {}},
      {"/api/v1/provinces",
       "The provinces of a day",
       {Text("at", "The day, 2025-07-01; today if not given.")}},
      {"/api/v1/coverage", "What the articles of a search cover",
       Join(articles, {Number("host_limit", "Hosts to list.")})},
      {"/api/v1/snapshot", "What is served", {}},
  };
}

Json ToJson(const ApiParameter& parameter) {
  Json value;
  value["type"] = parameter.type == kNumber ? "integer" : "string";
  if (!parameter.values.empty()) value["enum"] = parameter.values;
  if (parameter.repeated) value = {{"type", "array"}, {"items", value}};
  return {{"name", parameter.name},
          {"in", "query"},
          {"description", parameter.description},
          {"schema", std::move(value)}};
}

// "{id}" of a path as a parameter.
Json PathParameter(std::string_view path) {
  const std::size_t begin = path.find('{') + 1;
  return {{"name", path.substr(begin, path.find('}') - begin)},
          {"in", "path"},
          {"required", true},
          {"schema", {{"type", "string"}}}};
}

Json ToJson(const ApiOperation& operation) {
  Json parameters = Json::array();
  if (operation.path.find('{') != std::string::npos) {
    parameters.push_back(PathParameter(operation.path));
  }
  for (const ApiParameter& parameter : operation.parameters) {
    parameters.push_back(ToJson(parameter));
  }
  const Json answer = {
      {"description", "See docs/api.md."},
      {"content", {{"application/json", {{"schema", {{"type", "object"}}}}}}}};
  const Json problem = {
      {"description", "What went wrong (RFC 9457), in Vietnamese."},
      {"content",
       {{"application/problem+json",
         {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
  return {{"get",
           {{"summary", operation.summary},
            {"parameters", std::move(parameters)},
            {"responses", {{"200", answer}, {"default", problem}}}}}};
}

Json ProblemSchema() {
  Json properties;
  for (const char* name : {"type", "title", "code", "detail", "parameter"}) {
    properties[name] = {{"type", "string"}};
  }
  properties["status"] = {{"type", "integer"}};
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", {"type", "title", "status", "code"}}};
}

}  // namespace

const std::vector<ApiOperation>& ApiOperations() {
  static const auto* const kOperations =
      new std::vector<ApiOperation>(MakeOperations());
  return *kOperations;
}

Json OpenApiDocument() {
  Json paths = Json::object();
  for (const ApiOperation& operation : ApiOperations()) {
    paths[operation.path] = ToJson(operation);
  }
  Json document;
  document["openapi"] = "3.1.0";
  document["info"] = {{"title", "Tracuu"}, {"version", "1"}};
  document["paths"] = std::move(paths);
  document["components"] = {{"schemas", {{"Problem", ProblemSchema()}}}};
  return document;
}

}  // namespace tracuu
