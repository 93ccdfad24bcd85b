#include "server/search/mark_restorer.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "common/text/analyze.h"

namespace tracuu {
namespace {

// The counts of a text.
Neighbours CountsOf(const std::string& text) {
  NeighbourCounts counts;
  std::map<std::string, std::uint32_t> places;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> pairs;
  std::uint32_t before = Neighbours::kUnknown;
  for (const Token& token : Analyze(text).tokens) {
    const auto next = static_cast<std::uint32_t>(counts.syllables.size());
    const auto place = places.emplace(token.exact, next).first->second;
    if (place == next) counts.syllables.emplace_back(token.exact, 0);
    ++counts.syllables[place].second;
    if (before != Neighbours::kUnknown) ++pairs[{before, place}];
    before = place;
  }
  for (const auto& [pair, count] : pairs) {
    counts.pairs.push_back({pair.first, pair.second, count});
  }
  auto parsed = Neighbours::Parse(FormatNeighbours(counts));
  REQUIRE(parsed);
  return *std::move(parsed);
}

std::vector<QueryItem> Items(const std::string& text) {
  std::vector<QueryItem> items;
  for (const Token& token : Analyze(text).tokens) {
    items.push_back(token.marked ? QueryItem{ItemKind::kExact, token.exact}
                                 : QueryItem{ItemKind::kFolded, token.folded});
  }
  return items;
}

std::string Restored(const std::string& typed, const Neighbours& neighbours) {
  std::string text;
  for (const std::string& form : RestoreMarks(Items(typed), neighbours)) {
    text += (text.empty() ? "" : " ") + (form.empty() ? "?" : form);
  }
  return text;
}

TEST_SUITE_BEGIN("server/search/mark_restorer");

TEST_CASE("neighbours decide between spellings, not frequency alone") {
  const Neighbours neighbours = CountsOf(
      "bảo vệ nền tảng tư tưởng, bảo vệ nền tảng. nên tăng nên tăng nên về về "
      "về về nên làm về tăng cường");
  CHECK(Restored("bao ve nen tang", neighbours) == "bảo vệ nền tảng");
  CHECK(Restored("tang cuong", neighbours) == "tăng cường");
  CHECK(Restored("ve", neighbours) == "về");
}

TEST_CASE("marks that were typed stay, and help to read the others") {
  const Neighbours neighbours =
      CountsOf("đảng bộ đảng bộ đảng bộ. đi bộ. đang bơ đang bơ đáng bỏ");
  CHECK(Restored("đảng bo", neighbours) == "đảng bộ");
  CHECK(Restored("đang bo", neighbours) == "đang bơ");
  CHECK(Restored("đạng bo", neighbours) == "đạng bộ");
}

TEST_CASE("what was never counted is not guessed") {
  const Neighbours neighbours = CountsOf("đảng bộ tỉnh");
  CHECK(Restored("dang xyz tinh", neighbours) == "đảng ? tỉnh");
  CHECK(Restored("", neighbours).empty());
  CHECK(Restored("dang bo", Neighbours()) == "? ?");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
