// The description of the API, held to what the server does.

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "common/base/log.h"
#include "server/http/api_description.h"
#include "server/http/app.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using nlohmann::json;

// "/api/v1/facets/{name}" with something else for the name.
std::string WithName(std::string path, const std::string& name) {
  const std::size_t brace = path.find('{');
  if (brace == std::string::npos) return path;
  return path.replace(brace, path.find('}') + 1 - brace, name);
}

// A path that can be asked: its name is that of a facet.
std::string Askable(const std::string& path) {
  return WithName(path, "province");
}

// docs/api.md, which people read.
std::string ReadManual() {
  std::ifstream file(std::string(TRACUU_SOURCE_DIR) + "/docs/api.md");
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A value that the parameter may have.
std::string ExampleOf(const ApiParameter& parameter) {
  if (!parameter.values.empty()) return parameter.values.front();
  if (parameter.name == "facets") return "province";
  if (parameter.name == "year" || parameter.name == "not.year" ||
      parameter.name == "from" || parameter.name == "to") {
    return "2021";
  }
  if (parameter.name == "at") return "2025-07-01";
  return "1";
}

TEST_SUITE_BEGIN("server/http/openapi");

TEST_CASE("every address that is routed is described, and no other") {
  std::set<std::string> described;
  for (const ApiOperation& operation : ApiOperations()) {
    described.insert(WithName(operation.path, "{}"));
  }
  const auto routed = App::ApiPaths();
  CHECK(described == std::set<std::string>(routed.begin(), routed.end()));
}

TEST_CASE("every parameter that is taken is described, and no other") {
  InitLog("off");
  test::MiniIndex index({{.id = "a", .title = "Tin", .body = "x"}});
  SnapshotHolder holder;
  const auto snapshot = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(snapshot);
  holder.Replace(*snapshot);
  const App app(holder, StaticFiles(), {});
  const auto code_of = [&](const ApiOperation& operation,
                           const std::string& name, const std::string& value) {
    const HttpResponse reply =
        app.Handle({"GET", Askable(operation.path) + "?" + name + "=" + value,
                    "localhost", "", ""});
    return json::parse(reply.body).value("code", "");
  };
  std::set<std::string> names = {"no_such_parameter"};
  for (const ApiOperation& operation : ApiOperations()) {
    for (const auto& parameter : operation.parameters) {
      names.insert(parameter.name);
    }
  }
  for (const ApiOperation& operation : ApiOperations()) {
    CAPTURE(operation.path);
    std::set<std::string> own;
    for (const ApiParameter& parameter : operation.parameters) {
      CAPTURE(parameter.name);
      own.insert(parameter.name);
      const std::string code =
          code_of(operation, parameter.name, ExampleOf(parameter));
      CHECK((code.empty() || code == "not_found"));
      if (parameter.values.empty()) continue;
      CHECK(code_of(operation, parameter.name, "zz") == "bad_parameter");
      for (const std::string& value : parameter.values) {
        CHECK(code_of(operation, parameter.name, value) != "bad_parameter");
      }
    }
    for (const std::string& name : names) {
      if (own.contains(name)) continue;
      CAPTURE(name);
      CHECK(code_of(operation, name, "1") == "unknown_parameter");
    }
  }
}

TEST_CASE("the manual names every address and every parameter") {
  const std::string manual = ReadManual();
  for (const ApiOperation& operation : ApiOperations()) {
    CAPTURE(operation.path);
    CHECK(manual.find("`" + operation.path) != std::string::npos);
    for (const ApiParameter& parameter : operation.parameters) {
      if (parameter.name.starts_with("not.")) continue;  // "`not.province` …"
      CAPTURE(parameter.name);
      CHECK((manual.find("`" + parameter.name + "`") != std::string::npos ||
             manual.find("?" + parameter.name + "=") != std::string::npos ||
             manual.find("&" + parameter.name + "=") != std::string::npos));
    }
  }
}

TEST_CASE("the document is served and holds every path") {
  const SnapshotHolder nothing_published;
  const App app(nothing_published, StaticFiles(), {});
  const HttpResponse reply =
      app.Handle({"GET", "/openapi.json", "localhost", "", ""});
  REQUIRE(reply.status == 200);
  const json document = json::parse(reply.body);
  CHECK(document["openapi"] == "3.1.0");
  CHECK(document["paths"].size() == ApiOperations().size());
  const json& facets = document["paths"]["/api/v1/facets/{name}"]["get"];
  CHECK(facets["parameters"][0]["in"] == "path");
  CHECK(facets["parameters"][0]["name"] == "name");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
