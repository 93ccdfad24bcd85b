#include "server/search/ranking.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/search/limits.h"
#include "server/search/query_parser.h"
#include "server/search/searcher.h"
#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

std::shared_ptr<const Snapshot> Open(const test::MiniIndex& index) {
  auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  return *opened;
}

std::vector<std::string> Ids(const std::shared_ptr<const Snapshot>& snapshot,
                             const std::string& text) {
  const Limits limits;
  SearchRequest request;
  request.text = text;
  const auto found = Searcher(snapshot, limits).Search(request);
  REQUIRE(found);
  std::vector<std::string> ids;
  for (const Hit& hit : found->hits) ids.push_back(hit.article.id);
  return ids;
}

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE_BEGIN("server/search/ranking");

TEST_CASE("neighbours in the query stand first where they are neighbours") {
  const test::MiniIndex index({
      {.id = "apart", .title = "x", .body = "nền kinh tế vững, hạ tảng đá"},
      {.id = "together", .title = "x", .body = "kinh tế vững nền tảng hạ đá"},
      {.id = "other", .title = "x", .body = "không có gì ở đây cả đâu"},
  });
  CHECK(Ids(Open(index), "nền tảng") == List{"together", "apart"});
  CHECK(Ids(Open(index), "nen tang") == List{"together", "apart"});
}

TEST_CASE("a title outranks a mention") {
  const test::MiniIndex index({
      {.id = "body", .title = "chuyện khác", .body = "nói về kiểm tra chung"},
      {.id = "title", .title = "nói về kiểm tra", .body = "chuyện khác chung"},
  });
  CHECK(Ids(Open(index), "kiểm tra") == List{"title", "body"});
}

TEST_CASE("without marks the spelling that is usual comes first") {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 8; ++i) {
    specs.push_back({.id = "usual" + std::to_string(i),
                     .title = "x",
                     .body = "đảng bộ xã " + std::to_string(i)});
  }
  specs.push_back({.id = "rare", .title = "x", .body = "dâng bơ xã chín"});
  const test::MiniIndex index(specs);
  const auto ids = Ids(Open(index), "dang bo");
  REQUIRE(ids.size() == 9);
  CHECK(ids.back() == "rare");
  CHECK(ids.front() == Ids(Open(index), "đảng bộ").front());
  CHECK(Ids(Open(index), "dâng") == List{"rare"});
}

TEST_CASE("the same query in any Unicode form finds the same in that order") {
  std::vector<test::ArticleSpec> specs;
  for (int i = 0; i < 30; ++i) {
    std::string body = "Đảng ủy xã";
    for (int k = 0; k < i % 7; ++k) body += " hòa bình đảng";
    specs.push_back({.id = "a" + std::to_string(i),
                     .title = i % 3 == 0 ? "hòa bình" : "khác",
                     .body = body + " Đảng ủy hòa bình"});
  }
  const test::MiniIndex index(specs);
  const auto snapshot = Open(index);
  const List expected = Ids(snapshot, "đảng ủy hòa bình");
  CHECK(expected.size() == 10);
  for (const char* query :
       {"ĐẢNG ỦY HÒA BÌNH", "đảng uỷ hoà bình", "\u00D0ảng ủy hòa bình",
        "đảng\u00A0ủy\u00A0hòa\u00A0bình",
        "đa\u0309ng u\u0309y ho\u0300a bi\u0300nh"}) {
    CAPTURE(query);
    CHECK(Ids(snapshot, query) == expected);
  }
}

TEST_CASE("hits come only from the matches, best first, ties newest first") {
  const test::MiniIndex index({
      {.id = "old", .title = "x", .body = "một hai", .date = "2020-01-01"},
      {.id = "new", .title = "x", .body = "một hai", .date = "2024-01-01"},
      {.id = "mid", .title = "x", .body = "một hai", .date = "2022-01-01"},
      {.id = "undated", .title = "x", .body = "một hai"},
      {.id = "not", .title = "x", .body = "một ba", .date = "2023-01-01"},
  });
  CHECK(Ids(Open(index), "một hai") == List{"new", "mid", "old", "undated"});
  CHECK(Ids(Open(index), "một -ba") == List{"new", "mid", "old", "undated"});
  CHECK(Ids(Open(index), "-hai") == List{"not"});
  CHECK(Ids(Open(index), "") == List{"new", "not", "mid", "old", "undated"});
  CHECK(Ids(Open(index), "năm:2020 OR ba") == List{"not", "old"});
}

TEST_CASE("the terms show what ranks") {
  const test::MiniIndex index({
      {.id = "a", .title = "x", .body = "nền tảng"},
      {.id = "b", .title = "x", .body = "nền móng"},
  });
  const auto snapshot = Open(index);
  const Snapshot::Lease database = snapshot->Borrow();
  const RankingOptions options;
  const auto compile = [&](const char* text) {
    const auto parsed = ParseQuery(text, AccentMode::kAuto, Limits{}, nullptr);
    return CompileScoring(parsed->tree, {*snapshot, *database, options});
  };
  const Scoring words = compile("nền tảng");
  CHECK(PrintTerms(words.terms) ==
        "nền + 0.5 × Snền + tảng + 0.5 × Stảng + Bnền tảng");
  CHECK(PrintTerms(compile("nền nền").terms) == "2 × nền + Snền + Bnền nền");
  CHECK(compile("").terms.empty());
  CHECK(compile("-nền").terms.empty());
  const Scoring folded = compile("nen tang");
  REQUIRE(folded.read_as.size() == 1);
  CHECK(folded.read_as[0].as == "nền tảng");
}

TEST_SUITE_END();

}  // namespace tracuu
