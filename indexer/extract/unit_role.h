#ifndef TRACUU_INDEXER_EXTRACT_UNIT_ROLE_H_
#define TRACUU_INDEXER_EXTRACT_UNIT_ROLE_H_

// Whether a body besides the principal one takes part in the news: by the part
// it plays in some sentence, and by whether it belongs to the place of the
// principal body. A neighbour or a superior that says something in passing
// does not.

#include <cstdint>

#include "indexer/extract/unit_name.h"
#include "indexer/extract/unit_part.h"

namespace tracuu::extract {

// A set of parts.
class UnitParts {
 public:
  void Add(UnitPart part) {
    if (part != UnitPart::kNone) bits_ |= Bit(part);
  }
  bool Has(UnitPart part) const { return (bits_ & Bit(part)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static std::uint32_t Bit(UnitPart part) {
    return std::uint32_t{1} << static_cast<unsigned>(part);
  }
  std::uint32_t bits_ = 0;
};

// Whether the body `name`, which plays `parts`, takes part beside `principal`.
bool TakesPart(const UnitName& name, const UnitParts& parts,
               const UnitName& principal);

}  // namespace tracuu::extract

#endif  // TRACUU_INDEXER_EXTRACT_UNIT_ROLE_H_
