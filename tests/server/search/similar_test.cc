#include "server/search/similar.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

using List = std::vector<std::string>;

std::string LongText(const std::string& matter, int from) {
  std::string text = matter;
  for (int i = from; i < from + 40; ++i) {
    text += " câu thứ " + std::to_string(i) + " kể chuyện";
  }
  return text + ". " + matter;
}

List SimilarTo(const test::MiniIndex& index, const char* id,
               std::size_t count = 5) {
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  const auto found = FindSimilar(**opened, id, count, Limits{});
  REQUIRE(found);
  List ids;
  for (const Hit& hit : *found) ids.push_back(hit.article.id);
  return ids;
}

}  // namespace

TEST_SUITE_BEGIN("server/search/similar");

TEST_CASE("similar articles are about the matter, copies are left out") {
  std::vector<test::ArticleSpec> specs{
      {.id = "given",
       .title = "Trồng rừng ngập mặn",
       .body = LongText("rừng ngập mặn chắn sóng giữ đê", 0),
       .cluster = "a"},
      {.id = "copy",
       .title = "Trồng rừng ngập mặn ven biển",
       .body = LongText("rừng ngập mặn chắn sóng giữ đê", 0),
       .cluster = "a"},
      {.id = "same-matter",
       .title = "Giữ đê",
       .body = LongText("đê biển nhờ rừng ngập mặn", 100),
       .cluster = "b"},
      {.id = "its-copy",
       .title = "Giữ đê mùa bão",
       .body = LongText("đê biển nhờ rừng ngập mặn", 100),
       .cluster = "b"},
  };
  for (int i = 0; i < 30; ++i) {
    specs.push_back({.id = "other" + std::to_string(i),
                     .title = "Chuyện xã",
                     .body = LongText("họp chi bộ", 200 + 40 * i)});
  }
  const test::MiniIndex index(specs);
  CHECK(SimilarTo(index, "given") == List{"same-matter"});
  CHECK(SimilarTo(index, "same-matter") == List{"copy"});
  CHECK(SimilarTo(index, "given", 0).empty());
}

TEST_CASE("an article of its own has nothing similar, an unknown id fails") {
  const test::MiniIndex index({
      {.id = "a", .title = "một", .body = "hai ba"},
      {.id = "b", .title = "bốn", .body = "năm sáu"},
      {.id = "empty", .title = "", .body = ""},
  });
  CHECK(SimilarTo(index, "a").empty());
  CHECK(SimilarTo(index, "empty").empty());
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  const auto missing = FindSimilar(**opened, "zzz", 5, Limits{});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
}

TEST_SUITE_END();

}  // namespace tracuu
