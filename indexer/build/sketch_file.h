#ifndef TRACUU_INDEXER_BUILD_SKETCH_FILE_H_
#define TRACUU_INDEXER_BUILD_SKETCH_FILE_H_

// articles.sketch of a snapshot: the sketches of its articles
// (article_sketch.h), so that an update need not read the text of a million
// articles to look for copies of a few.
//
//   "tracuu sketch 1" LF, then for each docid, from 1, a sketch (64 numbers of
//   16 bits, little-endian; zeros for a text that is too short for one), then a
//   bit for each docid, lowest first: has it one?

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "common/base/file.h"
#include "common/base/result.h"
#include "indexer/build/article_sketch.h"

namespace tracuu {

// Writes the sketches `all[places[0]]`, `all[places[1]]` …: those of a whole
// build, or of the articles that a part holds. Not synced.
Status WriteSketches(const std::filesystem::path& path,
                     const std::vector<std::optional<Sketch>>& all,
                     std::span<const std::uint32_t> places);

// Reads the file in place. Immutable, thread-safe.
class SketchFile {
 public:
  SketchFile() = default;  // Of no article.

  // Fails with kCorrupt unless the file is of so many documents, else as
  // MappedFile::Open() does.
  static Result<SketchFile> Open(const std::filesystem::path& path,
                                 std::uint32_t documents);

  std::uint32_t documents() const { return documents_; }

  // Nothing for an article without one, or a docid that is not among
  // 1 … documents().
  std::optional<Sketch> At(std::uint32_t docid) const;

 private:
  MappedFile file_;
  std::uint32_t documents_ = 0;
};

}  // namespace tracuu

#endif  // TRACUU_INDEXER_BUILD_SKETCH_FILE_H_
