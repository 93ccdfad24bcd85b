#ifndef TRACUU_INDEXER_EXTRACT_PLACE_NAME_H_
#define TRACUU_INDEXER_EXTRACT_PLACE_NAME_H_

// Reads the name of a place at a given token: "tỉnh Quảng Nam", "TP. Huế",
// "huyện Đăk R’Lấp", "xã Tân Lập", or a bare province name. What the words
// around it make of the name (a person, a street, a province in passing) is
// judged in place.h.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/domain/province.h"
#include "indexer/extract/article_view.h"

namespace tracuu::extract {

enum class PlaceLevel : std::uint8_t { kProvince, kDistrict, kCommune };

// A place as it is named at one point of a text.
struct PlaceName {
  PlaceLevel level = PlaceLevel::kProvince;
  std::string type;  // "tỉnh", "thành phố", "huyện", "xã" …; empty if bare.
  std::string name;  // Canonical; empty for "tỉnh" alone.
  // The province of either list that bears the name; null if none does. For a
  // district `before` is the province it lies in, null if several have one of
  // that name.
  const Province* before = nullptr;
  const Province* from = nullptr;
  const District* district = nullptr;
  std::size_t first = 0;  // Tokens, the type word included.
  std::size_t length = 0;

  // The province's name, as either list has it; empty if unknown.
  const std::string& province_name() const;
};

// Reads a place that begins with its type word at token `first`. The name may
// be missing ("Sở Tư pháp tỉnh"). Nothing if there is no type word.
std::optional<PlaceName> TypedPlaceAt(const ArticleView& view,
                                      std::size_t first);

// Reads a province's name without type word at token `first`; at least its
// first syllable is written with a capital. Nothing for a name that needs its
// type word ("Hồ Chí Minh").
std::optional<PlaceName> BareProvinceAt(const ArticleView& view,
                                        std::size_t first);

// Reads a district's name without type word; for "Huyện ủy <name>". `type`
// ("huyện"; may be empty) tells apart districts of one name.
std::optional<PlaceName> BareDistrictAt(const ArticleView& view,
                                        std::size_t first,
                                        std::string_view type = {});

// "tỉnh Quảng Nam", "thành phố Huế", "Thành phố Hồ Chí Minh": as it follows
// the name of a provincial body.
std::string WithTypeWord(const PlaceName& place);

// True for the ExactKey() of a common family name; one in front of a place's
// name makes it a person's.
bool IsFamilyName(std::string_view word);

// The tokens [first, first + length) as the text writes them, with single
// spaces, commas and dashes between.
std::string WrittenText(const ArticleView& view, std::size_t first,
                        std::size_t length);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_PLACE_NAME_H_
