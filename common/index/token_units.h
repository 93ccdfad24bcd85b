#ifndef TRACUU_COMMON_INDEX_TOKEN_UNITS_H_
#define TRACUU_COMMON_INDEX_TOKEN_UNITS_H_

// How the tokens of an article are written down in the forward index: as a
// sequence of 16-bit units in text order.
//
//   0x0000 … 0xFEFF   the word of that number
//   0xFF00 … 0xFFEF   followed by one of the above: a word of a higher number
//   0xFFF0 … 0xFFFF   a block begins; its role is the last four bits
//
// Words are numbered by frequency, so nearly all take one unit. A trailing unit
// is never taken for a lead or a role, so a reader may start anywhere and step
// either way; that is what lets a phrase be looked for by its rarest word.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/domain/article.h"

namespace tracuu {

inline constexpr std::uint32_t kFirstLead = 0xFF00;
inline constexpr std::uint32_t kFirstRole = 0xFFF0;

// How many words can be numbered: 15.7 million. A crawl of a million articles
// holds some 200,000 to 2 million distinct ones, misprints included.
inline constexpr std::uint32_t kMaxWords =
    kFirstLead + (kFirstRole - kFirstLead) * kFirstLead;

// REQUIRES: number < kMaxWords.
inline void AppendWord(std::uint32_t number,
                       std::vector<std::uint16_t>* units) {
  if (number >= kFirstLead) {
    number -= kFirstLead;
    units->push_back(
        static_cast<std::uint16_t>(kFirstLead + number / kFirstLead));
    number %= kFirstLead;
  }
  units->push_back(static_cast<std::uint16_t>(number));
}

inline void AppendRole(BlockRole role, std::vector<std::uint16_t>* units) {
  units->push_back(static_cast<std::uint16_t>(
      kFirstRole + static_cast<std::uint32_t>(role)));
}

constexpr bool IsLead(std::uint16_t unit) {
  return unit >= kFirstLead && unit < kFirstRole;
}
constexpr bool IsRole(std::uint16_t unit) { return unit >= kFirstRole; }
constexpr BlockRole RoleOf(std::uint16_t unit) {
  return static_cast<BlockRole>(unit - kFirstRole);
}

// Walks over the units of one article, in either direction. Damaged units
// give wrong words, never a step outside.
class UnitCursor {
 public:
  // At the end of a text, and between two blocks.
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  UnitCursor(std::span<const std::uint16_t> units, std::size_t at)
      : units_(units), at_(at) {}

  std::size_t at() const { return at_; }

  // The number of the word that begins here, moving behind it; kNoWord, and
  // no move, at the end or before a block.
  std::uint32_t Next() {
    if (at_ >= units_.size() || IsRole(units_[at_])) return kNoWord;
    if (!IsLead(units_[at_])) return units_[at_++];
    if (at_ + 1 >= units_.size()) return kNoWord;
    const std::uint32_t number = Join(units_[at_], units_[at_ + 1]);
    at_ += 2;
    return number;
  }

  // The number of the word that ends here, moving before it; else as above.
  std::uint32_t Previous() {
    if (at_ == 0 || units_[at_ - 1] >= kFirstLead) return kNoWord;
    const std::uint16_t unit = units_[--at_];
    if (at_ == 0 || !IsLead(units_[at_ - 1])) return unit;
    --at_;
    return Join(units_[at_], unit);
  }

 private:
  static constexpr std::uint32_t Join(std::uint16_t lead, std::uint16_t trail) {
    return kFirstLead + (lead - kFirstLead) * kFirstLead + trail;
  }

  std::span<const std::uint16_t> units_;
  std::size_t at_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_TOKEN_UNITS_H_
