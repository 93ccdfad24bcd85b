#include "indexer/build/sketch_file.h"

#include <doctest/doctest.h>

#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "tests/support/temp_dir.h"

namespace tracuu {
namespace {

using Sketches = std::vector<std::optional<Sketch>>;
using Places = std::vector<std::uint32_t>;

// Every third article has none; one has zeros only, as a text may.
Sketches Make(std::size_t count) {
  std::mt19937 random(3);
  Sketches sketches(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 3 == 2) continue;
    Sketch& sketch = sketches[i].emplace();
    if (i == 4) continue;
    for (auto& value : sketch) value = static_cast<std::uint16_t>(random());
  }
  return sketches;
}

TEST_SUITE_BEGIN("indexer/build/sketch_file");

TEST_CASE("sketches of all articles and of some are read as they were") {
  const test::TempDir dir;
  const auto path = dir.path() / "sketches";
  for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 50U}) {
    const Sketches all = Make(count);
    Places every(count);
    std::iota(every.begin(), every.end(), 0U);
    Places odd;
    for (std::uint32_t i = 1; i < count; i += 2) odd.push_back(i);
    for (const Places& places : {every, odd}) {
      REQUIRE(WriteSketches(path, all, places));
      const auto documents = static_cast<std::uint32_t>(places.size());
      const auto file = SketchFile::Open(path, documents);
      REQUIRE(file);
      CHECK(file->documents() == documents);
      for (std::uint32_t docid = 1; docid <= documents; ++docid) {
        CHECK(file->At(docid) == all[places[docid - 1]]);
      }
      CHECK_FALSE(file->At(0));
      CHECK_FALSE(file->At(documents + 1));
    }
  }
  CHECK_FALSE(SketchFile().At(1));
}

TEST_CASE("a file of other documents, or cut off, is refused") {
  const test::TempDir dir;
  const auto path = dir.path() / "sketches";
  const Places places{0, 1, 2};
  REQUIRE(WriteSketches(path, Make(3), places));
  CHECK(SketchFile::Open(path, 3));
  CHECK_FALSE(SketchFile::Open(path, 2));
  CHECK_FALSE(SketchFile::Open(path, 4));
  const std::string whole = *ReadFile(path);
  for (const std::string& bytes :
       {std::string(), whole.substr(0, 10), whole.substr(0, whole.size() - 1),
        "x" + whole.substr(1)}) {
    REQUIRE(WriteFile(path, bytes));
    const auto file = SketchFile::Open(path, 3);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == ErrorCode::kCorrupt);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
