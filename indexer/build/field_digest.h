#ifndef TRACUU_INDEXER_BUILD_FIELD_DIGEST_H_
#define TRACUU_INDEXER_BUILD_FIELD_DIGEST_H_

#include <string>
#include <string_view>

#include "common/base/sha256.h"

namespace tracuu {

// Digests a list of strings so that no two lists give the same bytes. Not
// thread-safe.
class FieldDigest {
 public:
  void Add(std::string_view field) {
    sha_.Update(std::to_string(field.size()));
    sha_.Update(":");
    sha_.Update(field);
  }

  // 64 hexadecimal digits. The object must not be used afterwards.
  std::string Finish() { return sha_.Finish(); }

 private:
  Sha256 sha_;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_FIELD_DIGEST_H_
