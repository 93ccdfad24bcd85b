#include "common/index/neighbours.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {
namespace {

NeighbourCounts Sample() {
  return {{{"bảo", 30}, {"vệ", 20}, {"về", 50}, {"bao", 5}},
          {{0, 1, 18}, {3, 2, 1}}};
}

TEST_SUITE_BEGIN("common/index/neighbours");

TEST_CASE("counts survive the way through the file") {
  const auto parsed = Neighbours::Parse(FormatNeighbours(Sample()));
  REQUIRE(parsed);
  const std::uint32_t bao = parsed->Find("bảo");
  const std::uint32_t ve = parsed->Find("vệ");
  REQUIRE(bao != Neighbours::kUnknown);
  CHECK(parsed->Count(bao) == 30);
  CHECK(parsed->Count(bao, ve) == 18);
  CHECK(parsed->Count(ve, bao) == 0);
  CHECK(parsed->total() == 105);
  CHECK(parsed->Find("báo") == Neighbours::kUnknown);
}

TEST_CASE("spellings come most frequent first, the bare one among them") {
  const auto parsed = Neighbours::Parse(FormatNeighbours(Sample()));
  REQUIRE(parsed);
  std::string spellings;
  for (const auto number : parsed->SpellingsOf("bao")) {
    spellings += parsed->Syllable(number) + " ";
  }
  CHECK(spellings == "bảo bao ");
  CHECK(parsed->SpellingsOf("khong").empty());
}

TEST_CASE("an empty corpus has no counts") {
  const auto parsed = Neighbours::Parse("");
  REQUIRE(parsed);
  CHECK(parsed->total() == 0);
}

TEST_CASE("a line that is no count is refused, and named") {
  for (const std::string bytes :
       {"đảng", "đảng\t", "đảng\tx", "đảng\t0", "\t5", "đảng\t5x",
        "đảng\t5\nđảng\t6", "a b\t5", "đảng\t-1",
        "đảng\t99999999999999999999999"}) {
    CAPTURE(bytes);
    const auto parsed = Neighbours::Parse(bytes);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == ErrorCode::kCorrupt);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
