#include "indexer/reading/html_wire.h"

#include <doctest/doctest.h>

#include <string>

namespace tracuu {

TEST_CASE("a page survives the way through the socket") {
  HtmlPage page;
  page.title = "Tiêu đề";
  page.published = "2021";
  page.blocks = {{"một\nhai", kHintTitle | kHintDate, 2, 50}, {"ba", 0, 0, 0}};
  const std::optional<HtmlPage> back = DecodeHtmlPage(EncodeHtmlPage(page));
  REQUIRE(back);
  CHECK(back->title == page.title);
  CHECK(back->published == page.published);
  REQUIRE(back->blocks.size() == 2);
  CHECK(back->blocks[0].text == "một\nhai");
  CHECK(back->blocks[0].hints == (kHintTitle | kHintDate));
  CHECK(back->blocks[0].heading == 2);
  CHECK(back->blocks[0].link_percent == 50);
}

TEST_CASE("a message that lies is refused, wherever it lies") {
  HtmlPage page;
  page.title = "Tiêu đề";
  page.blocks = {{"một", 0, 1, 10}};
  const std::string bytes = EncodeHtmlPage(page);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // Cut between blocks it is a shorter page; anywhere else it is none.
    const std::optional<HtmlPage> cut = DecodeHtmlPage(bytes.substr(0, size));
    CHECK((!cut || cut->blocks.empty()));
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char value : {'\x00', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = value;
      (void)DecodeHtmlPage(changed);  // Must not crash or take memory.
    }
  }
  HtmlPage bad = page;
  bad.blocks[0].heading = 7;
  CHECK(!DecodeHtmlPage(EncodeHtmlPage(bad)));
}

}  // namespace tracuu
