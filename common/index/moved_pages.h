#ifndef TRACUU_COMMON_INDEX_MOVED_PAGES_H_
#define TRACUU_COMMON_INDEX_MOVED_PAGES_H_

// Where the pages of articles lie that an update left as they were, if not
// where the stored articles say: a crawl of the next night is another folder,
// and a line put into a JSONL file moves all behind it. The file of a snapshot
// (kMovedFile; only where there are any) is little-endian:
//
//   header
//   places  u32[rows], ascending, padded to a multiple of eight bytes
//   starts  u64[rows + 1], where each row begins among the letters
//   letters each row: the source; if known, a NUL and when it was fetched
//
// A source is a path or a record's place in a file and holds no NUL.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/base/result.h"
#include "common/domain/article.h"

namespace tracuu {

struct MovedPage {
  std::uint32_t place = 0;
  std::string source;
  std::optional<std::string> fetched_at;
};

// Writes the file. Not synced. `pages` are in ascending order of their places.
Status WriteMovedPages(const std::filesystem::path& path,
                       const std::vector<MovedPage>& pages);

// Read in place. Immutable, thread-safe.
class MovedPages {
 public:
  MovedPages() = default;  // None.

  // That of a snapshot; none if it has no such file. Fails with kCorrupt if
  // the parts do not add up.
  static Result<MovedPages> Read(const std::filesystem::path& snapshot_dir);

  // Nothing if the page lies where the article says.
  std::optional<MovedPage> Find(std::uint32_t place) const;

  // Puts into `article` what is known of its page.
  void Apply(std::uint32_t place, Article* article) const;

 private:
  MappedFile file_;
  std::span<const std::uint32_t> places_;
  std::span<const std::uint64_t> starts_;
  std::string_view letters_;
};

}  // namespace tracuu

#endif  // TRACUU_COMMON_INDEX_MOVED_PAGES_H_
