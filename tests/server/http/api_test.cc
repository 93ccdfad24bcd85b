// The API through its front door: a real server on a free port, cpp-httplib as
// the client.

#include <doctest/doctest.h>
#include <httplib.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/base/file.h"
#include "common/base/log.h"
#include "server/http/app.h"
#include "server/http/http_front.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using nlohmann::json;

// A server over a few articles; `published` false: over nothing; `copies`:
// two of them are near-duplicates.
class TestServer {
 public:
  explicit TestServer(bool published = true, bool copies = false) {
    const std::string cluster = copies ? "one" : "";
    InitLog("off");
    REQUIRE(ReplaceFile(web_.path() / "index.html", "<p>trang"));
    if (published) {
      index_.Publish({
          {.id = "a1",
           .title = "Bảo vệ nền tảng tư tưởng",
           .body = "Nghị quyết số 35-NQ/TW của Bộ Chính trị.",
           .date = "2021-11-29",
           .provinces = {"Lâm Đồng"},
           .units = {"Đảng bộ A"},
           .unit_level = "co-so",
           .resolutions = {"35-NQ/TW:2018"},
           .cluster = cluster},
          {.id = "b2",
           .title = "Nền kinh tế",
           .body = "<script>alert(1)</script> tăng trưởng",
           .date = "2022-01-01",
           .cluster = cluster},
      });
      auto opened = Snapshot::Open(index_.path(), VerifyDepth::kHashes);
      REQUIRE(opened);
      holder_.Replace(*opened);
    }
    app_ = std::make_unique<App>(holder_, *StaticFiles::Load(web_.path()),
                                 AppOptions{{}, {"search.example"}});
    front_ = MakeHttplibFront({"127.0.0.1", 0, 8});
    REQUIRE(front_->Start(
        [this](const HttpRequest& request) { return app_->Handle(request); }));
  }

  httplib::Client Client() const {
    return httplib::Client("127.0.0.1", front_->port());
  }

  httplib::Result Get(const std::string& target,
                      const httplib::Headers& headers = {}) const {
    return Client().Get(target, headers);
  }

  json GetJson(const std::string& target) const {
    const auto reply = Get(target);
    REQUIRE(reply);
    CAPTURE(reply->body);
    REQUIRE(reply->status == 200);
    return json::parse(reply->body);
  }

 private:
  test::TempDir web_;
  test::MiniIndex index_;
  SnapshotHolder holder_;
  std::unique_ptr<App> app_;
  std::unique_ptr<HttpFront> front_;
};

}  // namespace

TEST_SUITE_BEGIN("server/http/api");

TEST_CASE("near-duplicates are one hit unless told otherwise, and listed") {
  const TestServer server(true, true);
  const json cluster = {{"id", "c1"}, {"size", 2}};
  const json folded = server.GetJson("/api/v1/search?q=nen%20tang");
  CHECK(folded["total"] == 1);
  CHECK(folded["hits"].size() == 1);
  CHECK(folded["hits"][0]["id"] == "a1");  // The earlier one.
  CHECK(folded["hits"][0]["cluster"] == cluster);
  CHECK(folded["facets"]["province"]["missing"] == 1);
  const json all = server.GetJson("/api/v1/search?q=nen%20tang&collapse=false");
  CHECK(all["total"] == 2);
  CHECK(all["hits"][1]["cluster"] == cluster);
  CHECK(server.GetJson("/api/v1/facets/year")["distinct"] == 2);
  CHECK(server.GetJson("/api/v1/coverage")["total"] == 2);
  CHECK(server.Get("/api/v1/coverage?collapse=true")->status == 400);
  CHECK(server.GetJson("/api/v1/documents/b2")["cluster"] == cluster);
  CHECK(server.GetJson("/api/v1/documents/b2/similar")["similar"].empty());
  CHECK(server.GetJson("/api/v1/snapshot")["clusters"] ==
        json{{"count", 1}, {"documents", 2}});

  const json copies = server.GetJson("/api/v1/documents/b2/cluster");
  CHECK(copies["id"] == "b2");
  CHECK(copies["cluster"] == cluster);
  REQUIRE(copies["documents"].size() == 2);
  CHECK(copies["documents"][0]["id"] == "a1");
  CHECK(copies["documents"][1]["id"] == "b2");
  const json second =
      server.GetJson("/api/v1/documents/b2/cluster?page=2&per_page=1");
  REQUIRE(second["documents"].size() == 1);
  CHECK(second["documents"][0]["id"] == "b2");
  CHECK(server.Get("/api/v1/documents/zzz/cluster")->status == 404);
  CHECK(server.Get("/api/v1/documents/b2/cluster?per_page=0")->status == 400);
  const json alone = TestServer().GetJson("/api/v1/documents/a1/cluster");
  CHECK(alone["cluster"].is_null());
  CHECK(alone["documents"].empty());
}

TEST_CASE("a search answers with hits, total and facets") {
  const TestServer server;
  const json answer = server.GetJson("/api/v1/search?q=nen%20tang");
  CHECK(answer["query"]["text"] == "nen tang");
  CHECK(answer["query"]["read_as"][0]["as"] == "nền tảng");
  CHECK(answer["total"] == 2);  // The other has "nền" and "tăng".
  CHECK(answer["page"] == 1);
  CHECK(answer["per_page"] == 10);
  CHECK(answer["took_ms"].is_number());
  CHECK(answer["snapshot"]["documents"] == 2);
  CHECK(answer["did_you_mean"].is_null());
  const json& hit = answer["hits"][0];
  CHECK(hit["id"] == "a1");
  CHECK(hit["url"].is_null());
  CHECK(hit["title"][1] == json{{"text", "nền tảng"}, {"match", true}});
  CHECK(hit["published"] == "2021-11-29");
  CHECK(hit["event_date"].is_null());
  CHECK(hit["year"] == 2021);
  CHECK(hit["provinces"] == json{"Lâm Đồng"});
  CHECK(hit["units"] == json{"Đảng bộ A"});
  CHECK(hit["unit_level"] == "co-so");
  CHECK(hit["cluster"].is_null());
  for (const char* facet : {"province", "province_now", "unit", "unit_level",
                            "year", "resolution", "host"}) {
    CAPTURE(facet);
    REQUIRE(answer["facets"].contains(facet));
    CHECK(answer["facets"][facet].contains("missing"));
  }
  CHECK(answer["facets"]["province"]["values"][0] ==
        json{{"value", "Lâm Đồng"}, {"count", 1}, {"selected", false}});
}

TEST_CASE("text of articles is data, never markup") {
  const TestServer server;
  const auto reply = server.Get("/api/v1/search?q=tăng trưởng");
  REQUIRE(reply);
  CHECK(reply->get_header_value("Content-Type") ==
        "application/json; charset=utf-8");
  CHECK(reply->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(json::parse(reply->body)["hits"][0]["snippet"].dump().find(
            "<script>") != std::string::npos);
}

TEST_CASE("every reply carries the headers that protect readers") {
  const TestServer server;
  for (const char* target :
       {"/", "/api/v1/search", "/api/v1/search?x=1", "/none", "/healthz"}) {
    CAPTURE(target);
    const auto reply = server.Get(target);
    REQUIRE(reply);
    for (const char* name :
         {"Content-Security-Policy", "X-Content-Type-Options",
          "Referrer-Policy", "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy", "Permissions-Policy",
          "Cache-Control"}) {
      CAPTURE(name);
      CHECK(reply->has_header(name));
    }
  }
}

TEST_CASE("errors are problems in Vietnamese that name the parameter") {
  const TestServer server;
  struct Case {
    const char* target;
    int status;
    const char* code;
    const char* parameter;
  };
  static constexpr Case kCases[] = {
      {"/api/v1/search?page=0", 400, "bad_parameter", "page"},
      {"/api/v1/search?tinh=x", 400, "unknown_parameter", "tinh"},
      {"/api/v1/search?q=a&q=b", 400, "bad_parameter", "q"},
      {"/api/v1/search?q=ab*%20cd*%20ef*%20gh*", 400, "bad_parameter", "q"},
      {"/api/v1/search?q=%ff", 400, "bad_request", ""},
      {"/api/v1/search?q=%00", 400, "bad_request", ""},
      {"/api/v1/facets/name", 404, "not_found", ""},
      {"/api/v1/facets/", 404, "not_found", ""},
      {"/api/v1/facets/year?sort=x", 400, "bad_parameter", "sort"},
      {"/api/v1/documents/none", 404, "not_found", ""},
      {"/api/v1/documents/a1/x", 404, "not_found", ""},
      {"/api/v1/snapshot?x=1", 400, "unknown_parameter", "x"},
      {"/api/v2/search", 404, "not_found", ""},
      {"/../etc/passwd", 404, "not_found", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.target);
    const auto reply = server.Get(c.target);
    REQUIRE(reply);
    CHECK(reply->status == c.status);
    CHECK(reply->get_header_value("Content-Type") ==
          "application/problem+json; charset=utf-8");
    const json problem = json::parse(reply->body);
    CHECK(problem["code"] == c.code);
    CHECK(problem["status"] == c.status);
    CHECK(problem.value("parameter", "") == c.parameter);
    CHECK_FALSE(problem["title"].get<std::string>().empty());
  }
}

TEST_CASE("a query that cannot be parsed is searched literally") {
  const TestServer server;
  const json answer = server.GetJson("/api/v1/search?q=%22nền%20tảng");
  CHECK(answer["total"] == 1);
  CHECK(answer["query"]["notes"].size() == 1);
}

TEST_CASE("facets, documents, suggestions and the snapshot have addresses") {
  const TestServer server;
  const json facet = server.GetJson("/api/v1/facets/province?contains=lam");
  CHECK(facet["values"][0]["value"] == "Lâm Đồng");
  CHECK(facet["missing"] == 1);

  const json article = server.GetJson("/api/v1/documents/a1?q=nen%20tang");
  CHECK(article["title"] == "Bảo vệ nền tảng tư tưởng");
  CHECK(article["matches"][0] == json{{"start", 7}, {"end", 15}});
  CHECK(article["blocks"][0]["role"] == "title");
  CHECK(article["evidence"]["province"][0]["evidence"][0]["kind"] == "record");

  const json suggestions = server.GetJson("/api/v1/suggest?q=lam");
  CHECK(suggestions["suggestions"][0]["type"] == "province");

  const json snapshot = server.GetJson("/api/v1/snapshot");
  CHECK(snapshot["documents"] == 2);
}

TEST_CASE("the page is served and asked for again by its tag") {
  const TestServer server;
  const auto page = server.Get("/");
  REQUIRE(page);
  CHECK(page->body == "<p>trang");
  const auto again =
      server.Get("/", {{"If-None-Match", page->get_header_value("ETag")}});
  REQUIRE(again);
  CHECK(again->status == 304);
}

TEST_CASE("HEAD answers without a body, other methods are refused") {
  const TestServer server;
  auto client = server.Client();
  const auto head = client.Head("/api/v1/search?q=nền");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  const auto post = client.Post("/api/v1/search", "x", "text/plain");
  REQUIRE(post);
  CHECK(post->status == 405);
  const auto remove = client.Delete("/api/v1/search");
  REQUIRE(remove);
  CHECK(remove->status == 405);
  CHECK(remove->get_header_value("Allow") == "GET, HEAD");
}

TEST_CASE("requests that only an attacker sends are refused") {
  const TestServer server;
  struct Case {
    const char* name;
    const char* value;
    int status;
  };
  static constexpr Case kCases[] = {
      {"Host", "evil.example", 421},
      {"Host", "localhost.evil.example", 421},
      {"Host", "127.0.0.1:x", 421},
      {"Host", "localhost:1234", 200},
      {"Host", "LOCALHOST", 200},
      {"Host", "[::1]:80", 200},
      {"Host", "search.example", 200},
      {"Range", "bytes=0-1", 400},
      {"Expect", "x", 400},
      {"Sec-Fetch-Site", "cross-site", 403},
      {"Sec-Fetch-Site", "same-origin", 200},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    CAPTURE(c.value);
    const auto reply = server.Get("/api/v1/search", {{c.name, c.value}});
    REQUIRE(reply);
    CHECK(reply->status == c.status);
  }
  const auto reply = server.Get("/api/v1/search?q=" + std::string(9000, 'a'));
  REQUIRE(reply);
  CHECK(reply->status == 414);
  httplib::Headers many;
  for (int i = 0; i < 80; ++i) many.emplace("X-" + std::to_string(i), "1");
  CHECK(server.Get("/healthz", many)->status == 400);
}

TEST_CASE("without an index the server lives but is not ready") {
  const TestServer server(false);
  CHECK(server.Get("/healthz")->status == 200);
  CHECK(server.Get("/")->status == 200);
  for (const char* target : {"/readyz", "/api/v1/search?q=x"}) {
    const auto reply = server.Get(target);
    REQUIRE(reply);
    CHECK(reply->status == 503);
    CHECK(reply->has_header("Retry-After"));
    CHECK(json::parse(reply->body)["code"] == "not_ready");
  }
}

TEST_CASE("only loopback addresses are listened on") {
  for (const char* host : {"0.0.0.0", "10.0.0.1", "::", "example.org", ""}) {
    CAPTURE(host);
    const auto front = MakeHttplibFront({host, 0, 1});
    const Status started =
        front->Start([](const HttpRequest&) { return HttpResponse(); });
    REQUIRE_FALSE(started);
    CHECK(started.error().code == ErrorCode::kInvalidArgument);
  }
}

TEST_CASE("near matches say what they lack, and can be left out") {
  const TestServer server;
  const std::string query =
      "/api/v1/search?q=n%E1%BB%81n%20t%E1%BA%A3ng%20t%C6%B0%20t%C6%B0%E1%BB%"
      "9Fng%20ngoan";
  const json near = server.GetJson(query);
  CHECK(near["total"] == 0);
  REQUIRE(near["hits"].size() == 1);
  CHECK(near["hits"][0]["id"] == "a1");
  CHECK(near["hits"][0]["missing"] == json{"ngoan"});
  CHECK(near["query"]["notes"].size() == 1);
  CHECK(server.GetJson(query + "&near=false")["hits"].empty());
  CHECK(server.Get(query + "&near=yes")->status == 400);
  CHECK(server.GetJson("/api/v1/search?q=nen")["hits"][0]["missing"].empty());
}

TEST_CASE("similar articles are asked for under an article") {
  const TestServer server;
  const json answer = server.GetJson("/api/v1/documents/a1/similar");
  CHECK(answer["id"] == "a1");
  CHECK(answer["similar"].is_array());
  CHECK(answer["snapshot"]["documents"] == 2);
  CHECK(server.Get("/api/v1/documents/zzz/similar")->status == 404);
  CHECK(server.Get("/api/v1/documents/a1/similar?limit=0")->status == 400);
  CHECK(server.Get("/api/v1/documents/a1/other")->status == 404);
  CHECK(server.Get("/api/v1/documents/a1/b/similar")->status == 404);
  CHECK(server.Get("/api/v1/documents//similar")->status == 404);
}

TEST_SUITE_END();

}  // namespace tracuu
