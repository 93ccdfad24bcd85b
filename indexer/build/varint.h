#ifndef TRACUU_INDEXER_BUILD_VARINT_H_
#define TRACUU_INDEXER_BUILD_VARINT_H_

// Numbers as LEB128: seven bits a byte, lowest first. The spool's alphabet.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu {

inline void AppendVarint(std::uint64_t value, std::string* bytes) {
  while (value >= 0x80) {
    *bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7;
  }
  *bytes += static_cast<char>(value);
}

// Reads what AppendVarint() wrote. Past the end, or after a number of more
// than 64 bits, everything read is 0 and failed() is true.
class VarintReader {
 public:
  // Reads views into `bytes`, which must stay.
  explicit VarintReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t Next() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return value;
    }
    return Fail(), 0;
  }

  std::string_view Bytes(std::size_t count) {
    if (count > bytes_.size()) return Fail(), std::string_view();
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  std::size_t left() const { return bytes_.size(); }
  bool failed() const { return failed_; }

 private:
  void Fail() {
    failed_ = true;
    bytes_ = {};
  }

  std::string_view bytes_;
  bool failed_ = false;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_VARINT_H_
