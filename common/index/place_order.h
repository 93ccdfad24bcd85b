#ifndef TRACUU_COMMON_INDEX_PLACE_ORDER_H_
#define TRACUU_COMMON_INDEX_PLACE_ORDER_H_

// Which articles a snapshot shows, and in which order.
//
// A snapshot has one part or two. A build writes one, the base: its documents
// are the articles, in date order. An update may leave that as it is and put
// what is new or has changed into a second part, the changes, of the same form
// (docs/decisions/0011-changes.md). What the snapshot shows is then the base
// without the articles that are gone or replaced, and all of the changes.
//
// The place of an article, from 1, is where it stands among all of them in date
// order; everything in the server goes by places. In each part docids ascend
// with the places. The file of a snapshot with two parts, or with articles that
// are gone (kOrderFile), is little-endian:
//
//   header
//   rows   u32[documents], by place: the docid in its part; the highest bit is
//          set for the changes

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace tracuu {

inline constexpr std::size_t kBasePart = 0;
inline constexpr std::size_t kChangesPart = 1;

// An article as the document of a part.
struct PartDocid {
  std::size_t part = kBasePart;
  std::uint32_t docid = 0;

  friend bool operator==(const PartDocid&, const PartDocid&) = default;
};

// Immutable, thread-safe.
class PlaceOrder {
 public:
  // Of a snapshot as a build writes it: places are docids.
  explicit PlaceOrder(std::uint32_t documents = 0) : in_part_{documents, 0} {}

  // `rows[place - 1]` says which document stands there; `in_part` how many
  // documents each part has. Fails with kCorrupt if a docid is not in its part,
  // if docids do not ascend within a part, or if one of the changes is missing.
  static Result<PlaceOrder> Of(const std::vector<PartDocid>& rows,
                               std::array<std::uint32_t, 2> in_part);

  // The form of kOrderFile. Parsing fails with kCorrupt as Of() does.
  std::string Format() const;
  static Result<PlaceOrder> Parse(std::string_view bytes);

  // That of a snapshot: of kOrderFile, else of one part with `documents`.
  // Fails with kCorrupt if the file is not of so many.
  static Result<PlaceOrder> Read(const std::filesystem::path& snapshot_dir,
                                 std::uint64_t documents);

  // True if places are docids of the base.
  bool PlacesAreDocids() const { return rows_.empty(); }
  std::size_t parts() const { return in_part_[kChangesPart] > 0 ? 2 : 1; }

  // The articles that are shown; the documents of a part, shown or not.
  std::uint32_t documents() const {
    return PlacesAreDocids() ? in_part_[kBasePart]
                             : static_cast<std::uint32_t>(rows_.size());
  }
  std::uint32_t documents_in(std::size_t part) const { return in_part_[part]; }
  // Documents of the base that are not shown any more.
  std::uint32_t gone() const {
    return in_part_[kBasePart] + in_part_[kChangesPart] - documents();
  }

  // REQUIRES: 1 <= place <= documents().
  PartDocid At(std::uint32_t place) const {
    if (PlacesAreDocids()) return {kBasePart, place};
    const std::uint32_t row = rows_[place - 1];
    return {row >> kPartBit, row & ~(std::uint32_t{1} << kPartBit)};
  }

  // The place of a document; 0 if it is gone. REQUIRES: 1 <= docid <=
  // documents_in(part).
  std::uint32_t PlaceOf(std::size_t part, std::uint32_t docid) const {
    return PlacesAreDocids() ? docid : places_[part][docid - 1];
  }

 private:
  static constexpr unsigned kPartBit = 31;

  std::array<std::uint32_t, 2> in_part_{};
  std::vector<std::uint32_t> rows_;  // As in the file; empty for one part.
  std::array<std::vector<std::uint32_t>, 2> places_;  // By docid - 1.
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_PLACE_ORDER_H_
