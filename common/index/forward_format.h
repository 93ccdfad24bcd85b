#ifndef TRACUU_COMMON_INDEX_FORWARD_FORMAT_H_
#define TRACUU_COMMON_INDEX_FORWARD_FORMAT_H_

// The layout of the forward index, for its reader and its writer. Numbers are
// little-endian; each part begins at a multiple of eight bytes, in this order:
//
//   header
//   letters         the words, one after another, in the order of their numbers
//   word starts     u32[words + 1]: where each begins in the letters
//   folded letters  the folded forms, in the order of their bytes
//   groups          ForwardGroup[groups], one for each of these
//   units           u16[units]: the articles in docid order (token_units.h)
//   starts          u64[documents + 1]: where each begins among the units

#include <array>
#include <bit>
#include <cstdint>
#include <type_traits>

namespace tracuu {

static_assert(std::endian::native == std::endian::little,
              "snapshots are little-endian and read in place");

inline constexpr std::array<char, 8> kForwardMagic{'T', 'R', 'A', 'C',
                                                   'F', 'W', 'D', '1'};
inline constexpr std::uint64_t kForwardAlignment = 8;

struct ForwardHeader {
  std::array<char, 8> magic = kForwardMagic;
  std::uint32_t documents = 0;
  std::uint32_t words = 0;
  std::uint32_t groups = 0;
  std::uint32_t reserved = 0;
  std::uint64_t letters = 0;         // Bytes.
  std::uint64_t folded_letters = 0;  // Bytes.
  std::uint64_t units = 0;
};
static_assert(std::is_trivially_copyable_v<ForwardHeader>);
static_assert(sizeof(ForwardHeader) == 48);

struct ForwardGroup {
  std::uint32_t folded_at = 0;  // In the folded letters.
  std::uint32_t folded_bytes = 0;
  std::uint32_t first = 0;  // Numbers [first, last) of the words.
  std::uint32_t last = 0;
};
static_assert(sizeof(ForwardGroup) == 16);

// Rounds up to where the next part begins.
constexpr std::uint64_t AlignForward(std::uint64_t bytes) {
  return (bytes + kForwardAlignment - 1) / kForwardAlignment *
         kForwardAlignment;
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_FORWARD_FORMAT_H_
