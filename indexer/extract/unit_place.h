#ifndef TRACUU_INDEXER_EXTRACT_UNIT_PLACE_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_PLACE_H_

// Elliptical names: "Tỉnh ủy", "UBND huyện", "Ban Chỉ đạo 35 tỉnh" take the
// place of the nearest full mention, else the article's, else the publisher's;
// if there is none, the name stays without a place.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/article_view.h"
#include "indexer/extract/place.h"
#include "indexer/extract/publisher.h"
#include "indexer/extract/unit_mention.h"

namespace tracuu::extract {

class PlaceFiller {
 public:
  // All arguments must outlive the filler. Places that only the names of
  // `bodies` say ("Thành ủy Kon Tum") are known too.
  PlaceFiller(const ArticleView& view, const std::vector<PlaceMention>& places,
              const Publisher& publisher,
              const std::vector<UnitMention>& bodies);

  // Fills the missing place of `mention`; leaves it if nothing tells.
  void Fill(UnitMention& mention) const;

 private:
  std::optional<PlaceName> Nearest(const UnitMention& mention,
                                   PlaceLevel level) const;
  std::optional<PlaceName> Home(PlaceLevel level) const;
  bool IsInTitle(const PlaceName& place) const;
  std::optional<PlaceName> HomeCommune() const;
  std::optional<PlaceName> District(const UnitMention& mention,
                                    std::string_view type) const;
  std::optional<PlaceName> City() const;
  std::optional<PlaceName> OfProvince(const UnitMention& mention) const;
  std::optional<PlaceName> OfPublisher(PlaceLevel level) const;

  std::optional<PlaceName> OfBodies(PlaceLevel level,
                                    std::string_view type) const;

  const ArticleView& view_;
  const Publisher& publisher_;
  std::vector<PlaceName> body_places_;
  std::vector<const PlaceMention*> usable_;  // In the searched blocks.
};

// Whether a province's name is that of a centrally run city on that day; Huế
// and Đồng Nai became cities in between.
bool IsCityOn(const PlaceName& place, const Date& date);

// The unit's full name: base and place, as the place was called on that day.
std::string FullName(const UnitName& unit, const Date& date);

// Its level code, by the place and, for a Thành ủy, what the place is.
std::string LevelOf(const UnitName& unit);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_PLACE_H_
