#ifndef TRACUU_INDEXER_EXTRACT_PLACE_H_
#define TRACUU_INDEXER_EXTRACT_PLACE_H_

// Every mention of a province, a district or a commune, and how sure it is that
// the place is meant. Province names are also peace (hòa bình), an ocean (Thái
// Bình Dương), a person (tư tưởng Hồ Chí Minh), a street, a ship, a battle; the
// frame a name stands in tells.

#include <cstdint>
#include <string>
#include <vector>

#include "common/domain/article.h"
#include "indexer/extract/article_view.h"
#include "indexer/extract/place_name.h"

namespace tracuu::extract {

enum class Frame : std::uint8_t {
  kCertain,  // A: "tỉnh X", "Tỉnh ủy X", "TP.HCM"
  kStrong,   // B: "tại X", "UBND X", "X: …" at the start of a title
  kWeak,     // C: the bare name
};

struct PlaceMention {
  PlaceName place;
  Frame frame = Frame::kWeak;
  bool hometown = false;  // "quê Nam Định", "sinh tại …"
  bool venue = false;     // "tại Hà Nội", without type word
  bool listed = false;    // One of three or more in a row
  bool office = false;  // "Bí thư Thành ủy X": where somebody holds office.
  bool guest = false;   // "đại diện … của tỉnh X xin dự thính"
  bool former = false;      // "Tỉnh ủy Hậu Giang cũ"
  std::uint32_t begin = 0;  // Bytes
  std::uint32_t end = 0;
};

// The mentions in the searched and identity blocks, in text order. What looked
// like a province and is none goes to `refused`.
std::vector<PlaceMention> FindPlaces(const ArticleView& view,
                                     std::vector<Refusal>& refused);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PLACE_H_
