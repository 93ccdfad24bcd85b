// Cited documents, provinces and coverage as the API gives them.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "common/base/log.h"
#include "server/http/app.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using nlohmann::json;

class TestApi {
 public:
  TestApi()
      : index_({
            {.id = "a1",
             .title = "Sơ kết Nghị quyết 35",
             .body = "x",
             .date = "2021-11-29",
             .provinces = {"Lâm Đồng"},
             .resolutions = {"35-NQ/TW:2018", "05-NQ/TU"},
             .host = "a.vn"},
            {.id = "b2",
             .title = "Tin khác",
             .body = "x",
             .date = "2022-01-01",
             .provinces = {"Lâm Đồng", "Cà Mau"},
             .resolutions = {"35-NQ/TW:2018"}},
            {.id = "c3", .title = "Không ngày", .body = "x"},
        }) {
    InitLog("off");
    auto opened = Snapshot::Open(index_.path(), VerifyDepth::kSizes);
    REQUIRE(opened);
    holder_.Replace(*opened);
  }

  HttpResponse Get(const std::string& target) const {
    const App app(holder_, StaticFiles(), {});
    return app.Handle({"GET", target, "localhost", "", ""});
  }

  json GetJson(const std::string& target) const {
    CAPTURE(target);
    const HttpResponse reply = Get(target);
    CAPTURE(reply.body);
    REQUIRE(reply.status == 200);
    return json::parse(reply.body);
  }

 private:
  test::MiniIndex index_;
  SnapshotHolder holder_;
};

}  // namespace

TEST_SUITE_BEGIN("server/http/entity_api");

TEST_CASE("a cited document has facts, a table, first and latest citation") {
  const TestApi api;
  const json one = api.GetJson("/api/v1/resolutions/35-NQ%2FTW:2018");
  CHECK(one["id"] == "35-NQ/TW:2018");
  CHECK(one["type"] == "document");
  CHECK(one["issuer"] == "Bộ Chính trị");
  CHECK(one["date"] == "2018-10-22");
  CHECK(one["term"] == "XII");
  CHECK(one["known"] == true);
  CHECK(one["articles"] == 2);
  CHECK(one["first_citation"]["id"] == "a1");
  CHECK(one["first_citation"]["date"] == "2021-11-29");
  CHECK(one["latest_citation"]["id"] == "b2");
  const json& table = one["tables"]["province"];
  CHECK(table["years"] == json::parse(R"([{"value":"2021","count":1},
                                          {"value":"2022","count":1}])"));
  CHECK(table["rows"] ==
        json::parse(R"([{"value":"Cà Mau","count":1,"years":{"2022":1},
                         "no_year":0},
                        {"value":"Lâm Đồng","count":2,
                         "years":{"2021":1,"2022":1},"no_year":0}])"));
  CHECK(table["no_province"]["count"] == 0);
  CHECK(one["tables"]["province_now"]["no_province"]["count"] == 2);
  CHECK(one["cited_with"][0]["id"] == "05-NQ/TU");
  CHECK(one["cited_with"][0]["articles"] == 1);
  CHECK(one["snapshot"]["documents"] == 3);
}

TEST_CASE("the id may stand in the path, escaped or not, or in the query") {
  const TestApi api;
  const json expected = api.GetJson("/api/v1/resolutions/35-NQ%2FTW:2018");
  for (const char* target : {"/api/v1/resolutions/35-NQ/TW:2018",
                             "/api/v1/resolutions/35-NQ%2fTW%3A2018",
                             "/api/v1/resolutions/35%2FNQ-TW",
                             "/api/v1/resolutions?id=35-NQ%2FTW:2018"}) {
    CAPTURE(target);
    CHECK(api.GetJson(target) == expected);
  }
  for (const char* target :
       {"/api/v1/resolutions/99-NQ%2FTW",
        "/api/v1/resolutions?id=", "/api/v1/resolutions/%3Cscript%3E"}) {
    CAPTURE(target);
    const HttpResponse reply = api.Get(target);
    CHECK(reply.status == 404);
    CHECK(json::parse(reply.body)["code"] == "not_found");
  }
  CHECK(api.Get("/api/v1/resolutions/").status == 404);
  CHECK(api.Get("/api/v1/resolutions/35-NQ%2FTW:2018?q=x").status == 400);
}

TEST_CASE("a document that is not in our table says what its number says") {
  const TestApi api;
  const json one = api.GetJson("/api/v1/resolutions?id=05-NQ/TU");
  CHECK(one["type"] == "symbol");
  CHECK(one["kind_name"] == "Nghị quyết");
  CHECK(one["issuer"] == "Tỉnh ủy hoặc thành ủy trực thuộc Trung ương");
  CHECK(one["known"] == false);
  CHECK(one["date"].is_null());
  CHECK(one["title"].is_null());
  CHECK(one["plenum"].is_null());
}

TEST_CASE("cited documents are listed in pages") {
  const TestApi api;
  const json all = api.GetJson("/api/v1/resolutions");
  CHECK(all["total"] == 2);
  CHECK(all["resolutions"][0]["id"] == "35-NQ/TW:2018");
  CHECK(all["resolutions"][0]["articles"] == 2);
  CHECK(all["resolutions"][0]["first_citation"] == "2021-11-29");
  CHECK(all["resolutions"][0]["latest_citation"] == "2022-01-01");
  const json second = api.GetJson("/api/v1/resolutions?per_page=1&page=2");
  CHECK(second["total"] == 2);
  CHECK(second["resolutions"][0]["id"] == "05-NQ/TU");
  CHECK(api.GetJson("/api/v1/resolutions?page=9")["resolutions"].empty());
  CHECK(api.GetJson("/api/v1/resolutions?q=tu%20tuong&kind=NQ&term=XII&issuer="
                    "bo%20chinh&sort=-date")["total"] == 1);
  for (const char* target :
       {"/api/v1/resolutions?sort=name", "/api/v1/resolutions?page=0",
        "/api/v1/resolutions?per_page=1001", "/api/v1/resolutions?x=1",
        "/api/v1/resolutions?q=a&q=b", "/api/v1/resolutions?id=a&q=b"}) {
    CAPTURE(target);
    CHECK(api.Get(target).status == 400);
  }
}

TEST_CASE("the provinces of a day know what they came from") {
  const TestApi api;
  const auto find = [](const json& answer, const char* name) {
    for (const json& one : answer["provinces"]) {
      if (one["name"] == name) return one;
    }
    return json();
  };
  const json now = api.GetJson("/api/v1/provinces?at=2026-05-01");
  CHECK(now["count"] == 34);
  const json lam_dong = find(now, "Lâm Đồng");
  CHECK(lam_dong["predecessors"].size() == 3);
  CHECK(lam_dong["valid_from"] == "2025-07-01");
  CHECK(lam_dong["valid_until"].is_null());
  CHECK(lam_dong["act"] == "202/2025/QH15");
  CHECK(lam_dong["articles"]["province"] == 2);
  CHECK(find(now, "Đồng Nai")["is_city"] == true);
  const json old = api.GetJson("/api/v1/provinces?at=2008-07-31");
  CHECK(old["count"] == 64);
  CHECK(find(old, "Hà Tây")["successors"][0]["name"] == "Hà Nội");
  CHECK(find(old, "Hà Tây")["valid_from"].is_null());
  CHECK(api.GetJson("/api/v1/provinces")["count"].get<int>() >= 34);
  for (const char* day :
       {"2025", "2025-07", "2025-02-30", "2003-12-31", "x", ""}) {
    CAPTURE(day);
    const HttpResponse reply =
        api.Get("/api/v1/provinces?at=" + std::string(day));
    CHECK(reply.status == 400);
    CHECK(json::parse(reply.body)["parameter"] == "at");
  }
}

TEST_CASE("coverage takes a search and tells hosts, days and gaps") {
  const TestApi api;
  const json all = api.GetJson("/api/v1/coverage");
  CHECK(all["total"] == 3);
  CHECK(all["first_date"] == "2021-11-29");
  CHECK(all["last_date"] == "2022-01-01");
  CHECK(all["undated"] == 1);
  CHECK(all["missing"]["province"] == 1);
  CHECK(all["tables"]["province"]["no_province"]["no_year"] == 1);
  CHECK(all["hosts"]["values"][0] ==
        json::parse(R"({"value":"a.vn","count":1,"first_date":"2021-11-29",
                        "last_date":"2021-11-29"})"));
  CHECK(all["hosts"]["missing"] == 2);
  const json narrow =
      api.GetJson("/api/v1/coverage?q=x&province=Ca%20Mau&host_limit=0");
  CHECK(narrow["total"] == 1);
  CHECK(narrow["hosts"]["values"].empty());
  for (const char* target :
       {"/api/v1/coverage?page=1", "/api/v1/coverage?host_limit=1001",
        "/api/v1/coverage?from=2022&to=2021"}) {
    CAPTURE(target);
    CHECK(api.Get(target).status == 400);
  }
}

TEST_SUITE_END();

}  // namespace tracuu
