#ifndef TRACUU_INDEXER_READING_PORTAL_PHRASES_H_
#define TRACUU_INDEXER_READING_PORTAL_PHRASES_H_

// The fixed phrases of Vietnamese portals: "Tin đã đưa", "Lượt xem", "Chịu
// trách nhiệm nội dung". They are the same on hundreds of sites because the
// sites share a handful of content systems and one decree on electronic
// information pages (which wants licence, owner and editor in the footer).

#include <cstdint>
#include <string_view>

namespace tracuu {

enum class Phrase : std::uint8_t {
  kNone,
  kMenu,  // "Trang chủ", "Sơ đồ site", "Đăng nhập": chrome, no border.
  kTool,  // "Lượt xem", "Bản in": chrome that stands inside articles.
  kArticleEnd,   // "Xem chi tiết tại đây": the article ends here.
  kListHeading,  // "Tin đã đưa", "Văn bản mới": other articles follow.
  kWidget,       // "Thống kê truy cập": counters and the like follow.
  kIdentity,     // "Địa chỉ:", "Cổng thông tin điện tử …"
  kByline,       // "Tin, ảnh:", "Nguồn:", "Theo …"
  kCaption,      // "Toàn cảnh …", "Ảnh: …"
};

// `key` is the FoldedKey() of a line, `chars` the line's length; `labelled`
// says that a colon or © stands near its start, which tells "Địa chỉ: 12 …"
// from "Địa chỉ đỏ của thế hệ trẻ". Long lines are only matched where a long
// line can be one (an address).
Phrase PhraseOf(std::string_view key, std::size_t chars, bool labelled);

// True if a line that is folded to `key` names an administrative unit: "so
// ngoai vu", "huyen … tinh …".
bool NamesPlace(std::string_view key);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_READING_PORTAL_PHRASES_H_
