#ifndef TRACUU_TESTS_INDEXER_READING_SUPPORT_PAGES_H_
#define TRACUU_TESTS_INDEXER_READING_SUPPORT_PAGES_H_

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "indexer/reading/read_page.h"

namespace tracuu::test {

// An invented article for what stands around one; its first paragraph says the
// day in the way that the test is about.
inline constexpr const char* kTitle =
    "Xã Mây Mưa ra quân làm thủy lợi nội đồng";
inline constexpr const char* kSecond =
    "Theo kế hoạch, trong mười ngày toàn xã sẽ nạo vét hơn sáu cây số mương "
    "nội đồng, đắp lại bốn đoạn bờ vùng bị sạt sau đợt mưa tháng trước.";
inline constexpr const char* kThird =
    "Đến cuối buổi sáng, hai thôn đầu tiên đã làm xong phần việc được giao, "
    "bà con phấn khởi vì nước về ruộng sớm hơn mọi năm gần một tuần lễ.";

inline std::string Repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

inline Page MakePage(PageFormat format, std::string content) {
  Page page;
  page.source = "docs/a";
  page.id = "a";
  page.format = format;
  page.content = std::move(content);
  return page;
}

inline Article MustRead(Page page, HtmlSandbox& sandbox) {
  auto read = ReadPage(std::move(page), sandbox);
  if (const auto* rejection = std::get_if<Rejection>(&read)) {
    FAIL(rejection->code << ": " << rejection->message);
  }
  return std::get<Article>(std::move(read));
}

// The blocks with `role`, one a line.
inline std::string TextOf(const Article& article, BlockRole role) {
  std::string text;
  for (const Block& block : article.blocks) {
    if (block.role != role) continue;
    if (!text.empty()) text += '\n';
    text += std::string_view(article.text)
                .substr(block.begin, block.end - block.begin);
  }
  return text;
}

// Blocks lie in the text, in order, without touching each other.
inline void CheckBlocks(const Article& article) {
  std::uint32_t at = 0;
  for (const Block& block : article.blocks) {
    CHECK(block.begin >= at);
    CHECK(block.end > block.begin);
    CHECK(block.end <= article.text.size());
    at = block.end;
  }
}

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_READING_SUPPORT_PAGES_H_
