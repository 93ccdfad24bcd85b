#include "server/search/clusters.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "server/search/cluster_view.h"
#include "server/search/coverage.h"
#include "server/search/searcher.h"
#include "server/search/suggester.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using List = std::vector<std::string>;

// Docids: new 1, mid 2, old 3, alone 4, undated 5, undated-too 6.
test::MiniIndex MakeIndex() {
  return test::MiniIndex({
      {.id = "new",
       .title = "họp bàn",
       .body = "chi bộ học nghị quyết",
       .date = "2021-05-03",
       .provinces = {"Lâm Đồng"},
       .host = "a.vn",
       .cluster = "one"},
      {.id = "mid",
       .title = "họp",
       .body = "chi bộ học nghị quyết",
       .date = "2021-05-02",
       .host = "b.vn",
       .cluster = "one"},
      {.id = "old",
       .title = "họp chi bộ",
       .body = "học nghị quyết ở xã",
       .date = "2021-05-01",
       .provinces = {"Lâm Đồng", "Cà Mau"},
       .host = "c.vn",
       .cluster = "one"},
      {.id = "alone",
       .title = "họp",
       .body = "học nghị quyết",
       .date = "2020-01-01",
       .provinces = {"Lâm Đồng"},
       .host = "a.vn"},
      {.id = "undated", .title = "tin", .body = "trồng rừng", .cluster = "two"},
      {.id = "undated-too",
       .title = "tin",
       .body = "trồng rừng",
       .cluster = "two"},
  });
}

std::shared_ptr<const Snapshot> Open(const test::MiniIndex& index) {
  auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  return *opened;
}

List IdsOf(const std::vector<Hit>& hits) {
  List ids;
  for (const Hit& hit : hits) ids.push_back(hit.article.id);
  return ids;
}

SearchRequest Ask(const std::string& text,
                  std::vector<std::string> facets = {}) {
  SearchRequest request;
  request.text = text;
  request.facets = std::move(facets);
  return request;
}

SearchResponse Find(const test::MiniIndex& index, SearchRequest request) {
  const Limits limits;
  request.collapse = true;
  auto found = Searcher(Open(index), limits).Search(request);
  REQUIRE(found);
  return *std::move(found);
}

}  // namespace

TEST_SUITE_BEGIN("server/search/clusters");

TEST_CASE("members come from the earliest on, undated ones last") {
  const auto index = MakeIndex();
  const auto snapshot = Open(index);
  const Clusters& clusters = snapshot->clusters();
  CHECK(clusters.size() == 2);
  CHECK(clusters.articles() == 5);
  const auto members = clusters.MembersOf(1);
  CHECK(std::vector<std::uint32_t>(members.begin(), members.end()) ==
        std::vector<std::uint32_t>{3, 2, 1});
  const std::vector<std::uint32_t> numbers{1, 1, 1, 0, 2, 2};
  for (std::uint32_t docid = 1; docid <= 6; ++docid) {
    CHECK(clusters.Of(docid) == numbers[docid - 1]);
  }
  CHECK(clusters.Fold(DocSet::bitmapOf(4, 1, 2, 4, 6)) ==
        DocSet::bitmapOf(3, 2, 4, 6));
  CHECK(clusters.CopiesOf(DocSet::bitmapOf(2, 1, 4)) ==
        DocSet::bitmapOf(3, 1, 2, 3));
  CHECK(Clusters().Fold(DocSet::bitmapOf(1, 1)).cardinality() == 1);
}

TEST_CASE("the earliest copy that matches stands for all") {
  const auto index = MakeIndex();
  SearchRequest request = Ask("nghị quyết");
  CHECK(Find(index, request).total == 2);
  request.sort = SortOrder::kNewestFirst;
  CHECK(IdsOf(Find(index, request).hits) == List{"old", "alone"});
  request.filters = {{"host", {"b.vn", "a.vn"}, {}}};
  CHECK(IdsOf(Find(index, request).hits) == List{"mid", "alone"});
  request.per_page = 1;
  request.page = 2;
  const auto second = Find(index, request);
  CHECK(IdsOf(second.hits) == List{"alone"});
  CHECK(second.total == 2);
  CHECK_FALSE(second.hits[0].cluster);
}

TEST_CASE("a hit names its cluster, and a value counts clusters") {
  const auto index = MakeIndex();
  const auto found = Find(index, Ask("nghị quyết", {"province", "host"}));
  REQUIRE(found.hits.size() == 2);
  for (const Hit& hit : found.hits) {
    if (hit.article.id != "old") continue;
    CHECK(hit.cluster == ClusterOfHit{"c1", 3});
  }
  const FacetCounts& provinces = found.facets.at("province");
  REQUIRE(provinces.values.size() == 2);
  CHECK(provinces.values[0].value == "Lâm Đồng");
  CHECK(provinces.values[0].count == 2);
  CHECK(provinces.values[1].count == 1);
  CHECK(provinces.missing == 1);
  CHECK(found.facets.at("host").values[0].count == 2);  // a.vn
}

TEST_CASE("near matches are no copies of hits, nor of each other") {
  std::vector<test::ArticleSpec> specs{
      {.id = "all",
       .title = "tin",
       .body = "học tập nghị quyết trung ương sáng tạo",
       .cluster = "a"},
      {.id = "copy",
       .title = "tin",
       .body = "học tập nghị quyết trung ương",
       .cluster = "a"},
      {.id = "near",
       .title = "tin",
       .body = "học tập nghị quyết trung ương rồi",
       .cluster = "b"},
      {.id = "near-too",
       .title = "tin",
       .body = "học tập nghị quyết trung ương đó",
       .cluster = "b"},
  };
  for (int i = 0; i < 30; ++i) {
    specs.push_back({.id = "other" + std::to_string(i),
                     .title = "tin",
                     .body = "chuyện khác, sáng tạo khác"});
  }
  const test::MiniIndex index(specs);
  SearchRequest request = Ask("học tập nghị quyết trung ương sáng tạo");
  request.near = true;
  const auto found = Find(index, request);
  CHECK(found.total == 1);
  CHECK(IdsOf(found.hits) == List{"all", "near"});
}

TEST_CASE("a cluster is listed page by page, with the article itself") {
  const auto index = MakeIndex();
  const auto snapshot = Open(index);
  const auto all = ViewCluster(*snapshot, "mid", {}, 240);
  REQUIRE(all);
  CHECK(all->cluster == ClusterOfHit{"c1", 3});
  CHECK(IdsOf(all->documents) == List{"old", "mid", "new"});
  const auto second = ViewCluster(*snapshot, "mid", {2, 2}, 240);
  REQUIRE(second);
  CHECK(IdsOf(second->documents) == List{"new"});
  CHECK(ViewCluster(*snapshot, "mid", {9, 100}, 240)->documents.empty());
  const auto alone = ViewCluster(*snapshot, "alone", {}, 240);
  REQUIRE(alone);
  CHECK_FALSE(alone->cluster);
  CHECK(alone->documents.empty());
  const auto missing = ViewCluster(*snapshot, "zzz", {}, 240);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
}

TEST_CASE("suggestions count what choosing them shows; coverage, articles") {
  const auto index = MakeIndex();
  const auto snapshot = Open(index);
  const Limits limits;
  CHECK((*Suggest(*snapshot, "lam dong", true, limits))[0].count == 2);
  CHECK((*Suggest(*snapshot, "lam dong", false, limits))[0].count == 3);
  SearchRequest request;
  request.collapse = true;
  CHECK(ReadCoverage(snapshot, limits, request, 10)->total == 6);
}

TEST_SUITE_END();

}  // namespace tracuu
