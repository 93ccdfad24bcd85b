#ifndef TRACUU_COMMON_BASE_SHA256_H_
#define TRACUU_COMMON_BASE_SHA256_H_

// SHA-256 by OpenSSL's libcrypto, as lower-case hexadecimal.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace tracuu {

// Digests what it is fed, piece by piece. Not thread-safe.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void Update(std::string_view bytes);

  // Returns the 64 digits. The object must not be used afterwards.
  std::string Finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string Sha256Hex(std::string_view bytes);

// Digests a file in pieces of bounded size.
Result<std::string> Sha256OfFile(const std::filesystem::path& path);

}  // namespace tracuu

#endif  // TRACUU_COMMON_BASE_SHA256_H_
