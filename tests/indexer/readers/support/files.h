#ifndef TRACUU_TESTS_INDEXER_READERS_SUPPORT_FILES_H_
#define TRACUU_TESTS_INDEXER_READERS_SUPPORT_FILES_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace tracuu::test {

void WriteFile(const std::filesystem::path& path, std::string_view bytes);

// `bytes` as a .gz (or .zst) file holds them.
std::string Pack(std::string_view bytes, bool zstd);

struct Steps {
  std::vector<Page> pages;
  std::vector<Rejection> rejected;
};

// Everything a reader gives for a file named `name` with these bytes.
Steps ReadBytes(const std::string& name, std::string_view bytes,
                const ReadLimits& limits = {});

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_INDEXER_READERS_SUPPORT_FILES_H_
