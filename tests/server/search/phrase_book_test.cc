#include "server/search/phrase_book.h"

#include <doctest/doctest.h>

namespace tracuu {
namespace {

using List = std::vector<std::string>;

Neighbours CountsOf(const std::string& lines) {
  auto parsed = Neighbours::Parse(lines);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_SUITE_BEGIN("server/search/phrase_book");

TEST_CASE("phrases go on while one syllable usually follows") {
  const Neighbours counts = CountsOf(
      "bảo\t100\nvệ\t90\nvé\t50\nnền\t60\ntảng\t55\ntư\t70\ntưởng\t60\n"
      "của\t900\nđảng\t300\nxe\t80\nlạ\t5\n"
      "bảo vệ\t80\nvệ nền\t30\nnền tảng\t50\ntảng tư\t40\ntư tưởng\t55\n"
      "tưởng của\t10\ncủa đảng\t100\nvé xe\t40\nxe lạ\t2\n");
  const PhraseBook book(counts);
  struct Case {
    const char* typed;
    List phrases;
  };
  const Case cases[] = {
      {"bao ve n", {"bảo vệ nền tảng tư tưởng"}},
      {"bao", {"bảo vệ nền tảng tư tưởng"}},
      {"nền t", {"nền tảng tư tưởng"}},
      {"nên t", {}},
      {"ve", {"vé xe", "vệ nền tảng tư tưởng"}},
      {"vé", {"vé xe"}},
      {"vé xe", {}},
      {"ve xe", {"vé xe"}},
      {"zzz", {}},
      {"", {}},
      {"xe la", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.typed);
    CHECK(book.Complete(Analyze(c.typed), 5) == c.phrases);
  }
  CHECK(book.Complete(Analyze("ve"), 1) == List{"vé xe"});
  CHECK(PhraseBook().Complete(Analyze("ve"), 5).empty());
}

TEST_SUITE_END();

}  // namespace tracuu
