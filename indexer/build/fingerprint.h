#ifndef TRACUU_INDEXER_BUILD_FINGERPRINT_H_
#define TRACUU_INDEXER_BUILD_FINGERPRINT_H_

// By what a page is known again: whether it has to be read once more.
//
// A fingerprint covers everything of a page that can change the article read
// from it, and nothing else: not where the page lies and not when it was
// fetched, which are taken over from the page each time. Pure, thread-safe.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/page.h"

namespace tracuu {

// Half of a SHA-256.
using Fingerprint = std::array<std::uint8_t, 16>;

Fingerprint FingerprintOf(const Page& page);
Fingerprint FingerprintOf(std::string_view bytes);

// From 32 hexadecimal digits, and back.
Fingerprint FromHex(std::string_view digits);
std::string ToHex(const Fingerprint& fingerprint);

// Says how pages are read: two runs with the same key make the same article of
// the same page. It covers the schema, the analyzer, the tables, the program
// itself (a digest of the running executable) and `settings`, whatever the
// operator gave that changes articles.
inline constexpr std::size_t kReadingKeySize = 64;
std::string ReadingKey(std::string_view settings);

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_FINGERPRINT_H_
