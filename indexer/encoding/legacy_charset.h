#ifndef TRACUU_INDEXER_ENCODING_LEGACY_CHARSET_H_
#define TRACUU_INDEXER_ENCODING_LEGACY_CHARSET_H_

// The Vietnamese encodings from before Unicode. ICU converts windows-1258; for
// the others no library that is kept has a converter: glibc's knows two of
// them, and GNU recode, which knows all, is a program. The tables are in data/,
// each proved there against another implementation. Thread-safe.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu {

enum class LegacyCharset : std::uint8_t {
  kTcvn3,        // "ABC", the .VnTime fonts: the north, to about 2010.
  kVni,          // VNI-Windows: the south.
  kViscii,       // Mail, old Unix.
  kVps,          // Overseas.
  kWindows1258,  // Old Windows pages: letters and combining tones.
};
inline constexpr std::array<LegacyCharset, 5> kLegacyCharsets = {
    LegacyCharset::kTcvn3, LegacyCharset::kVni, LegacyCharset::kViscii,
    LegacyCharset::kVps, LegacyCharset::kWindows1258};

// "tcvn3", "vni", "viscii", "vps", "windows-1258".
std::string_view CharsetName(LegacyCharset charset);

// Decodes any bytes, to UTF-8 in NFC.
std::string DecodeLegacy(std::string_view bytes, LegacyCharset charset);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_ENCODING_LEGACY_CHARSET_H_
