#include "server/search/searcher.h"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "server/search/limits.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

const Limits kLimits;

std::shared_ptr<const Snapshot> Open(const test::MiniIndex& index) {
  auto opened = Snapshot::Open(index.path(), VerifyDepth::kHashes);
  REQUIRE(opened);
  return *opened;
}

std::set<std::string> Ids(const std::shared_ptr<const Snapshot>& snapshot,
                          const SearchRequest& request) {
  const auto found = Searcher(snapshot, kLimits).Search(request);
  REQUIRE(found);
  std::set<std::string> ids;
  for (const Hit& hit : found->hits) ids.insert(hit.article.id);
  CHECK(found->total == ids.size());
  return ids;
}

std::set<std::string> Ids(const std::shared_ptr<const Snapshot>& snapshot,
                          const std::string& text) {
  SearchRequest request;
  request.text = text;
  request.per_page = 100;
  return Ids(snapshot, request);
}

using Set = std::set<std::string>;

std::vector<test::ArticleSpec> Corpus() {
  return {
      {.id = "nq35",
       .title = "Bảo vệ nền tảng tư tưởng",
       .body = "Thực hiện Nghị quyết số 35-NQ/TW ngày 22/10/2018.",
       .date = "2021-11-29",
       .provinces = {"Lâm Đồng"},
       .resolutions = {"35-NQ/TW:2018"},
       .host = "a.vn"},
      {.id = "nq36kl35",
       .title = "Kinh tế biển",
       .body = "Nghị quyết 36-NQ/TW và Kết luận 35-KL/TW về biển.",
       .date = "2022-05-01",
       .provinces = {"Cà Mau", "Lâm Đồng"},
       .resolutions = {"36-NQ/TW:2018", "35-KL/TW:2022"},
       .host = "b.vn"},
      {.id = "cited",
       .title = "Học tập nghị quyết",
       .body = "Nghị quyết ba mươi lăm của Bộ Chính trị.",
       .date = "2023-03-03",
       .resolutions = {"35-NQ/TW:2018"}},
      {.id = "undated", .title = "Đang dâng hoa", .body = "tưởng tư tảng nền"},
  };
}

}  // namespace

TEST_SUITE_BEGIN("server/search/searcher");

TEST_CASE("queries match what their readers mean") {
  const test::MiniIndex index(Corpus());
  const auto snapshot = Open(index);
  CHECK(Ids(snapshot, "").size() == 4);
  CHECK(Ids(snapshot, "nền tảng") == Set{"nq35", "undated"});
  CHECK(Ids(snapshot, "\"nền tảng\"") == Set{"nq35"});
  CHECK(Ids(snapshot, "\"nen tang tu tuong\"") == Set{"nq35"});
  CHECK(Ids(snapshot, "\"nền tang tư\"") == Set{"nq35"});
  CHECK(Ids(snapshot, "\"tảng nền\"") == Set{"undated"});
  CHECK(Ids(snapshot, "nen tang") == Set{"nq35", "undated"});
  CHECK(Ids(snapshot, "đảng") == Set{});
  CHECK(Ids(snapshot, "dang") == Set{"undated"});
  CHECK(Ids(snapshot, "=dang") == Set{});
  CHECK(Ids(snapshot, "nền -hoa") == Set{"nq35"});
  CHECK(Ids(snapshot, "-nền") == Set{"nq36kl35", "cited"});
  CHECK(Ids(snapshot, "hoa OR biển") == Set{"undated", "nq36kl35"});
  CHECK(Ids(snapshot, "(hoa HOẶC biển) nền") == Set{"undated"});
  CHECK(Ids(snapshot, "tưở*") == Set{"nq35", "undated"});
  CHECK(Ids(snapshot, "tuo*") == Set{"nq35", "undated"});
  CHECK(Ids(snapshot, "tiêu-đề:nghị") == Set{"cited"});
  CHECK(Ids(snapshot, "title:\"hoc tap\"") == Set{"cited"});
  CHECK(Ids(snapshot, "tỉnh:Lâm Đồng") == Set{"nq35", "nq36kl35"});
  CHECK(Ids(snapshot, "tinh:lam dong biển") == Set{"nq36kl35"});
  CHECK(Ids(snapshot, "năm:2022..") == Set{"nq36kl35", "cited"});
  CHECK(Ids(snapshot, "nguồn:a.vn") == Set{"nq35"});
  CHECK(Ids(snapshot, "tỉnh:none") == Set{"cited", "undated"});
  CHECK(Ids(snapshot, "22/10/2018") == Set{"nq35"});
  CHECK(Ids(snapshot, "ngày 22 tháng 10 năm 2018").size() <= 1);
}

TEST_CASE("a document number never finds another document's") {
  const test::MiniIndex index(Corpus());
  const auto snapshot = Open(index);
  for (const char* query : {"35-NQ/TW", "35/NQ-TW", "35 NQ TW", "35-nq/tw",
                            "nghị quyết 35-NQ/TW"}) {
    CAPTURE(query);
    CHECK(Ids(snapshot, query) == Set{"nq35", "cited"});
  }
  CHECK(Ids(snapshot, "\"35-NQ/TW\"") == Set{"nq35", "cited"});
  CHECK(Ids(snapshot, "36-NQ/TW") == Set{"nq36kl35"});
  CHECK(Ids(snapshot, "35-KL/TW") == Set{"nq36kl35"});
}

TEST_CASE("filters narrow, exclude and say what they do not know") {
  const test::MiniIndex index(Corpus());
  const auto snapshot = Open(index);
  SearchRequest request;
  request.filters = {{"province", {"lam dong"}, {}}};
  CHECK(Ids(snapshot, request) == Set{"nq35", "nq36kl35"});
  request.filters = {{"province", {"Lâm Đồng"}, {"Cà Mau"}}};
  CHECK(Ids(snapshot, request) == Set{"nq35"});
  request.filters = {{"province", {"none"}, {}}};
  CHECK(Ids(snapshot, request) == Set{"cited", "undated"});
  request.filters = {{"province", {}, {"none"}}};
  CHECK(Ids(snapshot, request) == Set{"nq35", "nq36kl35"});
  request.filters = {{"province", {"Cà Mau", "none"}, {}},
                     {"year", {"2022..2023"}, {}}};
  CHECK(Ids(snapshot, request) == Set{"nq36kl35", "cited"});
  request.filters = {};
  request.from_day = ToDayNumber({2022, 1, 1});
  CHECK(Ids(snapshot, request) == Set{"nq36kl35", "cited"});
  request.to_day = ToDayNumber({2022, 5, 1});
  CHECK(Ids(snapshot, request) == Set{"nq36kl35"});

  request = {};
  request.filters = {{"province", {"Atlantis"}, {}}};
  const auto found = Searcher(snapshot, kLimits).Search(request);
  REQUIRE(found);
  CHECK(found->total == 0);
  REQUIRE(found->notes.size() == 1);
  CHECK(found->notes[0].find("Atlantis") != std::string::npos);
}

TEST_CASE("a chosen value is listed even if nothing has it") {
  const test::MiniIndex index(Corpus());
  SearchRequest request;
  request.text = "hoa";
  request.filters = {{"province", {"Cà Mau"}, {}}};
  request.facets = {"province", "year"};
  request.facet_limit = 0;
  const auto found = Searcher(Open(index), kLimits).Search(request);
  REQUIRE(found);
  const FacetCounts& provinces = found->facets.at("province");
  REQUIRE(provinces.values.size() == 1);
  CHECK(provinces.values[0].value == "Cà Mau");
  CHECK(provinces.values[0].count == 0);
  CHECK(provinces.values[0].selected);
  CHECK(provinces.missing == 1);
}

TEST_CASE("pages follow each other without gap or repetition") {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 25; ++i) {
    specs.push_back({.id = "a" + std::to_string(i),
                     .title = "bài",
                     .body = "từ chung " + std::to_string(i),
                     .date = "2021-01-" + std::to_string(10 + i % 9)});
  }
  const test::MiniIndex index(specs);
  const auto snapshot = Open(index);
  for (const SortOrder sort : {SortOrder::kRelevance, SortOrder::kNewestFirst,
                               SortOrder::kOldestFirst}) {
    std::set<std::string> seen;
    for (std::size_t page = 1; page <= 4; ++page) {
      SearchRequest request;
      request.text = "chung";
      request.sort = sort;
      request.page = page;
      request.per_page = 7;
      const auto found = Searcher(snapshot, kLimits).Search(request);
      REQUIRE(found);
      CHECK(found->hits.size() == (page < 4 ? 7 : 4));
      for (const Hit& hit : found->hits) {
        CHECK(seen.insert(hit.article.id).second);
      }
    }
    CHECK(seen.size() == 25);
  }
}

TEST_CASE("the oldest come first on request, undated ones last") {
  const test::MiniIndex index(Corpus());
  SearchRequest request;
  request.sort = SortOrder::kOldestFirst;
  const auto found = Searcher(Open(index), kLimits).Search(request);
  REQUIRE(found);
  std::vector<std::string> ids;
  for (const Hit& hit : found->hits) ids.push_back(hit.article.id);
  CHECK(ids ==
        std::vector<std::string>{"nq35", "nq36kl35", "cited", "undated"});
}

TEST_CASE("values of a facet are listed by count, by name and by syllable") {
  const test::MiniIndex index(Corpus());
  const Searcher searcher(Open(index), kLimits);
  const auto list = [&](const FacetPageRequest& page) {
    const auto found = searcher.ListFacet({}, page);
    REQUIRE(found);
    std::vector<std::string> values;
    for (const FacetCount& value : found->counts.values) {
      values.push_back(value.value);
    }
    return values;
  };
  using Values = std::vector<std::string>;
  CHECK(list({.facet = "province"}) == Values{"Lâm Đồng", "Cà Mau"});
  CHECK(list({.facet = "province", .alphabetical = true}) ==
        Values{"Cà Mau", "Lâm Đồng"});
  CHECK(list({.facet = "province", .contains = "do"}) == Values{"Lâm Đồng"});
  CHECK(list({.facet = "province", .page = 2, .per_page = 1}) ==
        Values{"Cà Mau"});
  CHECK(list({.facet = "province", .page = 9}) == Values{});
}

TEST_CASE("an article is found by its id") {
  const test::MiniIndex index(Corpus());
  const Searcher searcher(Open(index), kLimits);
  const auto view = searcher.View("nq35", {.text = "nền tảng"});
  REQUIRE(view);
  CHECK(view->article.title == "Bảo vệ nền tảng tư tưởng");
  CHECK(view->matches.size() == 1);
  const auto missing = searcher.View("không có", {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
}

TEST_CASE("a prefix that stands for too much is refused") {
  std::string body;
  for (int i = 0; i < 150; ++i) body += " ab" + std::to_string(i) + "x";
  const test::MiniIndex index({{.id = "a", .title = "x", .body = body}});
  SearchRequest request;
  request.text = "ab*";
  const auto found = Searcher(Open(index), kLimits).Search(request);
  REQUIRE_FALSE(found);
  CHECK(found.error().code == ErrorCode::kTooLarge);
}

TEST_CASE("searches in many threads do not disturb each other") {
  const test::MiniIndex index(Corpus());
  const auto snapshot = Open(index);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        SearchRequest request;
        request.text = i % 2 == 0 ? "nen tang" : "\"nghị quyết\" biển";
        request.facets = {"province", "year"};
        const auto found = Searcher(snapshot, kLimits).Search(request);
        if (!found || found->total != (i % 2 == 0 ? 2U : 1U)) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_SUITE_END();

}  // namespace tracuu
