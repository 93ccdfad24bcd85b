#include "indexer/build/changes.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/base/sha256.h"
#include "common/index/article_database.h"
#include "common/index/terms.h"
#include "indexer/build/stored_articles.h"
#include "tests/indexer/build/update_runs.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using test::Choices;
using test::Line;
using test::Lines;
using test::Runs;

// The base stays whatever has changed.
Choices KeepBase() {
  Choices choices;
  choices.most_changes = 1000;
  return choices;
}

bool Exists(const Runs& runs, const std::string& name, std::string_view file) {
  return fs::exists(runs.Out(name) / file);
}

std::string FrequentOf(const Runs& runs, const std::string& name) {
  const UpdateBase base = runs.Base(name, {});
  const auto stored = OpenStored(base);
  REQUIRE(stored);
  return *(*stored)->Metadata(kBasePart, kMetaFrequent);
}

TEST_SUITE_BEGIN("indexer/build/changes");

TEST_CASE("an update that keeps the base shows what a build shows") {
  Runs runs;
  const auto [a, b, built] = test::RunTwoNights(&runs);
  CHECK(built.linked.empty());
  for (const unsigned threads : {1U, 2U, 5U}) {
    const std::string name = "updated" + std::to_string(threads);
    Choices choices = KeepBase();
    choices.threads = threads;
    const BuildResult updated = runs.Run(name, {b, a}, "first", choices);
    CAPTURE(threads);
    CHECK(updated.content_digest == built.content_digest);
    CHECK(runs.Contents(name, /*pairs=*/false) ==
          runs.Contents("built", /*pairs=*/false));
    CHECK(*ReadFile(runs.Out(name) / kRejectedFile) ==
          *ReadFile(runs.Out("built") / kRejectedFile));
    CHECK_FALSE(updated.linked.empty());
    for (const std::string_view linked : updated.linked) {
      CHECK(
          fs::equivalent(runs.Out(name) / linked, runs.Out("first") / linked));
    }
    const UpdateBase after = runs.Base(name, {});
    CHECK(after.order.documents_in(kBasePart) == 60);
    CHECK(after.order.documents_in(kChangesPart) == 9);
    CHECK(after.order.gone() == 9);
  }
}

TEST_CASE("updates of updates show what a build shows") {
  std::mt19937 chance(11);
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 60)));
  runs.Run("update0", {crawl});
  for (int round = 1; round <= 8; ++round) {
    std::string lines;
    for (int i = 0; i < 70; ++i) {
      if (chance() % 6 == 0) continue;
      lines +=
          Line(i, chance() % 5 == 0 ? 1 + static_cast<int>(chance() % 2) : 0);
    }
    REQUIRE(ReplaceFile(crawl, lines));
    const std::string number = std::to_string(round);
    const std::string before = "update" + std::to_string(round - 1);
    runs.Run("build" + number, {crawl});
    runs.Run("update" + number, {crawl}, before, KeepBase());
    // Snapshots do not need each other.
    fs::remove_all(runs.Out(before));
    CAPTURE(round);
    // The frequent syllables of this text are always the same, so that even the
    // pairs are.
    REQUIRE(FrequentOf(runs, "update" + number) ==
            FrequentOf(runs, "build" + number));
    CHECK(runs.Contents("update" + number) == runs.Contents("build" + number));
  }
}

TEST_CASE("an update may keep the base, and the next make it anew") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 40)));
  runs.Run("first", {crawl});
  REQUIRE(ReplaceFile(crawl, Lines(1, 38) + Lines(38, 42, 1)));
  runs.Run("second", {crawl}, "first", KeepBase());
  CHECK(Exists(runs, "second", kOrderFile));
  REQUIRE(ReplaceFile(crawl, Lines(3, 40) + Lines(40, 45)));
  const BuildResult third = runs.Run("third", {crawl}, "second");
  CHECK(third.linked.empty());
  for (const std::string_view file : kChangesFiles) {
    CAPTURE(file);
    CHECK_FALSE(Exists(runs, "third", file));
  }
  runs.Run("built", {crawl});
  CHECK(runs.Contents("third") == runs.Contents("built"));
}

TEST_CASE("the base is given up when too much of it has changed") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 40)));
  runs.Run("first", {crawl});
  Choices tenth;
  tenth.most_changes = 0.1;
  // Two replaced: two beside the base and two of it gone.
  REQUIRE(ReplaceFile(crawl, Lines(0, 2, 1) + Lines(2, 40)));
  CHECK_FALSE(runs.Run("second", {crawl}, "first", tenth).linked.empty());
  // What is beside the base adds up.
  REQUIRE(ReplaceFile(crawl, Lines(0, 2, 1) + Lines(2, 41)));
  CHECK(runs.Run("third", {crawl}, "second", tenth).linked.empty());
  // Another reading keeps nothing.
  Choices other = KeepBase();
  other.reading_key = std::string(kReadingKeySize, '1');
  CHECK(runs.Run("other", {crawl}, "second", other).linked.empty());
}

TEST_CASE("articles that only go leave their terms to be taken off") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  runs.Run("first", {crawl});
  REQUIRE(ReplaceFile(crawl, Lines(2, 18)));
  runs.Run("updated", {crawl}, "first", KeepBase());
  CHECK(Exists(runs, "updated", kGoneFile));
  CHECK_FALSE(Exists(runs, "updated", kChangesDatabaseFile));
  runs.Run("built", {crawl});
  CHECK(runs.Contents("updated", false) == runs.Contents("built", false));
  // One comes back.
  REQUIRE(ReplaceFile(crawl, Lines(1, 18)));
  runs.Run("back", {crawl}, "updated", KeepBase());
  runs.Run("built back", {crawl});
  CHECK(runs.Contents("back", false) == runs.Contents("built back", false));
}

TEST_CASE("pages that have only moved cost no database") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  runs.Run("first", {crawl});
  for (int round = 1; round <= 2; ++round) {
    const std::string name = "moved" + std::to_string(round);
    REQUIRE(ReplaceFile(
        crawl,
        std::string(static_cast<std::size_t>(round), '\n') + Lines(0, 20)));
    const BuildResult moved =
        runs.Run(name, {crawl}, round == 1 ? "first" : "moved1", KeepBase());
    CHECK(moved.differences->moved == 20);
    CHECK(Exists(runs, name, kMovedFile));
    CHECK_FALSE(Exists(runs, name, kOrderFile));
    runs.Run("built" + name, {crawl});
    CHECK(runs.Contents(name) == runs.Contents("built" + name));
  }
}

TEST_CASE("without prune articles stay where they lay, also twice removed") {
  Runs runs;
  const fs::path old_crawl = runs.dir() / "old.jsonl";
  const fs::path tonight = runs.dir() / "tonight.jsonl";
  REQUIRE(ReplaceFile(old_crawl, Lines(0, 20)));
  runs.Run("first", {old_crawl});
  Choices keep = KeepBase();
  keep.prune = false;
  REQUIRE(ReplaceFile(tonight, "\n" + Lines(18, 22)));
  runs.Run("second", {tonight}, "first", keep);
  REQUIRE(ReplaceFile(tonight, Lines(21, 24, 1)));
  const BuildResult third = runs.Run("third", {tonight}, "second", keep);
  CHECK(third.documents == 24);
  // As the pages lay when they were last met.
  const UpdateBase base = runs.Base("third", {});
  const auto stored = OpenStored(base);
  REQUIRE(stored);
  for (std::uint32_t place = 1; place <= 24; ++place) {
    const auto article = (*stored)->Fetch(place);
    REQUIRE(article);
    const int number = std::stoi(article->id.substr(2));
    CAPTURE(number);
    const std::string line =
        number < 18   ? "old.jsonl#" + std::to_string(number + 1)
        : number < 21 ? "tonight.jsonl#" + std::to_string(number - 18 + 2)
                      : "tonight.jsonl#" + std::to_string(number - 21 + 1);
    CHECK(article->source == line);
  }
}

TEST_CASE("walking past postings and skipping to places find the same") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 50)));
  runs.Run("first", {crawl});
  REQUIRE(ReplaceFile(crawl, Lines(4, 40) + Lines(40, 56, 1)));
  runs.Run("updated", {crawl}, "first", KeepBase());
  const UpdateBase base = runs.Base("updated", {});
  REQUIRE(base.order.parts() == 2);
  REQUIRE(base.order.gone() > 0);
  const ArticleDatabase db(base.snapshot_dir, base.order, base.moved);
  std::mt19937 chance(3);
  std::vector<std::uint32_t> places;
  for (std::uint32_t place = 1; place <= base.order.documents(); ++place) {
    if (chance() % 3 != 0) places.push_back(place);
  }
  int found = 0;
  db.ForEachTerm("", [&](const std::string& term) {
    std::map<std::uint32_t, Xapian::termcount> all;
    db.ForEachPosting(term, [&](std::uint32_t place, const auto& posting) {
      all[place] = posting.get_wdf();
    });
    CHECK(all.size() == db.Frequency(term));
    for (const bool skip : {false, true}) {
      std::map<std::uint32_t, Xapian::termcount> asked;
      db.FindPostings(term, places, skip,
                      [&](std::size_t i, const auto& posting) {
                        asked[places[i]] = posting.get_wdf();
                      });
      std::map<std::uint32_t, Xapian::termcount> expected;
      for (const std::uint32_t place : places) {
        const auto has = all.find(place);
        if (has != all.end()) expected.insert(*has);
      }
      CAPTURE(term);
      CHECK(asked == expected);
      found += static_cast<int>(asked.size());
    }
    return true;
  });
  CHECK(found > 1000);
}

TEST_CASE("an order that is not the database's throws, and reads nothing") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  runs.Run("first", {crawl});
  const PlaceOrder fewer(7);
  const MovedPages none;
  const ArticleDatabase db(runs.Out("first"), fewer, none);
  const auto ignore = [](std::uint32_t, const auto&) {};
  CHECK_THROWS_AS(db.ForEachPosting("", ignore), Xapian::DatabaseCorruptError);
  const auto slot = static_cast<Xapian::valueno>(FieldNamed("day").slot);
  CHECK_THROWS_AS(db.ForEachValue(kBasePart, slot, ignore),
                  Xapian::DatabaseCorruptError);
}

TEST_CASE("damage in what would be shared ends the update") {
  Runs runs;
  const fs::path crawl = runs.dir() / "crawl.jsonl";
  REQUIRE(ReplaceFile(crawl, Lines(0, 20)));
  runs.Run("first", {crawl});
  REQUIRE(ReplaceFile(crawl, Lines(0, 21)));
  for (const std::string_view name :
       {kDatabaseFile, kForwardFile, kSketchesFile, kSpellingsFile,
        kCopiesFile}) {
    CAPTURE(name);
    const fs::path path = runs.Out("first") / name;
    const std::string whole = *ReadFile(path);
    BuildOptions options;
    options.sources = {crawl.string()};
    options.most_changes = 1000;
    options.base = runs.Base("first", {});
    options.base->files = {{std::string(name), whole.size(), Sha256Hex(whole)}};
    const fs::path work = runs.dir() / "work";
    const fs::path out = runs.dir() / "out";
    for (const bool damaged : {false, true}) {
      fs::create_directories(work);
      fs::create_directories(out);
      if (damaged) {
        std::string bytes = whole;
        bytes[bytes.size() / 2] =
            static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        REQUIRE(WriteFile(path, bytes));
      }
      BuildProgress progress;
      const auto updated = BuildDatabase(options, work, out, &progress);
      if (!damaged) {
        CHECK(updated);
      } else {
        REQUIRE_FALSE(updated);
        CHECK(updated.error().code == ErrorCode::kCorrupt);
      }
      fs::remove_all(work);
      fs::remove_all(out);
    }
    REQUIRE(WriteFile(path, whole));
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace tracuu
