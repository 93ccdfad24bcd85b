#include "server/search/suggester.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/mini_index.h"

namespace tracuu {
namespace {

std::vector<std::string> Values(const Snapshot& snapshot, const char* text) {
  const Limits limits;
  const auto suggestions = Suggest(snapshot, text, true, limits);
  REQUIRE(suggestions);
  CHECK(suggestions->size() <= limits.max_suggestions);
  std::vector<std::string> values;
  for (const Suggestion& suggestion : *suggestions) {
    values.push_back(suggestion.value);
  }
  return values;
}

using List = std::vector<std::string>;

}  // namespace

TEST_SUITE_BEGIN("server/search/suggester");

TEST_CASE("each typed syllable begins a syllable of what is suggested") {
  const test::MiniIndex index({
      {.id = "a",
       .title = "Hội nghị tập huấn",
       .body = "x",
       .date = "2021-01-01",
       .provinces = {"Lâm Đồng"},
       .units = {"Hội Nông dân"}},
      {.id = "b",
       .title = "HỘI NGHỊ TẬP HUẤN",
       .body = "x",
       .date = "2022-01-01",
       .provinces = {"Lâm Đồng"}},
      {.id = "c", .title = "Hỏi đáp", .body = "x", .date = "2020-01-01"},
  });
  const auto opened = Snapshot::Open(index.path(), VerifyDepth::kSizes);
  REQUIRE(opened);
  const Snapshot& snapshot = **opened;
  CHECK(Values(snapshot, "lam d") == List{"Lâm Đồng"});
  CHECK(Values(snapshot, "ho") ==
        List{"Hội Nông dân", "HỘI NGHỊ TẬP HUẤN", "Hỏi đáp"});
  CHECK(Values(snapshot, "hội n") == List{"Hội Nông dân", "HỘI NGHỊ TẬP HUẤN"});
  CHECK(Values(snapshot, "hỏi") == List{"Hỏi đáp"});
  CHECK(Values(snapshot, "").empty());
  CHECK(Values(snapshot, "zzz").empty());
  const auto found = Suggest(snapshot, "lam", true, Limits{});
  REQUIRE(found);
  CHECK((*found)[0].kind == SuggestionKind::kProvince);
  CHECK((*found)[0].count == 2);
}

TEST_SUITE_END();

}  // namespace tracuu
