#include "server/search/ranker.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using List = std::vector<std::string>;

class Fixture {
 public:
  explicit Fixture(const std::vector<test::ArticleSpec>& specs)
      : index_(specs) {
    auto opened = Snapshot::Open(index_.path(), VerifyDepth::kSizes);
    REQUIRE(opened);
    snapshot_ = *opened;
  }

  SearchResponse Ask(const SearchRequest& request,
                     const RankingOptions& ranking = {}) const {
    const auto found = Searcher(snapshot_, limits_, ranking).Search(request);
    REQUIRE(found);
    return *found;
  }

  List Ids(const std::string& text, const RankingOptions& ranking = {}) const {
    SearchRequest request;
    request.text = text;
    return IdsOf(Ask(request, ranking));
  }

  static List IdsOf(const SearchResponse& response) {
    List ids;
    for (const Hit& hit : response.hits) ids.push_back(hit.article.id);
    return ids;
  }

 private:
  test::MiniIndex index_;
  Limits limits_;
  std::shared_ptr<const Snapshot> snapshot_;
};

// Articles that make words frequent, so that weights look like a corpus'.
std::vector<test::ArticleSpec> WithOthers(
    std::vector<test::ArticleSpec> specs) {
  for (int i = 0; i < 20; ++i) {
    specs.push_back({.id = "other" + std::to_string(i),
                     .title = "chuyện khác",
                     .body = "một bài nào đó không nói gì đến điều được hỏi"});
  }
  return specs;
}

}  // namespace

TEST_SUITE_BEGIN("server/search/ranker");

TEST_CASE("words side by side come before the same words scattered") {
  const Fixture fixture(WithOthers({
      {.id = "scattered",
       .title = "x",
       .body = "san hô ở xa một chút với đàn hải cẩu và dương xỉ, rồi đi học, "
               "rồi học nữa, hải âu, dương liễu, học mãi"},
      {.id = "together",
       .title = "x",
       .body = "viện hải dương học nói về nhiều điều khác nữa trong bài này "
               "mà không nhắc lại"},
  }));
  CHECK(fixture.Ids("hải dương học") == List{"together", "scattered"});
  CHECK(fixture.Ids("hai duong hoc") == List{"together", "scattered"});
}

TEST_CASE("a place that is named is what the article is about") {
  const Fixture fixture(WithOthers({
      {.id = "mention",
       .title = "Ban Chỉ đạo 35 họp bàn",
       .body = "Ban Chỉ đạo 35 họp cùng đoàn Quảng Trị, bàn với Quảng Trị",
       .provinces = {"Quảng Bình"},
       .units = {"Ban Chỉ đạo 35 tỉnh Quảng Bình"}},
      {.id = "own",
       .title = "Ban Chỉ đạo 35 họp bàn",
       .body = "Ban Chỉ đạo 35 tỉnh Quảng Trị họp phiên thường kỳ trong tháng",
       .provinces = {"Quảng Trị"},
       .units = {"Ban Chỉ đạo 35 tỉnh Quảng Trị"}},
  }));
  for (const char* query :
       {"ban chỉ đạo 35 quảng trị", "ban chi dao 35 quang tri"}) {
    CAPTURE(query);
    CHECK(fixture.Ids(query) == List{"own", "mention"});
  }
  RankingOptions without;
  without.entities = false;
  CHECK(fixture.Ids("quảng trị", without).front() == "mention");
  CHECK(fixture.Ids("quảng trị").front() == "own");
}

TEST_CASE("a unit of another province is not named by most of its words") {
  const Fixture fixture(WithOthers({
      {.id = "elsewhere",
       .title = "Ban Chỉ đạo 35 tỉnh Quảng Trị họp ban chỉ đạo 35 tỉnh",
       .body = "Ban Chỉ đạo 35 tỉnh Quảng Trị mời Quảng Nam.",
       .provinces = {"Quảng Trị"},
       .units = {"Ban Chỉ đạo 35 tỉnh Quảng Trị"}},
      {.id = "there",
       .title = "chung một nỗi lo",
       .body = "Nhiều việc khác đã bàn. Ban Chỉ đạo 35 tỉnh Quảng Nam dự.",
       .provinces = {"Quảng Nam"},
       .units = {"Tỉnh ủy Quảng Nam", "Ban Chỉ đạo 35 tỉnh Quảng Nam"}},
  }));
  CHECK(fixture.Ids("BCĐ 35 tỉnh Quảng Nam") == List{"there", "elsewhere"});
  CHECK(fixture.Ids("bcd 35 tinh quang nam") == List{"there", "elsewhere"});
}

TEST_CASE("a document that is named is the one the article cites") {
  const Fixture fixture(WithOthers({
      {.id = "council",
       .title = "Nghị quyết 35 về ngân sách",
       .body = "nghị quyết 35 của hội đồng nhân dân, nghị quyết 35"},
      {.id = "central",
       .title = "Học tập trong chi bộ",
       .body = "chi bộ thực hiện nghị quyết 35 trong sinh hoạt thường kỳ",
       .resolutions = {"35-NQ/TW:2018"}},
      {.id = "plenum",
       .title = "Học tập trong chi bộ",
       .body = "nghị quyết trung ương 4 khóa XII là điều được học",
       .resolutions = {"04-NQ/TW:2016"}},
      {.id = "former",
       .title = "Nghị quyết trung ương 4 khóa XI, bầu khóa XII",
       .body = "nghị quyết trung ương 4 khóa XI bàn cùng khóa XII",
       .resolutions = {"12-NQ/TW:2012"}},
  }));
  CHECK(fixture.Ids("nghị quyết 35") == List{"central", "council"});
  CHECK(fixture.Ids("nghi quyet 35") == List{"central", "council"});
  CHECK(fixture.Ids("nghị quyết trung ương 4 khóa XII").front() == "plenum");
}

TEST_CASE("peace is no province, nor is a district of a province's name") {
  const Fixture fixture(WithOthers({
      {.id = "peace",
       .title = "Chống diễn biến hòa bình",
       .body = "âm mưu diễn biến hòa bình trên mạng"},
      {.id = "province",
       .title = "Họp ở Hòa Bình",
       .body = "tỉnh Hòa Bình có nhiều diễn biến mới về thời tiết, Hòa Bình",
       .provinces = {"Hòa Bình"}},
      {.id = "district",
       .title = "Huyện Quảng Ninh làm đường",
       .body = "huyện Quảng Ninh làm đường",
       .provinces = {"Quảng Bình"}},
      {.id = "namesake",
       .title = "Quảng Ninh làm đường qua huyện",
       .body = "tỉnh Quảng Ninh làm đường qua huyện",
       .provinces = {"Quảng Ninh"}},
  }));
  CHECK(fixture.Ids("diễn biến hòa bình").front() == "peace");
  CHECK(fixture.Ids("huyện quảng ninh làm đường").front() == "district");
}

TEST_CASE("a formula of every article decides less than what is rare") {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 30; ++i) {
    specs.push_back({.id = "formula" + std::to_string(i),
                     .title = "Bảo vệ nền tảng tư tưởng của Đảng",
                     .body = "bảo vệ nền tảng tư tưởng của Đảng, có nhà và trọ "
                             "lại xa nhau nhiều lắm trong bài số " +
                             std::to_string(i)});
  }
  specs.push_back({.id = "meant",
                   .title = "Chi bộ nhà trọ",
                   .body = "nhà trọ giữ nền nếp; bảo tàng, vệ sinh, tảng đá, "
                           "tư gia, tưởng nhớ của Đảng"});
  const Fixture fixture(specs);
  CHECK(fixture.Ids("bảo vệ nền tảng tư tưởng của Đảng nhà trọ").front() ==
        "meant");
}

TEST_CASE("newer articles come first only where nothing else decides") {
  const Fixture fixture(WithOthers({
      {.id = "old",
       .title = "Dồn điền đổi thửa",
       .body = "dồn điền đổi thửa",
       .date = "2014-01-01"},
      {.id = "new",
       .title = "Dồn điền đổi thửa",
       .body = "dồn điền đổi thửa",
       .date = "2024-01-01"},
      {.id = "passing",
       .title = "Chuyện xã",
       .body = "có dồn điền ở đây, mai sau mới đổi, rồi thửa ruộng cạn",
       .date = "2025-01-01"},
  }));
  CHECK(fixture.Ids("dồn điền đổi thửa") == List{"new", "old", "passing"});
}

TEST_CASE("near matches fill the first page, say what they lack, count not") {
  const Fixture fixture(WithOthers({
      {.id = "all", .title = "x", .body = "vận động từ bỏ hủ tục lâu nay"},
      {.id = "most", .title = "x", .body = "vận động bỏ hủ tục"},
      {.id = "few", .title = "x", .body = "vận động chung"},
      {.id = "number", .title = "x", .body = "từ bỏ hủ tục 2019"},
  }));
  SearchRequest request;
  request.text = "vận động từ bỏ hủ tục";
  CHECK(Fixture::IdsOf(fixture.Ask(request)) == List{"all"});
  request.near = true;
  const SearchResponse found = fixture.Ask(request);
  CHECK(found.total == 1);
  CHECK(Fixture::IdsOf(found) == List{"all", "most", "number"});
  CHECK(found.hits[0].missing.empty());
  CHECK(found.hits[1].missing == List{"từ"});
  CHECK(found.hits[2].missing == List{"vận", "động"});
  CHECK(found.notes.empty());

  // A count that was clicked is kept.
  SearchRequest narrowed = request;
  narrowed.filters = {{"year", {"none"}, {}}};
  CHECK(Fixture::IdsOf(fixture.Ask(narrowed)) == List{"all"});
  narrowed.filters = {{"province", {}, {"Huế"}}};
  CHECK(Fixture::IdsOf(fixture.Ask(narrowed)) == List{"all"});
  narrowed.filters.clear();
  narrowed.to_day = 100'000;
  CHECK(fixture.Ask(narrowed).hits.empty());

  request.per_page = 2;
  CHECK(Fixture::IdsOf(fixture.Ask(request)) == List{"all", "most"});
  request.page = 2;
  CHECK(Fixture::IdsOf(fixture.Ask(request)).empty());
}

TEST_CASE("what says exactly what is wanted is never left out") {
  const Fixture fixture(WithOthers({
      {.id = "a", .title = "x", .body = "đại hội điểm nhiệm kỳ 2015"},
      {.id = "b", .title = "x", .body = "đại hội điểm nhiệm kỳ 35-NQ/TW"},
  }));
  SearchRequest request;
  request.near = true;
  for (const char* query :
       {"đại hội điểm nhiệm kỳ 2025", "đại hội điểm nhiệm kỳ 36-NQ/TW",
        "đại hội điểm nhiệm kỳ \"bầu cử\"", "đại hội điểm nhiệm kỳ bầu -điểm",
        "đại hội điểm nhiệm kỳ tỉnh:Huế", "đại hội cử"}) {
    CAPTURE(query);
    request.text = query;
    CHECK(Fixture::IdsOf(fixture.Ask(request)).empty());
  }
  request.text = "đại hội điểm nhiệm kỳ mới";
  const SearchResponse found = fixture.Ask(request);
  CHECK(found.total == 0);
  CHECK(found.hits.size() == 2);
  CHECK(found.notes.size() == 1);
}

TEST_CASE("pages together are one order") {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 130; ++i) {
    std::string body = "nông thôn mới";
    for (int k = 0; k < i % 11; ++k) body += " nông thôn";
    specs.push_back({.id = "a" + std::to_string(i),
                     .title = i % 5 == 0 ? "nông thôn" : "x",
                     .body = body,
                     .date = "2020-01-" + std::string(i % 28 < 9 ? "0" : "") +
                             std::to_string(i % 28 + 1)});
  }
  const Fixture fixture(specs);
  SearchRequest request;
  request.text = "nông thôn mới";
  request.per_page = 100;
  List whole = Fixture::IdsOf(fixture.Ask(request));
  request.page = 2;
  for (auto& id : Fixture::IdsOf(fixture.Ask(request))) whole.push_back(id);
  CHECK(whole.size() == 130);
  request.per_page = 7;
  List pieces;
  for (request.page = 1; request.page <= 19; ++request.page) {
    for (auto& id : Fixture::IdsOf(fixture.Ask(request))) pieces.push_back(id);
  }
  CHECK(pieces == whole);
}

TEST_CASE("features are left out by their names") {
  const auto without = RankingWithout("title,near");
  REQUIRE(without);
  CHECK_FALSE(without->title);
  CHECK_FALSE(without->near);
  CHECK(without->pairs);
  CHECK(RankingWithout("")->title);
  CHECK_FALSE(RankingWithout("titel"));
}

TEST_SUITE_END();

}  // namespace tracuu
