#include "indexer/build/update.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/paths.h"
#include "indexer/build/builder.h"
#include "indexer/build/stored_articles.h"
#include "tests/indexer/build/update_runs.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using test::Choices;
using test::Line;
using test::Lines;
using test::Runs;

const std::string kOtherKey(kReadingKeySize, '1');

TEST_SUITE_BEGIN("indexer/build/update");

TEST_CASE("an update with prune is what a build of the same inputs is") {
  Runs runs;
  const auto [a, b, built] = test::RunTwoNights(&runs);
  for (const unsigned threads : {1U, 2U, 5U}) {
    const std::string name = "updated" + std::to_string(threads);
    Choices choices;
    choices.threads = threads;
    const BuildResult updated = runs.Run(name, {b, a}, "first", choices);
    CAPTURE(threads);
    CHECK(updated.content_digest == built.content_digest);
    CHECK(runs.Contents(name) == runs.Contents("built"));
    CHECK(*ReadFile(runs.Out(name) / kRejectedFile) ==
          *ReadFile(runs.Out("built") / kRejectedFile));
    REQUIRE(updated.differences);
    CHECK(updated.differences->added == 4);
    CHECK(updated.differences->changed == 5);  // One by its newer capture.
    CHECK(updated.differences->gone == 4);
    CHECK(updated.differences->kept == 0);
    CHECK(updated.differences->unchanged == 30 + 9 + 12);
  }
}

TEST_CASE("random changes, updated again and again, give what a build gives") {
  std::mt19937 chance(7);
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 40)));
  runs.Run("update0", {crawl});
  for (int round = 1; round <= 6; ++round) {
    std::string lines;
    for (int i = 0; i < 50; ++i) {
      if (chance() % 4 != 0) lines += Line(i, static_cast<int>(chance() % 2));
    }
    REQUIRE(ReplaceFile(crawl, lines));
    const std::string number = std::to_string(round);
    runs.Run("build" + number, {crawl});
    runs.Run("update" + number, {crawl}, "update" + std::to_string(round - 1));
    CAPTURE(round);
    CHECK(runs.Contents("update" + number) == runs.Contents("build" + number));
  }
}

TEST_CASE("without prune the articles of other sources stay") {
  Runs runs;
  const fs::path old_crawl = runs.dir() / "old.jsonl";
  const fs::path tonight = runs.dir() / "tonight.jsonl";
  REQUIRE(ReplaceFile(old_crawl, Lines(0, 20)));
  REQUIRE(ReplaceFile(tonight, Lines(18, 25, 1)));
  runs.Run("first", {old_crawl});
  Choices keep;
  keep.prune = false;
  const BuildResult updated = runs.Run("updated", {tonight}, "first", keep);
  CHECK(updated.documents == 25);
  CHECK(updated.differences->added == 5);
  CHECK(updated.differences->changed == 2);
  CHECK(updated.differences->kept == 18);
  CHECK(updated.differences->gone == 0);
  // As if all that is left had been built at once.
  REQUIRE(ReplaceFile(old_crawl, Lines(0, 18)));
  const BuildResult built = runs.Run("built", {old_crawl, tonight});
  CHECK(updated.content_digest == built.content_digest);
  CHECK(runs.Contents("updated") == runs.Contents("built"));
}

TEST_CASE("another reading reads everything again, also what has no page") {
  Runs runs;
  const fs::path old_crawl = runs.dir() / "old.jsonl";
  const fs::path tonight = runs.dir() / "tonight.jsonl";
  REQUIRE(ReplaceFile(old_crawl, Lines(0, 20)));
  REQUIRE(ReplaceFile(tonight, Lines(15, 25)));
  runs.Run("first", {old_crawl});
  Choices other;
  other.prune = false;
  other.reading_key = kOtherKey;
  const BuildResult updated = runs.Run("updated", {tonight}, "first", other);
  CHECK(updated.written);
  CHECK(updated.differences->unchanged == 5);
  CHECK(updated.differences->kept == 15);
  REQUIRE(ReplaceFile(old_crawl, Lines(0, 15)));
  Choices fresh;
  fresh.reading_key = kOtherKey;
  runs.Run("built", {old_crawl, tonight}, "", fresh);
  CHECK(runs.Contents("updated") == runs.Contents("built"));
  // Nothing differs, yet it is written: the articles may.
  CHECK(runs.Run("again", {tonight}, "first", other).written);
}

TEST_CASE("nothing is written where nothing differs, nor by a dry run") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  const BuildResult first = runs.Run("first", {crawl});
  CHECK(first.written);
  const BuildResult same = runs.Run("same", {crawl}, "first");
  CHECK_FALSE(same.written);
  CHECK(same.content_digest == first.content_digest);
  CHECK(fs::is_empty(runs.Out("same")));
  // Fetched again: that alone is nothing new.
  std::string later = Lines(0, 20);
  for (std::size_t at = later.find("2026-01"); at != std::string::npos;
       at = later.find("2026-01", at)) {
    later.replace(at, 7, "2026-02");
  }
  REQUIRE(ReplaceFile(crawl, later));
  CHECK_FALSE(runs.Run("later", {crawl}, "first").written);

  REQUIRE(ReplaceFile(crawl, Lines(1, 3, 1) + Lines(3, 21)));
  Choices dry;
  dry.dry_run = true;
  const BuildResult compared = runs.Run("dry", {crawl}, "first", dry);
  CHECK_FALSE(compared.written);
  CHECK(fs::is_empty(runs.Out("dry")));
  std::vector<std::string> listed;
  for (const ListedDifference& one : compared.listed) {
    listed.push_back(std::to_string(static_cast<int>(one.kind)) + " " + one.id +
                     " " + one.source);
  }
  std::sort(listed.begin(), listed.end());
  CHECK(listed ==
        std::vector<std::string>{"0 id20 crawl.jsonl#20", "1 id1 crawl.jsonl#1",
                                 "1 id2 crawl.jsonl#2", "2 id0 crawl.jsonl#1"});
}

TEST_CASE("an article that moved is written with its new source") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 3)));
  runs.Run("first", {crawl});
  REQUIRE(ReplaceFile(crawl, "\n" + Lines(0, 3)));
  const BuildResult moved = runs.Run("moved", {crawl}, "first");
  CHECK(moved.written);
  CHECK(moved.differences->moved == 3);
  const UpdateBase served = runs.Base("moved", {});
  const auto stored = OpenStored(served);
  REQUIRE(stored);
  for (std::uint32_t docid = 1; docid <= 3; ++docid) {
    const auto article = (*stored)->Fetch(docid);
    REQUIRE(article);
    const int line = std::stoi(article->id.substr(2)) + 2;
    CHECK(article->source == "crawl.jsonl#" + std::to_string(line));
  }
}

TEST_CASE("a page that can no longer be read takes its article with it") {
  Runs runs;
  const fs::path folder = runs.dir() / "pages";
  fs::create_directories(folder);
  REQUIRE(ReplaceFile(folder / "a.txt", "Chi bộ họp bàn việc xây dựng Đảng."));
  REQUIRE(ReplaceFile(folder / "b.txt", "Đảng ủy xã học nghị quyết mới."));
  runs.Run("first", {folder});
  REQUIRE(ReplaceFile(folder / "b.txt", ""));
  Choices keep;
  keep.prune = false;
  const BuildResult updated = runs.Run("updated", {folder}, "first", keep);
  CHECK(updated.documents == 1);
  CHECK(updated.differences->gone == 1);
  CHECK(updated.rejected.size() == 1);
}

TEST_CASE("a stored article that is not what was indexed ends the update") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 5)));
  runs.Run("first", {crawl});
  // The database of other articles under the fingerprints of these.
  REQUIRE(ReplaceFile(crawl, Lines(0, 5, 1)));
  runs.Run("other", {crawl});
  fs::copy(runs.Out("other") / kDatabaseFile, runs.Out("first") / kDatabaseFile,
           fs::copy_options::overwrite_existing);
  REQUIRE(ReplaceFile(crawl, Lines(0, 6)));
  BuildOptions options;
  options.sources = {crawl.string()};
  options.base = runs.Base("first", {});
  options.most_changes = 0;
  fs::create_directories(runs.dir() / "work");
  fs::create_directories(runs.dir() / "out");
  BuildProgress progress;
  const auto built = BuildDatabase(options, runs.dir() / "work",
                                   runs.dir() / "out", &progress);
  REQUIRE_FALSE(built);
  CHECK(built.error().code == ErrorCode::kCorrupt);
}

TEST_CASE("fingerprints that are cut off or too many are refused") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 3)));
  runs.Run("first", {crawl});
  const fs::path path = runs.Out("first") / kFingerprintsFile;
  const std::string bytes = *ReadFile(path);
  CHECK(KnownArticles::Read(path, 3));
  CHECK_FALSE(KnownArticles::Read(path, 2));
  CHECK_FALSE(KnownArticles::Read(path, 4));
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{10}, std::size_t{87}, bytes.size() - 1}) {
    REQUIRE(ReplaceFile(path, bytes.substr(0, size)));
    CAPTURE(size);
    CHECK_FALSE(KnownArticles::Read(path, 3));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
