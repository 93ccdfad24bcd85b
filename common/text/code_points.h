#ifndef TRACUU_COMMON_TEXT_CODE_POINTS_H_
#define TRACUU_COMMON_TEXT_CODE_POINTS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tracuu {

// Turns byte offsets of one text into code points: byte offsets are what the
// project computes with, code points what JSON's readers can slice by. Keeps a
// count for every 64th byte, so that a lookup does not walk the text.
class CodePoints {
 public:
  // `text` must be valid UTF-8 and outlive the object.
  explicit CodePoints(std::string_view text) : text_(text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i % kStride == 0) marks_.push_back(count);
      if (IsFirst(text[i])) ++count;
    }
    if (text.size() % kStride == 0) marks_.push_back(count);
  }

  // The number of code points that begin before `byte_offset`.
  // REQUIRES: byte_offset <= text.size().
  std::uint32_t Before(std::size_t byte_offset) const {
    std::uint32_t count = marks_[byte_offset / kStride];
    for (std::size_t i = byte_offset / kStride * kStride; i < byte_offset;
         ++i) {
      if (IsFirst(text_[i])) ++count;
    }
    return count;
  }

 private:
  static constexpr std::size_t kStride = 64;

  static bool IsFirst(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }

  std::string_view text_;
  std::vector<std::uint32_t> marks_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_CODE_POINTS_H_
