#include "server/search/mark_restorer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/text/analyze.h"
#include "tests/support/counted_text.h"

namespace tracuu {
namespace {

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
  const Neighbours neighbours = test::CountsOf(
      "bảo vệ nền tảng tư tưởng, bảo vệ nền tảng. nên tăng nên tăng nên về về "
      "về về nên làm về tăng cường");
  CHECK(Restored("bao ve nen tang", neighbours) == "bảo vệ nền tảng");
  CHECK(Restored("tang cuong", neighbours) == "tăng cường");
  CHECK(Restored("ve", neighbours) == "về");
}

TEST_CASE("marks that were typed stay, and help to read the others") {
  const Neighbours neighbours =
      test::CountsOf("đảng bộ đảng bộ đảng bộ. đi bộ. đang bơ đang bơ đáng bỏ");
  CHECK(Restored("đảng bo", neighbours) == "đảng bộ");
  CHECK(Restored("đang bo", neighbours) == "đang bơ");
  CHECK(Restored("đạng bo", neighbours) == "đạng bộ");
}

TEST_CASE("what was never counted is not guessed") {
  const Neighbours neighbours = test::CountsOf("đảng bộ tỉnh");
  CHECK(Restored("dang xyz tinh", neighbours) == "đảng ? tỉnh");
  CHECK(Restored("", neighbours).empty());
  CHECK(Restored("dang bo", Neighbours()) == "? ?");
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
